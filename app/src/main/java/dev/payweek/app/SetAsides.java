package dev.payweek.app;

import dev.payweek.app.LedgerWords.Word;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.money.Money;
import dev.payweek.plan.SetAside;
import dev.payweek.refusal.LedgerException;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** Shows and sets what is put aside in each pay period. */
@Command(
        name = "set-asides",
        mixinStandardHelpOptions = true,
        description = "Lists what is put aside in each pay period: savings, or a pot for a category.")
final class SetAsides implements Runnable, LedgerWords.Naming {

    /** What an amount is meant for. */
    enum Stretch {
        PERIOD,
        YEAR
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--json", description = "Prints the answer of GET /set-asides.")
    private boolean json;

    @Override
    public void run() {
        try (Budget budget = database.openReadOnly()) {
            if (json) {
                ApiOutput.print(
                        budget, "/set-asides", Map.of(), spec.commandLine().getOut());
            } else {
                budget.use(view -> view.setAsides().forEach(this::print));
            }
        }
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = {
                "Puts an amount aside in each pay period.",
                "  payweek set-asides set Savings 200.00",
                "  payweek set-asides set Car 600.00 --per year --category Car"
            })
    void set(
            @Mixin Database where,
            @Parameters(paramLabel = "NAME", description = "What it is called, such as Savings.") String name,
            @Parameters(paramLabel = "AMOUNT", description = "How much, such as 200.00.") String amount,
            @Option(
                            names = "--per",
                            defaultValue = "period",
                            paramLabel = "period|year",
                            description = "What the amount is meant for (default: period).")
                    Stretch per,
            @Option(
                            names = "--category",
                            paramLabel = "CATEGORY",
                            description = "What it is for: expenses in it are paid from the pot.")
                    Optional<String> category,
            @Option(
                            names = "--from",
                            paramLabel = "DATE",
                            description = "The first day the amount holds; earlier amounts stay (default: always).")
                    Optional<LocalDate> from,
            @Option(names = "--until", paramLabel = "DATE", description = "The last day it is in force.")
                    Optional<LocalDate> until) {
        where.changeSayingNew(budget -> {
            print(budget.<SetAside>write(Budget.LOCAL, edit -> {
                Money money = AmountText.in(edit, amount);
                AmountText.adopt(edit, money.currency());
                SetAside one = with(edit, name, new SetAside.Amount(from, money, per == Stretch.YEAR));
                one = category.map(edit::category).map(one::forCategory).orElse(one);
                return edit.put(until.map(one::until).orElse(one));
            }));
        });
    }

    /** An amount from a day on follows those before it; one without a day is the only one. */
    private static SetAside with(BudgetEdit edit, String name, SetAside.Amount amount) {
        Optional<SetAside> old = find(edit, name);
        List<SetAside.Amount> amounts = new ArrayList<>(List.of(amount));
        if (amount.from().isPresent() && old.isPresent()) {
            LocalDate day = amount.from().get();
            old.get().amounts().stream()
                    .filter(other ->
                            other.from().filter(first -> !first.isBefore(day)).isEmpty())
                    .forEach(amounts::add);
        }
        return old.map(one -> one.with(amounts))
                .orElseGet(() -> SetAside.of(name, amount.amount()).with(amounts));
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = "Ends a set-aside and leaves what came before as it was: payweek set-asides stop Car"
                    + " --from 2026-12-18")
    void stop(
            @Mixin Database where,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(
                            names = "--from",
                            paramLabel = "DATE",
                            description = "The first day it is no longer in force (default: today).")
                    Optional<LocalDate> from) {
        try (Budget budget = where.open()) {
            print(budget.<SetAside>write(Budget.LOCAL, edit -> {
                SetAside one = find(edit, name)
                        .orElseThrow(() -> LedgerException.notFound("There is no set-aside \"" + name + "\"."));
                return edit.put(one.until(from.orElse(edit.today()).minusDays(1)));
            }));
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes a set-aside as if it had never been, earlier periods included; see stop.")
    void remove(@Mixin Database where, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        where.change(edit -> edit.removeSetAside(name));
    }

    private static Optional<SetAside> find(BudgetEdit edit, String name) {
        return edit.setAsides().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private void print(SetAside setAside) {
        setAside.amounts()
                .forEach(one -> spec.commandLine()
                        .getOut()
                        .println(setAside.name() + ": " + one.amount()
                                + (one.perYear() ? " per year" : " per pay period")
                                + setAside.category()
                                        .map(path -> " for " + path)
                                        .orElse("")
                                + PlanText.from(one.from().or(setAside::from)) + PlanText.until(setAside.until())));
    }

    @Override
    public Set<String> labels() {
        return Set.of("NAME");
    }

    @Override
    public Stream<Word> words(BudgetView view) {
        return LedgerWords.names(view.setAsides().stream().map(SetAside::name));
    }
}
