package dev.payweek.store;

import dev.payweek.money.Money;
import dev.payweek.plan.Reserved;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

final class ReservedKind extends Kind<Reserved> {

    ReservedKind() {
        super("reserved", Reserved.class);
    }

    @Override
    public String key(Reserved reserved) {
        return reserved.from() + " " + reserved.name();
    }

    @Override
    public Comparator<Reserved> order() {
        return Comparator.comparing(Reserved::name).thenComparing(Reserved::from);
    }

    @Override
    protected void write(Reserved reserved, FieldLines to) {
        to.with("name", reserved.name()).with("amount", reserved.amount()).with("from", reserved.from());
    }

    @Override
    protected Reserved read(FieldLines.Read from) {
        return new Reserved(from.one("name"), Money.parse(from.one("amount")), LocalDate.parse(from.one("from")));
    }

    @Override
    public List<Money> amounts(Reserved reserved) {
        return List.of(reserved.amount());
    }
}
