package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.money.Money;
import dev.payweek.plan.Reserved;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets amounts aside. */
@Command(
        name = "reserve",
        mixinStandardHelpOptions = true,
        description =
                "Sets an amount aside in each pay period, such as: payweek reserve Rent 900.00; lists without one.")
final class Reserve implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "What for, such as Rent.")
    private Optional<String> name = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "AMOUNT", description = "How much per pay period.")
    private Optional<String> amount = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day (default: today).")
    private Optional<LocalDate> from = Optional.empty();

    @Override
    public void run() {
        if (name.isPresent() && amount.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "How much is to be reserved for " + name.get() + "?");
        }
        try (Budget budget = database.open()) {
            name.ifPresent(what -> budget.write("local", edit -> {
                Money money =
                        Money.of(amount.orElse(""), edit.settings().currency().getCurrencyCode());
                return edit.reserve(what, money, from.orElse(edit.today()));
            }));
            budget.read(view -> {
                view.reserved().forEach(one -> spec.commandLine().getOut().println(line(one)));
                return view.version();
            });
        }
    }

    private static String line(Reserved reserved) {
        return reserved.name() + ": " + reserved.amount() + " per pay period from " + reserved.from();
    }
}
