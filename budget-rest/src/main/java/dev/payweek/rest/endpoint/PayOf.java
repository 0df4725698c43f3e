package dev.payweek.rest.endpoint;

import dev.payweek.report.Paydays.Recognised;
import dev.payweek.rest.json.Schema;
import java.time.LocalDate;
import java.util.Optional;

/** Of which payday an income is the pay, and who says so. */
@Schema("PayOf")
record PayOf(Optional<String> source, Optional<LocalDate> payday, PayOf.Provenance provenance) {

    /** Who says that an income is pay. */
    enum Provenance {
        RECOGNISED,
        MANUAL
    }

    /** A person decided that it is no pay. */
    static final PayOf NONE = new PayOf(Optional.empty(), Optional.empty(), Provenance.MANUAL);

    static PayOf of(Recognised recognised) {
        return new PayOf(
                Optional.of(recognised.source()),
                Optional.of(recognised.payday()),
                recognised.byHand() ? Provenance.MANUAL : Provenance.RECOGNISED);
    }
}
