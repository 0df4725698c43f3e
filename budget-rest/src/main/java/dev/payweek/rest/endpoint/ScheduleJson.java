package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.payweek.money.Money;
import dev.payweek.period.Adjustment;
import dev.payweek.period.Cadence;
import dev.payweek.period.PaySchedule;
import dev.payweek.rest.json.Names;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pay schedule as JSON. Which fields must be there depends on the kind; {@code "last"} stands for the last day of a
 * month or the last weekday.
 */
@Schema("PaySchedule")
record ScheduleJson(
        Kind kind,
        Optional<Integer> n,
        Optional<LocalDate> anchor,
        List<JsonNode> days,
        Optional<JsonNode> day,
        Optional<Integer> minus,
        Optional<JsonNode> nth,
        Optional<DayOfWeek> weekday,
        List<LocalDate> dates,
        Optional<Adjustment> adjust,
        List<LocalDate> holidays,
        Optional<Integer> toleranceDays,
        Optional<Money> expectedPaycheck) {

    private static final String LAST = "last";
    private static final String LAST_BUSINESS_DAY = "last_business_day";

    enum Kind {
        WEEKLY,
        EVERY_N_DAYS,
        EVERY_N_WEEKS,
        SEMI_MONTHLY,
        MONTHLY,
        MONTHLY_NTH_WEEKDAY,
        EVERY_N_MONTHS,
        YEARLY,
        IRREGULAR;

        private List<String> fields() {
            return switch (this) {
                case WEEKLY, YEARLY -> List.of("anchor");
                case EVERY_N_DAYS, EVERY_N_WEEKS, EVERY_N_MONTHS -> List.of("n", "anchor");
                case SEMI_MONTHLY -> List.of("days");
                case MONTHLY -> List.of("day", "minus");
                case MONTHLY_NTH_WEEKDAY -> List.of("nth", "weekday");
                case IRREGULAR -> List.of("dates");
            };
        }
    }

    /** Returns the schedule; refuses an expected paycheck, because the amount is said beside it. */
    PaySchedule withoutAmount() {
        if (expectedPaycheck.isPresent()) {
            String message = "The amount is not said in the schedule here.";
            throw Problem.of(422, "invalid", List.of(new Problem.Detail("/expected_paycheck", "not_here", message)));
        }
        return schedule();
    }

    PaySchedule schedule() {
        refuseStrangeFields();
        PaySchedule plain = PaySchedule.of(cadence());
        return new PaySchedule(
                plain.cadence(),
                adjust.orElse(plain.adjustment()),
                holidays,
                toleranceDays.orElse(plain.toleranceDays()),
                expectedPaycheck);
    }

    /** A field that another kind has would be passed over in silence. */
    private void refuseStrangeFields() {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("n", n.isPresent());
        given.put("anchor", anchor.isPresent());
        given.put("days", !days.isEmpty());
        given.put("day", day.isPresent());
        given.put("minus", minus.isPresent());
        given.put("nth", nth.isPresent());
        given.put("weekday", weekday.isPresent());
        given.put("dates", !dates.isEmpty());
        List<Problem.Detail> problems = new ArrayList<>();
        given.forEach((name, there) -> {
            if (there && !kind.fields().contains(name)) {
                String message = "The kind " + word() + " has no " + name + ".";
                problems.add(new Problem.Detail("/" + name, "not_of_this_kind", message));
            }
        });
        if (minus.isPresent() && day.filter(ScheduleJson::isLastBusinessDay).isEmpty() && kind == Kind.MONTHLY) {
            String message = "Only " + LAST_BUSINESS_DAY + " can be some days earlier.";
            problems.add(new Problem.Detail("/minus", "not_of_this_kind", message));
        }
        if (!problems.isEmpty()) {
            throw Problem.of(422, "invalid", problems);
        }
    }

    private String word() {
        return Names.word(kind);
    }

    private static boolean isLastBusinessDay(JsonNode which) {
        return which.isTextual() && which.textValue().equals(LAST_BUSINESS_DAY);
    }

    private Cadence cadence() {
        return switch (kind) {
            case WEEKLY -> new Cadence.EveryDays(7, need(anchor, "anchor"));
            case EVERY_N_DAYS -> new Cadence.EveryDays(need(n, "n"), need(anchor, "anchor"));
            case EVERY_N_WEEKS ->
                PaySchedule.everyWeeks(need(n, "n"), need(anchor, "anchor")).cadence();
            case SEMI_MONTHLY -> semiMonthly();
            case MONTHLY -> monthly(need(day, "day"));
            case MONTHLY_NTH_WEEKDAY ->
                new Cadence.NthWeekday(
                        number(need(nth, "nth"), "/nth", Cadence.NthWeekday.LAST), need(weekday, "weekday"));
            case EVERY_N_MONTHS -> new Cadence.EveryMonths(need(n, "n"), need(anchor, "anchor"));
            case YEARLY -> new Cadence.EveryMonths(12, need(anchor, "anchor"));
            case IRREGULAR -> new Cadence.Irregular(dates);
        };
    }

    private Cadence semiMonthly() {
        if (days.size() != 2) {
            throw wrong("/days", "Two days of the month are expected here.");
        }
        return new Cadence.SemiMonthly(
                number(days.get(0), "/days/0", Cadence.LAST_DAY), number(days.get(1), "/days/1", Cadence.LAST_DAY));
    }

    private Cadence monthly(JsonNode which) {
        return isLastBusinessDay(which)
                ? new Cadence.LastBusinessDay(minus.orElse(0))
                : new Cadence.Monthly(number(which, "/day", Cadence.LAST_DAY));
    }

    private static int number(JsonNode node, String pointer, int last) {
        if (node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0) {
            return node.intValue();
        }
        if (node.isTextual() && node.textValue().equals(LAST)) {
            return last;
        }
        throw wrong(pointer, "A whole number or \"last\" is expected here.");
    }

    private <T> T need(Optional<T> field, String name) {
        return field.orElseThrow(() -> wrong("/" + name, "The kind " + word() + " needs " + name + "."));
    }

    private static Problem wrong(String pointer, String message) {
        return Problem.of(422, "invalid", List.of(new Problem.Detail(pointer, "required", message)));
    }

    static ScheduleJson of(PaySchedule schedule) {
        Cadence cadence = schedule.cadence();
        Parts parts = Parts.of(cadence);
        return new ScheduleJson(
                parts.kind(),
                parts.n(),
                parts.anchor(),
                parts.days(),
                parts.day(),
                cadence instanceof Cadence.LastBusinessDay last ? Optional.of(last.minus()) : Optional.empty(),
                cadence instanceof Cadence.NthWeekday nth
                        ? Optional.of(node(nth.nth(), Cadence.NthWeekday.LAST))
                        : Optional.empty(),
                cadence instanceof Cadence.NthWeekday nth ? Optional.of(nth.weekday()) : Optional.empty(),
                cadence instanceof Cadence.Irregular irregular ? irregular.dates() : List.of(),
                Optional.of(schedule.adjustment()),
                schedule.holidays(),
                Optional.of(schedule.toleranceDays()),
                schedule.expectedPaycheck());
    }

    /** What differs between the kinds. */
    private record Parts(
            Kind kind, Optional<Integer> n, Optional<LocalDate> anchor, List<JsonNode> days, Optional<JsonNode> day) {

        static Parts of(Cadence cadence) {
            if (cadence instanceof Cadence.EveryDays every) {
                boolean weeks = every.days() % 7 == 0;
                return every.days() == 7
                        ? new Parts(
                                Kind.WEEKLY, Optional.empty(), Optional.of(every.anchor()), List.of(), Optional.empty())
                        : new Parts(
                                weeks ? Kind.EVERY_N_WEEKS : Kind.EVERY_N_DAYS,
                                Optional.of(weeks ? every.days() / 7 : every.days()),
                                Optional.of(every.anchor()),
                                List.of(),
                                Optional.empty());
            }
            if (cadence instanceof Cadence.EveryMonths every) {
                boolean yearly = every.months() == 12;
                return new Parts(
                        yearly ? Kind.YEARLY : Kind.EVERY_N_MONTHS,
                        yearly ? Optional.empty() : Optional.of(every.months()),
                        Optional.of(every.anchor()),
                        List.of(),
                        Optional.empty());
            }
            if (cadence instanceof Cadence.SemiMonthly twice) {
                List<JsonNode> days = new ArrayList<>();
                days.add(node(twice.first(), Cadence.LAST_DAY));
                days.add(node(twice.second(), Cadence.LAST_DAY));
                return new Parts(Kind.SEMI_MONTHLY, Optional.empty(), Optional.empty(), days, Optional.empty());
            }
            if (cadence instanceof Cadence.Monthly monthly) {
                return monthly(node(monthly.day(), Cadence.LAST_DAY));
            }
            if (cadence instanceof Cadence.LastBusinessDay) {
                return monthly(TextNode.valueOf(LAST_BUSINESS_DAY));
            }
            Kind kind = cadence instanceof Cadence.NthWeekday ? Kind.MONTHLY_NTH_WEEKDAY : Kind.IRREGULAR;
            return new Parts(kind, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }

        private static Parts monthly(JsonNode day) {
            return new Parts(Kind.MONTHLY, Optional.empty(), Optional.empty(), List.of(), Optional.of(day));
        }
    }

    private static JsonNode node(int number, int last) {
        return number == last ? TextNode.valueOf(LAST) : IntNode.valueOf(number);
    }
}
