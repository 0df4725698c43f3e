package dev.payweek.app;

import dev.payweek.app.Configuration.Row;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.plan.Carry;
import dev.payweek.plan.Rollover;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.json.Json;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and sets what holds for the ledger as a whole. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Shows what holds for the ledger as a whole: name, currency, time zone, what is carried over.")
final class SettingsCommand implements Runnable {

    private static final String CARRY = "carry";
    private static final int NAMES = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(names = "--json", description = "Prints the answer of GET /ledger.")
    private boolean json;

    @Option(
            names = "--show-origin",
            description = "Says of each setting where it is from, and shows the options that environment and settings"
                    + " file give to commands.")
    private boolean showOrigin;

    @Override
    public void run() {
        try (Budget budget = database.openReadOnly()) {
            PrintWriter out = spec.commandLine().getOut();
            if (showOrigin) {
                List<Row> rows = budget.read(this::origins);
                if (json) {
                    out.println(Json.text(rows.stream().map(Row::fields).toList()));
                } else {
                    Configuration.print(rows, database.caller().terminal().columns(), out);
                }
            } else if (json) {
                ApiOutput.print(budget, "/ledger", Map.of(), out);
            } else {
                budget.use(view -> print(view, out));
            }
        }
    }

    @Command(name = "name", mixinStandardHelpOptions = true, description = "Sets what the ledger is called.")
    void name(@Mixin Database where, @Parameters(paramLabel = "NAME", description = "Such as Household.") String name) {
        change(where, edit -> {
            LedgerSettings old = edit.settings();
            edit.change(new LedgerSettings(name, old.currency(), old.zone(), old.nearPercent()));
        });
    }

    @Command(
            name = "currency",
            mixinStandardHelpOptions = true,
            description = "Sets the currency, as long as the ledger holds no amounts.")
    void currency(@Mixin Database where, @Parameters(paramLabel = "CODE", description = "Such as EUR.") String code) {
        change(where, edit -> edit.change(edit.settings().withCurrency(Money.currency(code.toUpperCase(Locale.ROOT)))));
    }

    @Command(name = "zone", mixinStandardHelpOptions = true, description = "Sets where it becomes tomorrow when.")
    void zone(
            @Mixin Database where,
            @Parameters(paramLabel = "ZONE", description = "Such as Europe/Berlin.") String zone) {
        change(where, edit -> {
            LedgerSettings old = edit.settings();
            edit.change(new LedgerSettings(old.name(), old.currency(), zoneNamed(zone), old.nearPercent()));
        });
    }

    @Command(
            name = "carry",
            mixinStandardHelpOptions = true,
            description = "Sets whether what a pay period leaves over or overdraws goes into the next one.")
    void carry(
            @Mixin Database where,
            @Parameters(paramLabel = "none|surplus|deficit|both", description = "What goes into the next period.")
                    Rollover.Policy mode,
            @Option(names = "--cap", paramLabel = "AMOUNT", description = "The most that is carried either way.")
                    Optional<String> cap,
            @Option(
                            names = "--from",
                            paramLabel = "DATE",
                            description = "A day of the pay period that begins with nothing carried"
                                    + " (default: the first whose pay is recorded).")
                    Optional<LocalDate> from) {
        change(where, edit -> {
            Optional<Money> most = cap.map(text -> AmountText.in(edit, text));
            most.ifPresent(amount -> AmountText.adopt(edit, amount.currency()));
            edit.carry(new Carry(mode, most, from));
        });
    }

    private static ZoneId zoneNamed(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw LedgerException.invalid(
                    "zone", "unknown", "There is no time zone \"" + zone + "\"; they are named as Europe/Berlin is.");
        }
    }

    private void change(Database where, Consumer<BudgetEdit> change) {
        try (Budget budget = where.open()) {
            budget.change(Budget.LOCAL, change);
            budget.keepPoint();
            budget.use(view -> print(view, spec.commandLine().getOut()));
        }
    }

    private List<Row> origins(BudgetView view) {
        CommandLine here = spec.commandLine();
        String ledger = database.isMissing() ? EnvironmentDefaults.BUILT_IN : "ledger";
        List<Row> rows = new ArrayList<>();
        boolean carries = !view.plan().carry().equals(Carry.NONE);
        values(view)
                .forEach((name, value) -> rows.add(
                        new Row(name, value, carries || !name.equals(CARRY) ? ledger : EnvironmentDefaults.BUILT_IN)));
        Row db = Configuration.row(here, here.getCommandSpec().findOption("--db"), database.named());
        rows.add(db);
        Configuration.given(Payweek.commandLine(database.caller()), database.named()).stream()
                .filter(row -> !row.name().equals(db.name()))
                .forEach(rows::add);
        return rows;
    }

    private static Map<String, String> values(BudgetView view) {
        LedgerSettings settings = view.settings();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", settings.name());
        values.put("currency", settings.currency().toString());
        values.put("zone", settings.zone().toString());
        values.put(CARRY, carried(view.plan().carry()));
        return values;
    }

    private static void print(BudgetView view, PrintWriter out) {
        values(view).forEach((name, value) -> out.println(Lines.left(name, NAMES) + value));
    }

    private static String carried(Carry carry) {
        return carry.mode().name().toLowerCase(Locale.ROOT)
                + carry.cap().map(most -> " up to " + most).orElse("")
                + carry.from().map(day -> ", from " + day).orElse("");
    }
}
