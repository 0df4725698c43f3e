package dev.payweek.app;

import dev.payweek.money.Money;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.report.Answer;
import dev.payweek.report.BillRow;
import dev.payweek.report.PayRow;
import dev.payweek.report.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer in the words of a person: {@code Fine. 27.52 a day until Friday, payday in 5 days.} */
record VerdictText(Answer answer, BudgetPlan plan) {

    /** From so many days on the name of a weekday could mean two days. */
    private static final int DAYS_OF_A_WEEK = 7;

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /** Returns how it stands, and why where it does not stand well. */
    String text() {
        return state() + (awaitsPay() ? " Nothing has come in this month. " + nextStep() : "");
    }

    /** Where nobody has said when pay comes, a month may just not have been paid yet, however it stands. */
    private boolean awaitsPay() {
        return plan.sources().isEmpty()
                && answer.verdict().state() != Verdict.State.UNKNOWN
                && answer.period().income().isZero();
    }

    private String state() {
        return switch (answer.verdict().state()) {
            case UNKNOWN -> "No income is known yet, so nothing can be promised. " + nextStep();
            case FINE -> "Fine. " + advice();
            case CAREFUL -> "Careful: " + String.join(", ", reasons()) + ". " + advice();
            case OVER ->
                "Over by " + plain(answer.period().left().abs()) + ": more is spent or due than there is, " + end()
                        + ".";
        };
    }

    private String nextStep() {
        return plan.sources().isEmpty()
                ? "Say when pay comes: payweek schedule \"every 2 weeks from 2026-11-20; expecting "
                        + Money.of(
                                BigDecimal.valueOf(1680), answer.period().left().currency()) + "\"."
                : "Bring it with payweek import or add it: payweek income 1500.00 Pay.";
    }

    private String advice() {
        Verdict verdict = answer.verdict();
        boolean byWeek = answer.week().safePerDay().compareTo(answer.period().safePerDay()) < 0;
        LocalDate until = byWeek ? answer.week().week().span().endExclusive() : verdict.payday();
        String amount =
                verdict.safeToday().isPositive() ? plain(verdict.safeToday()) + " a day" : "Nothing more to spend";
        return amount + " until " + named(until) + ", " + end() + ".";
    }

    private String named(LocalDate day) {
        boolean near = ChronoUnit.DAYS.between(answer.asOf(), day) < DAYS_OF_A_WEEK;
        return (near ? WEEKDAY : DAY).format(day);
    }

    /** Not every period ends with pay: a month does not, nor what an irregular source is looked ahead. */
    private String end() {
        long days = answer.verdict().daysToPayday();
        boolean regular =
                plan.sources().stream().anyMatch(source -> source.primaryFrom().isPresent() && !source.isIrregular());
        String what = regular ? "payday" : plan.sources().isEmpty() ? "the month ends" : "the period ends";
        return what + (days == 1 ? " tomorrow" : " in " + days + " days");
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        answer.pay().stream()
                .filter(row -> row.state() == PayRow.State.MISSING)
                .forEach(row -> reasons.add("pay of " + row.source() + " is missing"));
        answer.bills().stream()
                .filter(row -> row.state() == BillRow.State.LATE)
                .forEach(row -> reasons.add(row.bill() + " is late"));
        if (answer.week().left().isNegative()) {
            reasons.add("the week is over by " + plain(answer.week().left().abs()));
        }
        if (reasons.isEmpty()) {
            reasons.add("at this rate " + plain(answer.period().pace().projected()) + " of "
                    + plain(answer.period().discretionary()) + " will be spent");
        }
        return reasons;
    }

    private static String plain(Money amount) {
        return amount.decimal().toPlainString();
    }
}
