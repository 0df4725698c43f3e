package dev.payweek.app;

import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.report.Answer;
import dev.payweek.report.Pace;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The answer as a person reads it in the terminal: the verdict, week and period, what is still due, where it went. */
final class TerminalReport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final int INDENT = 2;

    /** What stands beside a bar: a blank and a share such as {@code 1234.56 %}. */
    private static final int SHARE = 10;

    private final Answer answer;
    private final BudgetPlan plan;
    private final Terminal terminal;
    private final Lines lines;

    TerminalReport(Answer answer, BudgetPlan plan, Terminal terminal) {
        this.answer = answer;
        this.plan = plan;
        this.terminal = terminal;
        this.lines = new Lines(terminal.columns());
    }

    /**
     * Returns the text.
     *
     * @param wholePeriod whether categories are shown by pay period instead of by week
     */
    String text(boolean wholePeriod) {
        verdict();
        lines.gap();
        week();
        lines.gap();
        period();
        new StillDue(answer, terminal, lines).add();
        lines.gap();
        new CategoryTable(terminal, lines, wholePeriod).add(answer.categories());
        uncategorised();
        return lines.toString();
    }

    private void verdict() {
        Lines sentence = new Lines(lines.width()).sentence(0, new VerdictText(answer, plan).text());
        sentence.toString().lines().map(this::inItsColour).forEach(lines::line);
    }

    private String inItsColour(String line) {
        String strong = terminal.bold(line);
        return switch (answer.verdict().state()) {
            case FINE -> terminal.green(strong);
            case CAREFUL -> terminal.yellow(strong);
            case OVER -> terminal.red(strong);
            case UNKNOWN -> strong;
        };
    }

    private void week() {
        var figures = answer.week();
        int count = answer.period().period().weeks().size();
        String name = (figures.week().isStub() ? "Short week " : "Week ")
                + (figures.week().index() + 1) + " of " + count;
        heading(name, figures.week().span(), figures.daysLeft());
        left(figures.left(), figures.allowance());
        bar(figures.spent(), figures.allowance(), figures.shareSpent());
        pace(figures.spent(), figures.upcoming(), figures.allowance(), figures.pace());
    }

    private void period() {
        var figures = answer.period();
        heading("Pay period", figures.period().span(), figures.daysLeft());
        left(figures.left(), figures.discretionary());
        bar(figures.spent(), figures.discretionary(), figures.shareSpent());
        pace(figures.spent(), figures.upcoming(), figures.discretionary(), figures.pace());
        String from = "Income " + plain(figures.income()) + ", committed " + plain(figures.committed());
        Money carried = figures.carriedIn();
        lines.sentence(
                INDENT,
                carried.isZero()
                        ? from
                        : from + ", " + plain(carried.abs())
                                + (carried.isNegative() ? " overspent before" : " left from before"));
    }

    private void heading(String name, DateSpan span, long daysLeft) {
        LocalDate last = span.lastDay();
        Lines heading = new Lines(lines.width())
                .sentence(
                        0,
                        name + ", " + DAY.format(span.startInclusive()) + " to " + DAY.format(last) + " "
                                + last.getYear() + ", " + (daysLeft == 1 ? "1 day" : daysLeft + " days") + " left");
        heading.toString().lines().map(terminal::bold).forEach(lines::line);
    }

    private void left(Money left, Money whole) {
        boolean over = left.isNegative();
        String amount = left.abs() + (over ? " overspent" : " left");
        String coloured = over ? terminal.red(amount) : terminal.green(amount);
        lines.line(" ".repeat(INDENT) + coloured + (whole.isNegative() ? "" : " of " + plain(whole)));
        if (whole.isNegative()) {
            lines.sentence(INDENT, plain(whole.abs()) + " of it before anything was spent");
        }
    }

    private void bar(Money spent, Money whole, Optional<Ratio> share) {
        String bar = terminal.bar(spent.minorUnits(), whole.minorUnits(), lines.width() - INDENT - SHARE);
        lines.line(" ".repeat(INDENT) + bar + share.map(part -> " " + part).orElse(""));
    }

    private void pace(Money spent, Money upcoming, Money whole, Pace pace) {
        Money ahead = pace.aheadBy();
        // Where there was nothing to spend, no pace would have been even.
        String even = whole.isPositive()
                ? ", " + plain(ahead.abs()) + (ahead.isNegative() ? " less" : " more") + " than an even pace"
                : "";
        lines.sentence(
                INDENT, "Spent " + plain(spent) + even + "; at this rate " + plain(pace.projected()) + " by the end");
        if (!upcoming.isZero()) {
            lines.sentence(INDENT, "Entered for later days: " + plain(upcoming));
        }
    }

    private void uncategorised() {
        if (answer.uncategorised() > 0) {
            lines.gap()
                    .sentence(
                            0,
                            answer.uncategorised() + " not categorised yet; a rule would place them:"
                                    + " payweek rules add NAME 'title contains \"…\"' CATEGORY");
        }
    }

    private static String plain(Money amount) {
        return amount.decimal().toPlainString();
    }
}
