package dev.payweek.store;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

final class BillKind extends Kind<Bill> {

    BillKind() {
        super("bill", Bill.class);
    }

    @Override
    public String key(Bill bill) {
        return bill.name();
    }

    @Override
    protected void write(Bill bill, FieldLines to) {
        to.with("name", bill.name())
                .with("category", bill.category())
                .with("amount", bill.amount())
                .with("schedule", bill.schedule())
                .with("match", bill.match())
                .with("from", bill.from())
                .with("until", bill.until());
    }

    @Override
    protected Bill read(FieldLines.Read from) {
        return new Bill(
                from.one("name"),
                CategoryPath.of(from.one("category")),
                from.find("amount").map(Money::parse),
                PaySchedule.parse(from.one("schedule")),
                from.find("match").map(Condition::parse),
                from.find("from").map(LocalDate::parse),
                from.find("until").map(LocalDate::parse));
    }

    @Override
    public List<CategoryPath> categories(Bill bill) {
        return List.of(bill.category());
    }

    @Override
    public Bill moved(Bill bill, UnaryOperator<CategoryPath> move) {
        return new Bill(
                bill.name(),
                move.apply(bill.category()),
                bill.amount(),
                bill.schedule(),
                bill.match(),
                bill.from(),
                bill.until());
    }

    @Override
    public Map<String, Money> amountsByField(Bill bill) {
        return bill.amount().map(amount -> Map.of("amount", amount)).orElse(Map.of());
    }
}
