package dev.payweek.app;

import dev.payweek.money.Money;
import dev.payweek.report.BudgetReport;
import dev.payweek.report.CategoryLine;
import dev.payweek.report.ReportView;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The report as a person reads it in the terminal: the answer first, then where the money went. */
final class TerminalReport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final int BAR = 24;
    private static final int NAME = 30;
    private static final int AMOUNT = 12;

    private final BudgetReport report;
    private final Terminal terminal;
    private final StringBuilder out = new StringBuilder();

    TerminalReport(BudgetReport report, Terminal terminal) {
        this.report = report;
        this.terminal = terminal;
    }

    String text() {
        heading();
        answer();
        out.append('\n');
        report.categories().forEach(line -> category(line, 0));
        if (report.uncategorised() > 0) {
            out.append('\n')
                    .append(terminal.faint(report.uncategorised() + " not categorised yet; a rule would place them:"
                            + " payweek rules add NAME 'title contains \"…\"' CATEGORY"))
                    .append('\n');
        }
        return out.toString();
    }

    private void heading() {
        String what = report.view() == ReportView.WEEK
                ? (report.week().isStub() ? "Short week " : "Week ")
                        + (report.week().index() + 1) + " of "
                        + report.period().weeks().size()
                : "Pay period";
        LocalDate last = report.span().lastDay();
        out.append(terminal.bold(what + ", " + DAY.format(report.span().startInclusive()) + " to " + DAY.format(last)
                        + " " + last.getYear()))
                .append(", ")
                .append(days(report.daysLeft()))
                .append(" left\n");
        out.append(paid()).append("\n\n");
    }

    private String paid() {
        Money amount = report.paycheck().amount();
        if (!report.paycheck().expected()) {
            return "Paid " + amount + " on " + DAY.format(report.paycheck().date());
        }
        return amount.isZero()
                ? "No paycheck recorded yet; payweek schedule sets when pay comes, payweek add --paycheck records it"
                : "Paycheck of " + amount + " expected on "
                        + DAY.format(report.paycheck().date());
    }

    private void answer() {
        boolean over = report.remaining().isNegative();
        String left = report.remaining().abs() + (over ? " overspent" : " left");
        out.append("  ").append(over ? terminal.red(terminal.bold(left)) : terminal.green(terminal.bold(left)));
        out.append(" of ").append(plain(report.discretionary()));
        if (report.safeToSpendPerDay().isPositive()) {
            out.append("; ").append(plain(report.safeToSpendPerDay())).append(" a day is safe");
        }
        out.append('\n');
        out.append("  ")
                .append(terminal.bar(
                        report.spent().minorUnits(), report.discretionary().minorUnits(), BAR + NAME))
                .append(' ')
                .append(report.shareSpent())
                .append('\n');
        Money ahead = report.pace().aheadBy();
        out.append("  Spent ")
                .append(plain(report.spent()))
                .append(", ")
                .append(plain(ahead.abs()))
                .append(ahead.isNegative() ? " less" : " more")
                .append(" than an even pace; at this rate ")
                .append(plain(report.pace().projected()))
                .append(" by the end\n");
        if (!report.upcoming().isZero()) {
            out.append("  Entered for later days: ")
                    .append(plain(report.upcoming()))
                    .append('\n');
        }
    }

    private void category(CategoryLine line, int indent) {
        String name = " ".repeat(2 + 2 * indent) + line.category().leaf();
        out.append(padded(name, NAME)).append(right(plain(line.spent()), AMOUNT));
        if (line.available().isPresent()) {
            Money limit = line.available().get();
            out.append(" of ")
                    .append(right(plain(limit), AMOUNT - 2))
                    .append("  ")
                    .append(terminal.bar(line.spent().minorUnits(), limit.minorUnits(), BAR))
                    .append("  ")
                    .append(status(line))
                    .append(carried(line.carryIn()));
        } else if (!line.discretionary()) {
            out.append(terminal.faint("  not discretionary"));
        }
        out.append('\n');
        line.children().forEach(child -> category(child, indent + 1));
    }

    private String status(CategoryLine line) {
        Money remaining = line.remaining().orElse(line.spent());
        return switch (line.status()) {
            case OVER -> terminal.red("over by " + plain(remaining.abs()));
            case NEAR -> terminal.yellow("near, " + plain(remaining) + " left");
            case WITHIN, NO_LIMIT -> plain(remaining) + " left";
        };
    }

    private static String carried(Money carryIn) {
        if (carryIn.isZero()) {
            return "";
        }
        return ", " + plain(carryIn.abs()) + (carryIn.isNegative() ? " overspent before" : " left from before");
    }

    /** Returns the reports a line each: the stretch, what was spent of how much, and what was left. */
    static String history(List<BudgetReport> reports, Terminal terminal) {
        StringBuilder lines = new StringBuilder();
        for (BudgetReport report : reports) {
            Money remaining = report.remaining();
            lines.append(report.span().startInclusive())
                    .append(" to ")
                    .append(report.span().lastDay())
                    .append(right(plain(report.spent()), AMOUNT))
                    .append(" of ")
                    .append(right(plain(report.discretionary()), AMOUNT - 2))
                    .append("  ")
                    .append(terminal.bar(
                            report.spent().minorUnits(), report.discretionary().minorUnits(), BAR))
                    .append("  ")
                    .append(
                            remaining.isNegative()
                                    ? terminal.red("over by " + plain(remaining.abs()))
                                    : plain(remaining) + " left")
                    .append('\n');
        }
        return lines.toString();
    }

    private static String plain(Money amount) {
        return amount.decimal().toPlainString();
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text.substring(0, width - 1) + " " : text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
