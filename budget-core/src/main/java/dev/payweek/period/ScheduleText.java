package dev.payweek.period;

import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a pay schedule, read and written. */
final class ScheduleText {

    private static final String DATE = "(\\d{4}-\\d{2}-\\d{2})";
    private static final Pattern WEEKLY = Pattern.compile("weekly from " + DATE);
    private static final Pattern EVERY = Pattern.compile("every (\\d{1,3}) (day|week)s? from " + DATE);
    private static final Pattern EVERY_MONTHS = Pattern.compile("every (\\d{1,3}) months? from " + DATE);
    private static final Pattern YEARLY = Pattern.compile("yearly from " + DATE);
    private static final Pattern TWICE = Pattern.compile("twice a month on (\\d{1,2}|last) and (\\d{1,2}|last)");
    private static final Pattern MONTHLY = Pattern.compile("monthly on (\\d{1,2}|last)");
    private static final Pattern LAST_BUSINESS_DAY =
            Pattern.compile("monthly on last business day(?: minus (\\d{1,2}))?");
    private static final Pattern NTH_WEEKDAY = Pattern.compile("monthly on (1st|2nd|3rd|4th|last) ([a-z]+day)");
    private static final Pattern LISTED = Pattern.compile("on [0-9 -]+");
    private static final List<String> ORDINALS = List.of("1st", "2nd", "3rd", "4th");

    /** What people say as well, one after the other, and how it is written here. */
    private static final List<Wording> WORDINGS = List.of(
            new Wording("\\b(on|and) the ", "$1 "),
            new Wording("\\b(\\d{1,2})(?:st|nd|rd|th)(?=$| and )", "$1"),
            new Wording("\\blast day(?: of the month)?(?=$| and )", "last"),
            new Wording("^every month on ", "monthly on "),
            new Wording("^(?:semi-?monthly|twice monthly) on ", "twice a month on "),
            new Wording("^(?:fortnightly|every (?:two|other|second) weeks?) ", "every 2 weeks "),
            new Wording("^every week from ", "weekly from "),
            new Wording("^every year from ", "yearly from "));

    /** What parts the days from the rest: a semicolon, or before a word that begins such a part a comma or a blank. */
    private static final Pattern PARTING = Pattern.compile(
            ";|(?<!\\s),?\\s++(?=(?i:none|preceding|following|nearest|tolerance|expecting|holidays)\\b)");

    private record Wording(Pattern said, String written) {

        Wording(String said, String written) {
            this(Pattern.compile(said), written);
        }
    }

    /** Room for 5000 listed paydays and 5000 holidays, each with its blank. */
    private static final int MAX_LENGTH = 120_000;

    private ScheduleText() {}

    static String write(PaySchedule schedule) {
        List<String> parts = new ArrayList<>();
        parts.add(write(schedule.cadence()));
        if (schedule.adjustment() != Adjustment.NONE) {
            parts.add(schedule.adjustment().name().toLowerCase(Locale.ROOT));
        }
        if (schedule.toleranceDays() != PaySchedule.DEFAULT_TOLERANCE_DAYS) {
            parts.add("tolerance " + schedule.toleranceDays());
        }
        schedule.expectedPaycheck().ifPresent(amount -> parts.add("expecting " + amount));
        if (!schedule.holidays().isEmpty()) {
            parts.add("holidays " + dates(schedule.holidays()));
        }
        return String.join("; ", parts);
    }

    private static String write(Cadence cadence) {
        if (cadence instanceof Cadence.EveryDays every) {
            if (every.days() == 7) {
                return "weekly from " + every.anchor();
            }
            return every.days() % 7 == 0
                    ? "every " + every.days() / 7 + " weeks from " + every.anchor()
                    : "every " + every.days() + " days from " + every.anchor();
        }
        if (cadence instanceof Cadence.EveryMonths every) {
            return every.months() == 12
                    ? "yearly from " + every.anchor()
                    : "every " + every.months() + " months from " + every.anchor();
        }
        if (cadence instanceof Cadence.SemiMonthly twice) {
            return "twice a month on " + twice.first() + " and " + dayOfMonth(twice.second());
        }
        if (cadence instanceof Cadence.Monthly monthly) {
            return "monthly on " + dayOfMonth(monthly.day());
        }
        if (cadence instanceof Cadence.LastBusinessDay last) {
            return "monthly on last business day" + (last.minus() == 0 ? "" : " minus " + last.minus());
        }
        if (cadence instanceof Cadence.NthWeekday nth) {
            return "monthly on "
                    + (nth.nth() == Cadence.NthWeekday.LAST ? "last" : ORDINALS.get(nth.nth() - 1))
                    + " "
                    + nth.weekday().name().toLowerCase(Locale.ROOT);
        }
        Cadence.Irregular irregular = (Cadence.Irregular) cadence;
        return irregular.followsRecordedPaychecks() ? "as recorded" : "on " + dates(irregular.dates());
    }

