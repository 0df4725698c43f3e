package dev.payweek.store;

import dev.payweek.money.Money;
import dev.payweek.plan.Carry;
import dev.payweek.plan.Rollover;
import java.time.LocalDate;
import java.util.Map;

final class CarryKind extends Kind<Carry> {

    CarryKind() {
        super("carry", Carry.class);
    }

    @Override
    public String key(Carry carry) {
        return "";
    }

    @Override
    protected void write(Carry carry, FieldLines to) {
        to.with("mode", carry.mode()).with("cap", carry.cap()).with("from", carry.from());
    }

    @Override
    protected Carry read(FieldLines.Read from) {
        return new Carry(
                Rollover.Policy.valueOf(from.one("mode")),
                from.find("cap").map(Money::parse),
                from.find("from").map(LocalDate::parse));
    }

    @Override
    public Map<String, Money> amountsByField(Carry carry) {
        return carry.cap().map(cap -> Map.of("cap", cap)).orElse(Map.of());
    }
}
