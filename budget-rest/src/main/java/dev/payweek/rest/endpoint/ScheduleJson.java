package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.payweek.money.Money;
import dev.payweek.period.Adjustment;
import dev.payweek.period.Cadence;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.rest.json.Faults;
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

    /** Stands in for a schedule that is refused, so that the rest of what it is for is looked at too. */
    static final PaySchedule SOME_SCHEDULE = PaySchedule.monthly(1);

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
        var faults = new Faults();
        if (expectedPaycheck.isPresent()) {
            faults.note("/expected_paycheck", "not_here", "The amount is not said in the schedule here.");
        }
        PaySchedule schedule = faults.read("", this::schedule).orElse(SOME_SCHEDULE);
        faults.refuseIfAny();
        return schedule;
    }

    PaySchedule schedule() {
        var faults = new Faults();
        noteStrangeFields(faults);
        PaySchedule plain =
                faults.read("", () -> PaySchedule.of(cadence(faults))).orElse(SOME_SCHEDULE);
        PaySchedule schedule = faults.read(
                        "",
                        () -> new PaySchedule(
                                plain.cadence(),
                                adjust.orElse(plain.adjustment()),
                                holidays,
                                toleranceDays.orElse(plain.toleranceDays()),
                                expectedPaycheck))
                .orElse(plain);
        faults.refuseIfAny();
        return schedule;
    }

    /** A field that another kind has would be passed over in silence. */
    private void noteStrangeFields(Faults faults) {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("n", n.isPresent());
        given.put("anchor", anchor.isPresent());
        given.put("days", !days.isEmpty());
        given.put("day", day.isPresent());
        given.put("minus", minus.isPresent());
        given.put("nth", nth.isPresent());
        given.put("weekday", weekday.isPresent());
        given.put("dates", !dates.isEmpty());
        given.forEach((name, there) -> {
            if (there && !kind.fields().contains(name)) {
                faults.note("/" + name, "not_of_this_kind", "The kind " + word() + " has no " + name + ".");
            }
        });
        if (minus.isPresent() && day.filter(ScheduleJson::isLastBusinessDay).isEmpty() && kind == Kind.MONTHLY) {
            faults.note("/minus", "not_of_this_kind", "Only " + LAST_BUSINESS_DAY + " can be some days earlier.");
        }
    }

    private String word() {
        return Names.word(kind);
    }

    private static boolean isLastBusinessDay(JsonNode which) {
        return which.isTextual() && which.textValue().equals(LAST_BUSINESS_DAY);
    }

    /** What is missing is noted, and replaced so that what is there is looked at too. */
    private Cadence cadence(Faults faults) {
        noteMissing(faults);
        LocalDate since = anchor.orElse(DateSpan.EARLIEST);
        int every = n.orElse(30);
        return switch (kind) {
            case WEEKLY -> new Cadence.EveryDays(7, since);
            case EVERY_N_DAYS -> new Cadence.EveryDays(every, since);
            case EVERY_N_WEEKS -> PaySchedule.everyWeeks(every, since).cadence();
            case SEMI_MONTHLY -> semiMonthly();
            case MONTHLY -> monthly(day.orElse(IntNode.valueOf(1)));
            case MONTHLY_NTH_WEEKDAY ->
                new Cadence.NthWeekday(
                        number(nth.orElse(IntNode.valueOf(1)), "/nth", Cadence.NthWeekday.LAST),
                        weekday.orElse(DayOfWeek.MONDAY));
            case EVERY_N_MONTHS -> new Cadence.EveryMonths(every, since);
            case YEARLY -> new Cadence.EveryMonths(12, since);
            case IRREGULAR -> new Cadence.Irregular(dates);
        };
    }

    private void noteMissing(Faults faults) {
        Map<String, Optional<?>> single = Map.of("n", n, "anchor", anchor, "day", day, "nth", nth, "weekday", weekday);
        for (String name : kind.fields()) {
            if (single.getOrDefault(name, Optional.of(kind)).isEmpty()) {
                faults.note("/" + name, "required", "The kind " + word() + " needs " + name + ".");
            }
        }
    }

    private Cadence semiMonthly() {
        if (days.size() != 2) {
            throw wrong("/days", "Two days of the month are expected here.");
        }
        var faults = new Faults();
        int first = faults.read("", () -> number(days.get(0), "/days/0", Cadence.LAST_DAY))
                .orElse(1);
        int second = faults.read("", () -> number(days.get(1), "/days/1", Cadence.LAST_DAY))
                .orElse(Cadence.LAST_DAY);
        faults.refuseIfAny();
        return new Cadence.SemiMonthly(first, second);
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
