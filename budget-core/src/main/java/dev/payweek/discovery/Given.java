package dev.payweek.discovery;

import dev.payweek.ledger.Entry;
import dev.payweek.plan.BudgetPlan;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * What suggestions depend on besides the entries: {@code new Given(plan, today, declined, reader::findEntry)}.
 * Immutable and as safe for use by several threads as what it was made of.
 *
 * @param plan what is decided already
 * @param today the day from which the next planned days are counted, unless the entries end long before
 * @param declined the ids of suggestions that nobody wants to see
 * @param entries gives the entry of an id
 */
public record Given(BudgetPlan plan, LocalDate today, Set<String> declined, LongFunction<Optional<Entry>> entries) {}
