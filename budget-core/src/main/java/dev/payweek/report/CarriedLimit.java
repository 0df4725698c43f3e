package dev.payweek.report;

import dev.payweek.plan.SoftLimit;
import java.util.Optional;

/**
 * Where the fold of one category's limits stands.
 *
 * @param amount what goes into the next stretch, in minor units
 * @param before the limit of the last stretch
 */
record CarriedLimit(long amount, Optional<SoftLimit> before) {

    static final CarriedLimit NOTHING = new CarriedLimit(0, Optional.empty());
}
