package dev.payweek.store;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.plan.SetAside;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

final class SetAsideKind extends Kind<SetAside> {

    SetAsideKind() {
        super("set_aside", SetAside.class);
    }

    @Override
    public String key(SetAside setAside) {
        return setAside.name();
    }

    @Override
    protected void write(SetAside setAside, FieldLines to) {
        to.with("name", setAside.name());
        for (SetAside.Amount amount : setAside.amounts()) {
            to.with(
                    "amount",
                    amount.from().map(LocalDate::toString).orElse("always") + " " + amount.amount() + " "
                            + (amount.perYear() ? "year" : "period"));
        }
        to.with("category", setAside.category()).with("from", setAside.from()).with("until", setAside.until());
    }

    @Override
    protected SetAside read(FieldLines.Read from) {
        return new SetAside(
                from.one("name"),
                from.each("amount").stream().map(SetAsideKind::amount).toList(),
                from.find("category").map(CategoryPath::of),
                from.find("from").map(LocalDate::parse),
                from.find("until").map(LocalDate::parse));
    }

    private static SetAside.Amount amount(String text) {
        List<String> words = List.of(text.split(" "));
        return new SetAside.Amount(
                Optional.of(words.get(0)).filter(day -> !day.equals("always")).map(LocalDate::parse),
                Money.parse(words.get(1) + " " + words.get(2)),
                words.get(3).equals("year"));
    }

    @Override
    public List<CategoryPath> categories(SetAside setAside) {
        return setAside.category().stream().toList();
    }

    @Override
    public SetAside moved(SetAside setAside, UnaryOperator<CategoryPath> move) {
        return new SetAside(
                setAside.name(), setAside.amounts(), setAside.category().map(move), setAside.from(), setAside.until());
    }

    @Override
    public Map<String, Money> amountsByField(SetAside setAside) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        for (int i = 0; i < setAside.amounts().size(); i++) {
            String field = setAside.amounts().size() == 1 ? "amount" : "amounts/" + i + "/amount";
            amounts.put(field, setAside.amounts().get(i).amount());
        }
        return amounts;
    }
}
