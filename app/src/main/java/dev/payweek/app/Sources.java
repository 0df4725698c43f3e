package dev.payweek.app;

import dev.payweek.app.LedgerWords.Word;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.plan.PaySource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and sets where pay comes from. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = "Lists the pay sources: jobs, pensions, whatever pays."
                + " The primary one cuts time into pay periods.")
final class Sources implements Runnable, LedgerWords.Naming {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--json", description = "Prints the answer of GET /sources.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.openReadOnly()) {
            if (json) {
                ApiOutput.print(budget, "/sources", Map.of(), spec.commandLine().getOut());
            } else {
                budget.use(view -> view.sources().forEach(source -> print(PlanText.lines(source))));
            }
        }
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = {
                "Adds a pay source or changes what is said of it, and lists what income it recognises.",
                "  payweek sources set Acme \"every 2 weeks from 2026-11-20\" --match 'title contains \"acme\"'",
                "  payweek sources set Acme --expecting 1750.00 --from 2026-12-01"
            })
    void set(
            @Mixin Database where,
            @Parameters(paramLabel = "NAME", description = "What it is called, such as Acme.") String name,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "WORDS",
                            description = "When it pays, as payweek schedule takes it; needed for a new one.")
                    Optional<String> words,
            @Mixin SourceOptions options,
            @Option(names = "--dry-run", description = "Only reports what would change.") boolean dryRun) {
        try (Budget budget = where.open()) {
            List<String> lines = dryRun
                    ? budget.<List<String>>whatIf(edit -> put(edit, options, name, words))
                    : budget.<List<String>>write(Budget.LOCAL, edit -> put(edit, options, name, words));
            print(lines);
        }
    }

    private static List<String> put(BudgetEdit edit, SourceOptions options, String name, Optional<String> words) {
        RecognitionDiff diff = new RecognitionDiff(edit.paydays().recognised());
        PaySource source = edit.put(options.source(edit, name, words));
        return diff.lines(source, edit);
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a pay source as if it had never been; to end one, use set NAME --until DATE.")
    void remove(@Mixin Database where, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        where.change(edit -> edit.removeSource(name));
    }

    private void print(List<String> lines) {
        lines.forEach(line -> spec.commandLine().getOut().println(line));
    }

    @Override
    public Set<String> labels() {
        return Set.of("NAME");
    }

    @Override
    public Stream<Word> words(BudgetView view) {
        return LedgerWords.names(view.sources().stream().map(PaySource::name));
    }
}
