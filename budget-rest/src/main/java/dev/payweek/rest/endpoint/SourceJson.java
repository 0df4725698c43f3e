package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.rest.json.Schema;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
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

        PayVersion version(int place) {
            return new PayVersion(from, schedule.schedule("/versions/" + place + "/schedule"), expected);
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
            Optional<LocalDate> ruling = primaryFrom
                    .or(() -> Optional.of(DateSpan.EARLIEST))
                    .filter(day -> primary.orElse(primaryFrom.isPresent()));
            Optional<Condition> condition = match.map(node -> ConditionJson.read(node, currency, "/match"));
            List<PayVersion> all = new java.util.ArrayList<>();
            for (int i = 0; i < versions.size(); i++) {
                all.add(versions.get(i).version(i));
            }
            return new PaySource(
                    name,
                    all,
                    ruling,
                    until,
                    condition,
                    toleranceDays.orElse(PaySchedule.DEFAULT_TOLERANCE_DAYS),
                    spread,
                    horizon);
        }
    }

    static SourceJson of(PaySource source, Currency currency) {
        return new SourceJson(
                source.name(),
                source.primaryFrom().isPresent(),
                source.primaryFrom().filter(day -> !day.equals(DateSpan.EARLIEST)),
                source.versions().stream()
                        .map(version ->
                                new Version(version.from(), ScheduleJson.of(version.schedule()), version.expected()))
                        .toList(),
                source.until(),
                source.match().map(condition -> ConditionJson.toJson(condition, currency)),
                source.toleranceDays(),
                source.spread(),
                source.horizon());
    }
}
