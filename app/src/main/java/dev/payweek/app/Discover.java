package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.plan.Discoveries;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.Discovery.Kind;
import dev.payweek.plan.Discovery.State;
import dev.payweek.refusal.LedgerException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the ledger's own history suggests, and what of it holds from now on. */
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        description = "Lists the pay, bills, transfers, refunds and yearly costs that the ledger itself shows, with"
                + " numbers to accept or decline them by.")
final class Discover implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(
            names = "--accept",
            arity = "1..*",
            paramLabel = "N",
            description = "Accepts these, by number or id, as one change; all stands for every one that is proposed.")
    private List<String> accept = List.of();

    @Option(
            names = "--decline",
            arity = "1..*",
            paramLabel = "N",
            description = "Declines these, by number or id; they are not suggested again.")
    private List<String> decline = List.of();

    @Option(
            names = "--all",
            description = "Lists each pair of transfers and refunds, and payees of which nothing is known.")
    private boolean all;

    @Option(names = "--json", description = "Prints the answer of GET /discoveries.")
    private boolean json;

    @Override
    public void run() {
        boolean changes = !accept.isEmpty() || !decline.isEmpty();
        try (Budget budget = changes ? database.open() : database.openReadOnly()) {
            if (changes) {
                List<Discovery> listed = budget.read(BudgetView::discover).discoveries();
                long before = budget.<Long>read(BudgetView::version);
                budget.change(Budget.LOCAL, edit -> {
                    // Both are looked up before either changes what there is to look up.
                    List<String> accepted = ids(accept, listed);
                    List<String> declined = ids(decline, listed);
                    edit.decline(declined);
                    edit.accept(accepted);
                });
                budget.keepPoint();
                if (!json) {
                    database.say(budget, before);
                }
            }
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ApiOutput.print(budget, "/discoveries", Map.of(), out);
            } else {
                print(budget.<Discoveries>read(BudgetView::discover), out);
            }
            out.flush();
        }
    }

    private static List<String> ids(List<String> words, List<Discovery> listed) {
        return words.stream()
                .flatMap(word -> word.equals("all")
                        ? listed.stream().filter(Discovery::isProposed).map(Discovery::id)
                        : List.of(id(word, listed)).stream())
                .distinct()
                .toList();
    }

    private static String id(String word, List<Discovery> listed) {
        if (listed.stream().anyMatch(one -> one.id().equals(word))) {
            return word;
        }
        return IntStream.rangeClosed(1, listed.size())
                .filter(number -> Integer.toString(number).equals(word))
                .mapToObj(number -> listed.get(number - 1).id())
                .findFirst()
                .orElseThrow(() -> LedgerException.notFound("There is no suggestion " + word
                        + (listed.isEmpty() ? "; there are none." : "; they are 1 to " + listed.size() + ".")));
    }

    private void print(Discoveries found, PrintWriter out) {
        List<Discovery> listed = found.discoveries();
        int pairs = 0;
        for (int i = 0; i < listed.size(); i++) {
            Discovery one = listed.get(i);
            boolean pair = one.kind() == Kind.TRANSFER_PAIR || one.kind() == Kind.REFUND_PAIR;
            if (pair && !all) {
                pairs++;
                continue;
            }
            String state = one.state() == State.PROPOSED ? "" : " (" + word(one.state()) + ")";
            out.println(String.format("%3d  %s%s: %s", i + 1, word(one.kind()), state, one.says()));
            one.instead().filter(words -> all).ifPresent(words -> out.println("     Instead: " + words));
        }
        if (pairs > 0) {
            out.println("And " + pairs
                    + (pairs == 1 ? " pair of entries, a transfer or refund" : " pairs of transfers and refunds")
                    + "; --all lists " + (pairs == 1 ? "it." : "them."));
        }
        if (all) {
            found.unexplained().forEach(one -> out.println(one.why()));
        }
        if (listed.isEmpty()) {
            out.println("Nothing to suggest.");
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
