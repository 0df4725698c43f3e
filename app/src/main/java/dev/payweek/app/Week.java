package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.refusal.LedgerException;
import dev.payweek.report.BudgetReport;
import dev.payweek.report.ReportView;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The report in the terminal. */
@Command(
        name = "week",
        mixinStandardHelpOptions = true,
        description = "Shows what of the discretionary income has been spent since the last paycheck, and on what.")
final class Week implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Bank files to look at instead of the ledger; nothing of them is kept.")
    private List<Path> files = List.of();

    @Option(
            names = "--paid",
            paramLabel = "WORDS",
            description =
                    "When pay comes, for bank files: \"every 2 weeks from 2026-11-20\" (default: calendar weeks).")
    private Optional<String> paid = Optional.empty();

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day, as YYYY-MM-DD (default: today, or the last day of the files).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--pay-period", description = "Shows the whole pay period instead of the week.")
    private boolean payPeriod;

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "Shows the last N weeks, or pay periods with --pay-period, a line each.")
    private Optional<Integer> history = Optional.empty();

    @Option(
            names = "--suppose",
            paramLabel = "\"AMOUNT TITLE\"",
            description = "Shows the report as if this were spent on the day, such as \"80.00 Concert\"; repeatable.")
    private List<String> suppose = List.of();

    @Option(names = "--json", description = "Prints the answer of GET /budget, /budget/history or /budget/what-if.")
    private boolean json;

    @Override
    public void run() {
        ReportView view = payPeriod ? ReportView.PERIOD : ReportView.WEEK;
        try (Budget budget = files.isEmpty() ? database.open() : ofFiles()) {
            if (json) {
                printJson(budget, view);
            } else if (history.isPresent()) {
                printHistory(budget, view, history.get());
            } else {
                BudgetReport report = budget.whatIf(edit -> supposed(edit, view));
                print(new TerminalReport(report, Terminal.of(System.getenv())).text());
            }
        }
    }

    private BudgetReport supposed(BudgetEdit edit, ReportView view) {
        LocalDate day = on.orElse(edit.today());
        for (String words : suppose) {
            Supposed one = Supposed.of(words);
            Money amount = Money.of(one.amount(), edit.settings().currency().getCurrencyCode());
            edit.add(EntryDraft.expense(amount, one.title()).on(day));
        }
        return edit.report(day, view);
    }

    /** An expense in the person's words: an amount, a blank, a title. */
    private record Supposed(String amount, String title) {

        static Supposed of(String words) {
            String[] parts = words.strip().split("\\s+", 2);
            if (parts.length < 2) {
                throw LedgerException.invalid(
                        "suppose", "malformed", "Suppose an amount and a title, such as \"80.00 Concert\".");
            }
            return new Supposed(parts[0], parts[1]);
        }
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    private void printHistory(Budget budget, ReportView view, int count) {
        List<BudgetReport> reports = budget.read(ledger -> ledger.history(on.orElse(ledger.today()), view, count));
        print(TerminalReport.history(reports, Terminal.of(System.getenv())));
    }

    /** The answer from bank files alone: they are read into a ledger that is forgotten. */
    private Budget ofFiles() {
        Budget budget = Budget.inMemory(Clock.system(ZoneId.systemDefault()));
        List<LocalDate> lastDays = new ArrayList<>();
        paid.map(PaySchedule::parse).ifPresent(budget::paidOn);
        for (Path file : files) {
            ImportReport report = budget.importStatement(new FileOnDisk(file), ImportOptions.NONE);
            report.questions().stream().findFirst().ifPresent(question -> {
                throw LedgerException.invalid(
                        question.parameter(),
                        question.code(),
                        file + ": " + question.message() + " payweek import takes the answer.");
            });
            report.accounts().forEach(part -> part.batch().lastDate().ifPresent(lastDays::add));
        }
        on = on.or(() -> lastDays.stream().max(Comparator.naturalOrder()));
        return budget;
    }

    private void printJson(Budget budget, ReportView view) {
        String shown = view.name().toLowerCase(Locale.ROOT);
        if (!suppose.isEmpty()) {
            printSupposed(budget, shown);
            return;
        }
        Map<String, List<String>> query = new HashMap<>();
        query.put("view", List.of(shown));
        on.ifPresent(day -> query.put("on", List.of(day.toString())));
        history.ifPresent(count -> query.put("periods", List.of(count.toString())));
        String path = history.isPresent() ? "/budget/history" : "/budget";
        ApiOutput.print(budget, path, query, spec.commandLine().getOut());
    }

    private void printSupposed(Budget budget, String view) {
        LocalDate day = on.orElseGet(() -> budget.<LocalDate>read(BudgetView::today));
        List<Map<String, String>> expenses = suppose.stream()
                .map(Supposed::of)
                .map(one -> Map.of("amount", one.amount(), "title", one.title(), "date", day.toString()))
                .toList();
        Map<String, Object> body = Map.of("on", day.toString(), "view", view, "expenses", expenses);
        ApiOutput.ask(budget, "/budget/what-if", body, spec.commandLine().getOut());
    }
}
