package dev.payweek.app;

import dev.payweek.money.Money;
import dev.payweek.period.Cadence;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.Discovery.Kind;
import dev.payweek.plan.Discovery.State;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an answer from files alone was made with, in at most three lines. */
final class DiscoveredText {

    private static final int MOST_NAMED = 6;

    private DiscoveredText() {}

    /** Pay, bills, and what was seen too seldom to be used; a line that has nothing to say is left out. */
    static List<String> lines(List<Discovery> used, List<Discovery> all) {
        List<Discovery> pay = used.stream()
                .filter(one -> one.kind() == Kind.PAY_SOURCE || one.kind() == Kind.IRREGULAR_INCOME)
                .toList();
        List<Discovery> bills = used.stream()
                .filter(one -> one.isProposed() && (one.kind() == Kind.BILL || one.kind() == Kind.YEARLY))
                .toList();
        List<Discovery> early = all.stream()
                .filter(one -> one.state() == State.EARLY && one.schedule().isPresent())
                .toList();
        String nothing = pay.isEmpty() ? "Pay: none found, so periods are calendar months." : "";
        return Stream.of(
                        pay.isEmpty() ? nothing : "Pay: " + joined(pay, true),
                        bills.isEmpty() ? "" : "Bills: " + joined(bills, false),
                        early.isEmpty() ? "" : "Left out: " + joined(early, false))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String joined(List<Discovery> some, boolean counted) {
        String named = some.stream()
                .limit(MOST_NAMED)
                .map(one -> one(one, counted || one.state() == State.EARLY))
                .collect(Collectors.joining(counted ? "; " : ", "));
        return named + (some.size() > MOST_NAMED ? " and " + (some.size() - MOST_NAMED) + " more." : ".");
    }

    private static String one(Discovery one, boolean counted) {
        String amount = one.amount().map(DiscoveredText::plain).orElse("");
        String about = one.variable() ? "about " + amount : amount;
        String when = one.schedule().map(schedule -> words(schedule, one)).orElse("on no regular days");
        String count = ", " + one.hits() + " of " + (one.hits() + one.misses())
                + one.until().map(day -> ", until " + day).orElse("");
        return counted ? one.name() + " " + when + ", " + about + count : one.name() + " " + about + " " + when;
    }

    /** How often, as a person says it: every 2 weeks, on the 1st. */
    private static String words(PaySchedule schedule, Discovery one) {
        if (schedule.cadence() instanceof Cadence.Monthly monthly) {
            return monthly.day() == Cadence.LAST_DAY ? "on the last day" : "on the " + ordinal(monthly.day());
        }
        if (schedule.cadence() instanceof Cadence.EveryMonths every && every.months() == 12) {
            return one.next().stream()
                    .findFirst()
                    .map(day -> "yearly, next " + day)
                    .orElse("yearly");
        }
        if (schedule.cadence() instanceof Cadence.EveryMonths every) {
            return "every " + every.months() + " months";
        }
        if (schedule.cadence() instanceof Cadence.EveryDays every) {
            return every.days() == 7
                    ? "every week"
                    : every.days() % 7 == 0
                            ? "every " + every.days() / 7 + " weeks"
                            : "every " + every.days() + " days";
        }
        String text = schedule.toString();
        int end = text.indexOf(';');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String ordinal(int day) {
        int unit = day % 10;
        boolean teen = day >= 11 && day <= 13;
        return day + (teen || unit == 0 || unit > 3 ? "th" : unit == 1 ? "st" : unit == 2 ? "nd" : "rd");
    }

    private static String plain(Money amount) {
        return String.format(Locale.ROOT, "%,." + amount.currency().getDefaultFractionDigits() + "f", amount.decimal());
    }
}
