package dev.payweek.discovery;

import dev.payweek.period.Adjustment;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** Schedules in words: "every 2 weeks", "monthly on the 20th, on the business day before". */
final class Phrases {

    private Phrases() {}

    /** How often, without days. */
    static String cadence(Lattice lattice) {
        return switch (lattice.form()) {
            case DAYS ->
                lattice.n() == 7
                        ? "every week"
                        : lattice.n() % 7 == 0
                                ? "every " + lattice.n() / 7 + " weeks"
                                : "every " + lattice.n() + " days";
            case SEMI_MONTHLY -> "twice a month";
            case MONTHLY, LAST_BUSINESS_DAY, NTH_WEEKDAY -> "monthly";
            case MONTHS -> lattice.n() == 12 ? "yearly" : "every " + lattice.n() + " months";
        };
    }

    /** How often and on which days. */
    static String schedule(Lattice lattice) {
        String days = switch (lattice.form()) {
            case DAYS, MONTHS -> "";
            case MONTHLY -> " on " + day(lattice.day());
            case SEMI_MONTHLY -> " on " + day(lattice.n()) + " and " + day(lattice.day());
            case LAST_BUSINESS_DAY ->
                lattice.day() == 0
                        ? " on the last business day"
                        : " " + lattice.day() + " business days before the last";
            case NTH_WEEKDAY ->
                " on the " + (lattice.n() == 0 ? "last" : ordinal(lattice.n())) + " "
                        + DayOfWeek.of(lattice.day() + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        };
        return cadence(lattice) + days + moved(lattice.adjust());
    }

    private static String moved(Adjustment adjust) {
        return switch (adjust) {
            case NONE, NEAREST -> "";
            case PRECEDING -> ", on the business day before";
            case FOLLOWING -> ", on the next business day";
        };
    }

    static String day(int day) {
        return day >= 31 ? "the last day" : "the " + ordinal(day);
    }

    private static String ordinal(int number) {
        int unit = number % 10;
        boolean teen = number % 100 >= 11 && number % 100 <= 13;
        return number + (teen || unit == 0 || unit > 3 ? "th" : unit == 1 ? "st" : unit == 2 ? "nd" : "rd");
    }
}
