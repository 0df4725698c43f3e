package dev.payweek.app;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.category.Categories;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What may be said of a bill besides its name and its due days; what is left out stays as it was. */
final class BillOptions {

    @Option(
            names = "--amount",
            paramLabel = "AMOUNT",
            description = "What it comes to (default: the median of the last three payments).")
    private Optional<String> amount = Optional.empty();

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "Where its payments belong, such as Other:Housing (default: Other).")
    private Optional<String> category = Optional.empty();

    @Option(
            names = "--match",
            paramLabel = "CONDITION",
            description = "Which expenses pay it, such as 'title contains \"landlord\"'"
                    + " (default: those of its category within 25 %% of its amount).")
    private Optional<String> match = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "Its first due day (default: it was always there).")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--until", paramLabel = "DATE", description = "Its last due day.")
    private Optional<LocalDate> until = Optional.empty();

    /** Returns the bill of that name as it is to be. */
    Bill bill(BudgetEdit edit, String name, Optional<String> words) {
        Bill bill = edit.bills().stream()
                .filter(old -> old.name().equals(name))
                .findFirst()
                .map(old -> words.map(said -> due(old, said)).orElse(old))
                .orElseGet(() -> fresh(name, words));
        if (category.isPresent()) {
            bill = in(edit, bill, category.get());
        }
        Optional<Money> money = amount.map(text -> AmountText.in(edit, text));
        money.ifPresent(one -> AmountText.adopt(edit, one.currency()));
        bill = money.map(bill::costing).orElse(bill);
        bill = match.map(Condition::parse).map(bill::matching).orElse(bill);
        bill = from.map(bill::from).orElse(bill);
        return until.map(bill::until).orElse(bill);
    }

    private static Bill fresh(String name, Optional<String> words) {
        PaySchedule schedule = words.map(PaySchedule::parse)
                .orElseThrow(() -> LedgerException.invalid(
                        "schedule",
                        "missing",
                        "When is " + name + " due? Say it such as: payweek bills set " + name + " \"monthly on 1\"."));
        return Bill.of(name, Categories.OTHER, schedule);
    }

    private static Bill due(Bill old, String words) {
        PaySchedule schedule = PaySchedule.parse(words);
        return new Bill(old.name(), old.category(), old.amount(), schedule, old.match(), old.from(), old.until());
    }

    private static Bill in(BudgetEdit edit, Bill old, String category) {
        return new Bill(
                old.name(),
                edit.category(category),
                old.amount(),
                old.schedule(),
                old.match(),
                old.from(),
                old.until());
    }
}
