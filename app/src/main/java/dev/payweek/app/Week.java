package dev.payweek.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.app.start.KeptText;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.Discovery.Kind;
import dev.payweek.plan.Discovery.State;
import dev.payweek.refusal.LedgerException;
import dev.payweek.report.Answer;
import dev.payweek.rest.json.Json;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The report in the terminal. */
@Command(
        name = "week",
        mixinStandardHelpOptions = true,
        description = "Shows what is left until payday, what is safe to spend a day, and where the money went.")
final class Week implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Bank files to look at instead of the ledger, - for standard input; nothing of them is kept."
                    + " Ends with 1 if any row was left out.")
    private List<Path> files = List.of();

    @Option(
            names = "--paid",
            paramLabel = "WORDS",
            description =
                    "When pay comes, for bank files: \"every 2 weeks from 2026-11-20\" (default: as the files show).")
    private Optional<String> paid = Optional.empty();

    @Option(
            names = "--answer",
            paramLabel = "NAME=VALUE",
            description = "Answers a question a bank file leaves open, such as --answer date_format=D/M/Y.")
    private Map<String, String> answers = Map.of();

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day, as YYYY-MM-DD (default: today, or the last day of the files).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--pay-period", description = "Shows categories, or the history, by pay period instead of by week.")
    private boolean payPeriod;

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "Shows the last N weeks that have ended, or pay periods with --pay-period, a line each.")
    private Optional<Integer> history = Optional.empty();

    @Option(
            names = "--suppose",
            paramLabel = "\"AMOUNT TITLE\"",
            description = "Shows the report as if this were spent on the day, such as \"80.00 Concert\"; repeatable.")
    private List<String> suppose = List.of();

    @Option(names = "--json", description = "Prints the answer of GET /budget, /budget/history or /budget/what-if.")
    private boolean json;

    private boolean allTaken = true;
    private List<String> discovered = List.of();
    private Optional<JsonNode> suggestions = Optional.empty();

    @Override
    public Integer call() {
        if (files.isEmpty() && paid.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--paid is for bank files; for the ledger there is payweek schedule.");
        }
        if (files.isEmpty() && !answers.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--answer is for bank files.");
        }
        if (history.isPresent() && !suppose.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "What is supposed now changes no history.");
        }
        Terminal terminal = database.caller().terminal();
        Optional<KeptText> kept = files.isEmpty() ? database.kept() : Optional.empty();
        try (Budget budget = files.isEmpty() ? database.openReadOnly() : ofFiles()) {
            kept.ifPresent(text -> text.isTrueUntil(endOfToday(budget)));
            if (json) {
                printJson(budget);
            } else if (history.isPresent()) {
                int count = history.get();
                print(budget.<String>read(view -> past(view, new HistoryTable(terminal), count)));
            } else {
                print(budget.<String>whatIf(edit -> {
                    Answer answer = supposed(edit);
                    return new TerminalReport(answer, edit.plan(), terminal).text(payPeriod) + doubtful(edit, answer);
                }));
            }
        }
        return allTaken ? 0 : 1;
    }

    /** A day that is named by words, such as yesterday, is one of the machine's zone, today one of the ledger's. */
    private Instant endOfToday(Budget budget) {
        Clock clock = database.clock();
        ZoneId zone = budget.read(view -> view.settings().zone());
        return Stream.of(zone, clock.getZone())
                .map(each -> LocalDate.ofInstant(clock.instant(), each)
                        .plusDays(1)
                        .atStartOfDay(each)
                        .toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Answer supposed(BudgetEdit edit) {
        LocalDate day = on.orElse(edit.today());
        for (String words : suppose) {
            Supposed one = Supposed.of(words);
            edit.add(EntryDraft.expense(AmountText.in(edit, one.amount()), one.title())
                    .on(day));
        }
        return edit.answer(day);
    }

    /** What was entered by hand and came from the bank as well counts twice until somebody says that it is one. */
    private String doubtful(BudgetView view, Answer answer) {
        long pairs =
                suppose.isEmpty() ? view.twins(answer.period().period().span()).size() : 0;
        String what = pairs == 1
                ? "1 imported entry may repeat one made by hand, and counts twice if it does"
                : pairs + " imported entries may repeat ones made by hand, and count twice if they do";
        return pairs == 0
                ? ""
                : new Lines(database.caller().terminal().columns())
                        .gap()
                        .sentence(0, what + ": payweek merge")
                        .toString();
    }

    private String past(BudgetView view, HistoryTable table, int count) {
        LocalDate today = on.orElse(view.today());
        return payPeriod ? table.periods(view.periods(today, count)) : table.weeks(view.weeks(today, count));
    }

    /** An expense in the person's words: an amount, a blank, a title. */
    private record Supposed(String amount, String title) {

        static Supposed of(String words) {
            String[] parts = words.strip().split("\\s+", 2);
            String[] more = parts[parts.length - 1].split("\\s+", 2);
            if (more.length == 2 && isCurrency(more[0])) {
                return new Supposed(parts[0] + " " + more[0], more[1]);
            }
            if (parts.length < 2) {
                throw LedgerException.invalid(
                        "suppose", "malformed", "Suppose an amount and a title, such as \"80.00 Concert\".");
            }
            return new Supposed(parts[0], parts[1]);
        }

        private static boolean isCurrency(String word) {
            return Currency.getAvailableCurrencies().stream()
                    .anyMatch(one -> one.getCurrencyCode().equals(word));
        }
    }

    private void print(String text) {
        discovered.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    /** The answer from bank files alone: they are read into a ledger that is forgotten. */
    private Budget ofFiles() {
        Budget budget = database.caller().forgotten();
        List<LocalDate> lastDays = new ArrayList<>();
        for (Path file : files) {
            ImportReport report = read(budget, file);
            report.questions().stream().findFirst().ifPresent(question -> {
                throw LedgerException.invalid(
                        question.parameter(), question.code(), file + ": " + ImportSummary.asked(question));
            });
            ImportSummary.leftOut(spec.commandLine().getErr(), file.toString(), report);
            allTaken &= !report.hasRejects() && report.nothingNew().isEmpty();
            report.accounts().forEach(part -> part.batch().lastDate().ifPresent(lastDays::add));
        }
        // After the files, whose currency an amount without one has.
        paid.ifPresent(words -> paidOn(budget, words));
        on = on.or(() -> lastDays.stream().max(Comparator.naturalOrder()));
        if (paid.isEmpty()) {
            useDiscovered(budget);
        }
        return budget;
    }

    private ImportReport read(Budget budget, Path named) {
        try (FileOnDisk file = FileOnDisk.of(database.caller(), named)) {
            return budget.importStatement(file, ImportOptions.NONE.answering(answers));
        }
    }

    /**
     * Without being given them, the answer uses the pay, bills and pairs that the files show, and says so; what has
     * stopped counts for the days before.
     */
    private void useDiscovered(Budget budget) {
        if (json) {
            suggestions =
                    Optional.of(ApiOutput.tree(budget, "/discoveries", Map.of()).path("discoveries"));
        }
        List<Discovery> all = budget.read(BudgetView::discover).discoveries();
        List<Discovery> used = all.stream()
                .filter(one -> one.state() != State.EARLY && one.kind() != Kind.SET_ASIDE && one.kind() != Kind.LIMIT)
                .toList();
        budget.write(
                Budget.LOCAL,
                edit -> edit.accept(used.stream().map(Discovery::id).toList()));
        discovered = DiscoveredText.lines(used, all);
    }

    private static void paidOn(Budget budget, String words) {
        budget.change(Budget.LOCAL, edit -> {
            PaySchedule schedule = ScheduleWords.in(edit, words);
            schedule.expectedPaycheck().ifPresent(amount -> AmountText.adopt(edit, amount.currency()));
            edit.paidOn(schedule);
        });
    }

    private void printJson(Budget budget) {
        PrintWriter out = spec.commandLine().getOut();
        if (history.isPresent()) {
            Map<String, List<String>> query = new HashMap<>();
            query.put("periods", List.of(history.get().toString()));
            query.put("of", List.of(payPeriod ? "period" : "week"));
            on.ifPresent(day -> query.put("today", List.of(day.toString())));
            ApiOutput.print(budget, "/budget/history", query, out);
        } else if (suppose.isEmpty()) {
            Map<String, List<String>> query =
                    on.map(day -> Map.of("on", List.of(day.toString()))).orElse(Map.of());
            Map<String, Object> answer = new LinkedHashMap<>();
            ApiOutput.tree(budget, "/budget", query)
                    .properties()
                    .forEach(field -> answer.put(field.getKey(), field.getValue()));
            // What the answer was made with, as it stood before it was taken for true.
            suggestions.ifPresent(found -> answer.put("discoveries", found));
            out.println(Json.text(answer));
            out.flush();
        } else {
            printSupposed(budget, out);
        }
    }

    private void printSupposed(Budget budget, PrintWriter out) {
        LocalDate day = on.orElseGet(() -> budget.<LocalDate>read(BudgetView::today));
        List<Map<String, String>> expenses = suppose.stream()
                .map(Supposed::of)
                .map(one -> Map.of(
                        "amount",
                        budget.<String>read(view -> AmountText.ofLedger(view, one.amount())
                                .decimal()
                                .toPlainString()),
                        "title",
                        one.title(),
                        "date",
                        day.toString()))
                .toList();
        ApiOutput.ask(budget, "/budget/what-if", Map.of("on", day.toString(), "expenses", expenses), out);
    }
}
