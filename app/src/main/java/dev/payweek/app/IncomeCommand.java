package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.report.Paydays.Recognised;
import dev.payweek.store.EntryQuery;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists income, adds it, and says which of it is pay. */
@Command(
        name = "income",
        mixinStandardHelpOptions = true,
        description = {
            "Lists income and which of it is pay; with an amount and a title, adds some; with a number, decides.",
            "  payweek income 1680.00 \"Acme payroll\" --on 2026-11-20",
            "  payweek income 812 --pay main 2026-11-20"
        })
final class IncomeCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "AMOUNT|ID",
            description = "How much came in; or, without a title, the number of an income.")
    private Optional<String> which = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "TITLE", description = "What it was.")
    private Optional<String> title = Optional.empty();

    @Option(names = "--on", paramLabel = "DATE", description = "The day it came, as YYYY-MM-DD (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "The account it came to, such as Giro (default: none).")
    private Optional<String> account = Optional.empty();

    @ArgGroup
    private PayChoice choice = new PayChoice();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day that is listed, inclusive.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "The last day that is listed, inclusive.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--json", description = "Prints the answer of GET /income.")
    private boolean json;

    @Override
    public void run() {
        if (title.isEmpty() && which.isPresent() && !choice.isMade()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give a title with the amount, or --pay, --no-pay or --by-rules with a number.");
        }
        if (which.isPresent()) {
            database.changeSayingNew(this::change);
            return;
        }
        try (Budget budget = database.openReadOnly()) {
            if (json) {
                ApiOutput.print(budget, "/income", query(), spec.commandLine().getOut());
            } else {
                budget.use(this::list);
            }
        }
    }

    private void change(Budget budget) {
        long id = budget.<Long>write(Budget.LOCAL, this::change);
        budget.use(view -> {
            Entry one = view.getEntry(EntryKind.INCOME, id);
            print(one, view.paydays().recognised());
            if (title.isPresent()) {
                Merge.warn(view, one, spec.commandLine().getOut());
            }
        });
    }

    private long change(BudgetEdit edit) {
        long id = title.map(words -> add(edit, words)).orElseGet(this::number);
        choice.decide(edit, id);
        return id;
    }

    private long add(BudgetEdit edit, String words) {
        EntryDraft draft = EntryDraft.income(AmountText.in(edit, which.orElse("")), words);
        EntryDraft dated = on.map(draft::on).orElse(draft);
        return edit.add(account.map(name -> EntryText.account(edit, name))
                        .map(dated::onAccount)
                        .orElse(dated))
                .id();
    }

    private long number() {
        String text = which.orElse("");
        if (!text.matches("[0-9]{1,18}")) {
            throw new ParameterException(spec.commandLine(), "The number of an income is meant, not \"" + text + "\".");
        }
        return Long.parseLong(text);
    }

    private void list(BudgetView view) {
        Map<Long, Recognised> pay = view.paydays().recognised();
        DateSpan span = new DateSpan(
                from.orElse(DateSpan.EARLIEST), to.orElse(DateSpan.LATEST).plusDays(1));
        view.forEachEntry(EntryQuery.all(EntryKind.INCOME).during(span), entry -> print(entry, pay));
    }

    private Map<String, List<String>> query() {
        Map<String, List<String>> query = new HashMap<>();
        from.ifPresent(day -> query.put("from", List.of(day.toString())));
        to.ifPresent(day -> query.put("to", List.of(day.toString())));
        return query;
    }

    private void print(Entry income, Map<Long, Recognised> pay) {
        Recognised one = pay.get(income.id());
        spec.commandLine().getOut().println(IncomeText.line(income) + (one == null ? "" : "  " + IncomeText.pay(one)));
    }
}
