package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.rest.json.Faults;
import dev.payweek.rest.json.Schema;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pay source as JSON. */
@Schema("PaySource")
record SourceJson(
        String name,
        boolean primary,
        Optional<LocalDate> primaryFrom,
        List<Version> versions,
        Optional<LocalDate> until,
        Optional<Map<String, Object>> match,
        int toleranceDays,
        Optional<Boolean> spread,
        Optional<LocalDate> horizon) {

    @Schema("PayVersion")
    record Version(Optional<LocalDate> from, ScheduleJson schedule, Optional<Money> expected) {

        /** Returns the version, or, when it is refused, one of its kind that is not. */
        PayVersion read(String pointer, Faults faults) {
            PaySchedule plain = schedule.kind() == ScheduleJson.Kind.IRREGULAR
                    ? PaySchedule.asRecorded()
                    : ScheduleJson.SOME_SCHEDULE;
            PaySchedule paid =
                    faults.read(pointer + "/schedule", schedule::withoutAmount).orElse(plain);
            return faults.read(pointer, () -> new PayVersion(from, paid, expected))
                    .orElseGet(() -> new PayVersion(from, paid, Optional.empty()));
        }
    }

    @Schema("PaySourceUpdate")
    record Body(
            Optional<Boolean> primary,
            Optional<LocalDate> primaryFrom,
            List<Version> versions,
            Optional<LocalDate> until,
            Optional<JsonNode> match,
            Optional<Integer> toleranceDays,
            Optional<Boolean> spread,
            Optional<LocalDate> horizon) {

        PaySource source(String name, Currency currency) {
            var faults = new Faults();
            Optional<Condition> held =
                    match.flatMap(node -> faults.read("/match", () -> ConditionJson.read(node, currency, "")));
            List<PayVersion> all = versions(faults);
            Optional<PaySource> source = faults.read(
                    "",
                    () -> new PaySource(
                            name,
                            all,
                            ruling(),
                            until,
                            held,
                            toleranceDays.orElse(PaySchedule.DEFAULT_TOLERANCE_DAYS),
                            spread,
                            horizon));
            faults.refuseIfAny();
            return source.orElseThrow();
        }

        private Optional<LocalDate> ruling() {
            return primaryFrom
                    .or(() -> Optional.of(DateSpan.EARLIEST))
                    .filter(day -> primary.orElse(primaryFrom.isPresent()));
        }

        /** A version that is refused is replaced by one that is not, so that the rest is looked at too. */
        private List<PayVersion> versions(Faults faults) {
            List<PayVersion> all = new ArrayList<>();
            LocalDate before = LocalDate.MIN;
            for (int i = 0; i < versions.size(); i++) {
                Version version = versions.get(i);
                String pointer = "/versions/" + i;
                LocalDate from = version.from().orElse(DateSpan.EARLIEST);
                if (!from.isAfter(before)) {
                    faults.note(pointer + "/from", "not_after", "A version must begin after the one before it.");
                }
                PayVersion read = version.read(pointer, faults);
                if (from.isAfter(before)) {
                    all.add(read);
                    before = from;
                }
            }
            return all;
        }
    }

    /** A schedule set by itself keeps what it expects; a source says that beside it. */
    private static PaySchedule unpriced(PaySchedule schedule) {
        return new PaySchedule(
                schedule.cadence(),
                schedule.adjustment(),
                schedule.holidays(),
                schedule.toleranceDays(),
                Optional.empty());
    }

    static SourceJson of(PaySource source, Currency currency) {
        return new SourceJson(
                source.name(),
                source.primaryFrom().isPresent(),
                source.primaryFrom().filter(day -> !day.equals(DateSpan.EARLIEST)),
                source.versions().stream()
                        .map(version -> new Version(
                                version.from(), ScheduleJson.of(unpriced(version.schedule())), version.expected()))
                        .toList(),
                source.until(),
                source.match().map(condition -> ConditionJson.toJson(condition, currency)),
                source.toleranceDays(),
                source.spread(),
                source.horizon());
    }
}