    static PaySchedule parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw malformed("a text this long");
        }
        String[] parts = PARTING.split(text, -1);
        PaySchedule schedule = PaySchedule.of(cadence(folded(parts[0])));
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            schedule = part.isBlank() ? schedule : with(schedule, part.strip());
        }
        return schedule;
    }

    private static PaySchedule with(PaySchedule schedule, String part) {
        String[] words = part.split("\\s+", 2);
        String rest = words.length == 1 ? "" : words[1];
        String word = words[0].toLowerCase(Locale.ROOT) + (rest.isEmpty() ? "" : " …");
        return switch (word) {
            case "none", "preceding", "following", "nearest" ->
                schedule.adjusted(Adjustment.valueOf(word.toUpperCase(Locale.ROOT)));
            case "tolerance …" -> schedule.withTolerance(number(rest));
            case "expecting …" -> schedule.expecting(Money.parse(rest));
            case "holidays …" -> schedule.withHolidays(dates(rest));
            default -> throw malformed("\"" + part + "\"");
        };
    }

    private static Cadence cadence(String text) {
        return match(WEEKLY, text)
                .<Cadence>map(m -> new Cadence.EveryDays(7, date(m.group(1))))
                .or(() -> match(EVERY, text)
                        .map(m -> new Cadence.EveryDays(
                                number(m.group(1)) * (m.group(2).equals("week") ? 7 : 1), date(m.group(3)))))
                .or(() -> match(EVERY_MONTHS, text)
                        .map(m -> new Cadence.EveryMonths(number(m.group(1)), date(m.group(2)))))
                .or(() -> match(YEARLY, text).map(m -> new Cadence.EveryMonths(12, date(m.group(1)))))
                .or(() -> match(TWICE, text)
                        .map(m -> new Cadence.SemiMonthly(dayOfMonth(m.group(1)), dayOfMonth(m.group(2)))))
                .or(() -> match(MONTHLY, text).map(m -> new Cadence.Monthly(dayOfMonth(m.group(1)))))
                .or(() -> match(LAST_BUSINESS_DAY, text)
                        .map(m -> new Cadence.LastBusinessDay(Optional.ofNullable(m.group(1))
                                .map(ScheduleText::number)
                                .orElse(0))))
                .or(() -> match(NTH_WEEKDAY, text).map(m -> nthWeekday(m.group(1), m.group(2))))
                .or(() -> match(LISTED, text).map(m -> new Cadence.Irregular(dates(text.substring(3)))))
                .or(() -> text.equals("as recorded") ? Optional.of(new Cadence.Irregular(List.of())) : Optional.empty())
                .orElseThrow(() -> malformed("\"" + text + "\""));
    }

    private static Cadence nthWeekday(String ordinal, String weekday) {
        try {
            return new Cadence.NthWeekday(
                    ordinal.equals("last") ? Cadence.NthWeekday.LAST : ORDINALS.indexOf(ordinal) + 1,
                    DayOfWeek.valueOf(weekday.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw malformed("\"" + weekday + "\"");
        }
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static String folded(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        for (Wording wording : WORDINGS) {
            folded = wording.said().matcher(folded).replaceAll(wording.written());
        }
        return folded;
    }

    private static String dates(List<LocalDate> dates) {
        return String.join(" ", dates.stream().map(LocalDate::toString).toList());
    }

    private static List<LocalDate> dates(String text) {
        return Arrays.stream(text.strip().split("\\s+")).map(ScheduleText::date).toList();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw malformed("the date \"" + text + "\"");
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw malformed("the number \"" + text + "\"");
        }
    }

    private static int dayOfMonth(String text) {
        return text.equals("last") ? Cadence.LAST_DAY : number(text);
    }

    private static String dayOfMonth(int day) {
        return day == Cadence.LAST_DAY ? "last" : Integer.toString(day);
    }

    private static LedgerException malformed(String found) {
        return LedgerException.invalid(
                "schedule",
                "malformed",
                "A pay schedule reads like \"every 2 weeks from 2026-11-20\", \"monthly on 25\","
                        + " \"twice a month on 15 and last; preceding\""
                        + " or \"monthly on last business day; expecting 2400.00 USD\";"
                        + " not understood: "
                        + Validation.excerpt(found) + ".");
    }
}
