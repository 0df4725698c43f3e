package dev.payweek.store;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SoftLimit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

final class LimitKind extends Kind<SoftLimit> {

    LimitKind() {
        super("limit", SoftLimit.class);
    }

    @Override
    public String key(SoftLimit limit) {
        return limit.from() + " " + limit.category();
    }

    @Override
    public Comparator<SoftLimit> order() {
        return Comparator.comparing((SoftLimit limit) -> limit.category().name())
                .thenComparing(SoftLimit::from);
    }

    @Override
    protected void write(SoftLimit limit, FieldLines to) {
        // A limit of which nothing rolls over has no fields for it, which keeps most of them short.
        Optional<Rollover> rollover = Optional.of(limit.rollover()).filter(some -> !some.equals(Rollover.NONE));
        to.with("category", limit.category())
                .with("amount", limit.amount())
                .with("per", limit.per())
                .with("from", limit.from())
                .with("rollover", rollover.map(Rollover::policy))
                .with("cap", rollover.flatMap(Rollover::cap))
                .with("reset", rollover.map(Rollover::reset));
    }

    @Override
    protected SoftLimit read(FieldLines.Read from) {
        return new SoftLimit(
                CategoryPath.of(from.one("category")),
                Money.parse(from.one("amount")),
                Per.valueOf(from.one("per")),
                LocalDate.parse(from.one("from")),
                new Rollover(
                        from.find("rollover").map(Rollover.Policy::valueOf).orElse(Rollover.Policy.NONE),
                        from.find("cap").map(Money::parse),
                        from.find("reset").map(Boolean::parseBoolean).orElse(false)));
    }

    @Override
    public List<CategoryPath> categories(SoftLimit limit) {
        return List.of(limit.category());
    }

    @Override
    public SoftLimit moved(SoftLimit limit, UnaryOperator<CategoryPath> move) {
        return limit.on(move.apply(limit.category()));
    }

    @Override
    public Map<String, Money> amountsByField(SoftLimit limit) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        amounts.put("amount", limit.amount());
        limit.rollover().cap().ifPresent(cap -> amounts.put("cap", cap));
        return amounts;
    }
}
