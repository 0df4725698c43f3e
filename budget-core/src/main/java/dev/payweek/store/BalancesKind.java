package dev.payweek.store;

import dev.payweek.money.Money;
import dev.payweek.statement.StatedBalances;
import dev.payweek.statement.StatedBalances.Opening;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

final class BalancesKind extends Kind<StatedBalances> {

    BalancesKind() {
        super("balances", StatedBalances.class);
    }

    @Override
    public String key(StatedBalances balances) {
        return Long.toString(balances.batch());
    }

    @Override
    public Comparator<StatedBalances> order() {
        return Comparator.comparingLong(StatedBalances::batch);
    }

    @Override
    protected void write(StatedBalances balances, FieldLines to) {
        to.with("batch", balances.batch()).with("account", balances.account()).with("until", balances.until());
        to.with("opening", balances.opening().map(opening -> line(opening.day(), opening.held())));
        balances.days().forEach((day, held) -> to.with("held", line(day, held)));
    }

    private static String line(LocalDate day, Money held) {
        return day + " " + held;
    }

    @Override
    protected StatedBalances read(FieldLines.Read from) {
        SortedMap<LocalDate, Money> days = new TreeMap<>();
        from.each("held").stream().map(BalancesKind::held).forEach(held -> days.put(held.day(), held.held()));
        return new StatedBalances(
                Long.parseLong(from.one("batch")),
                from.one("account"),
                LocalDate.parse(from.one("until")),
                days,
                from.find("opening").map(BalancesKind::held));
    }

    private static Opening held(String line) {
        int blank = line.indexOf(' ');
        return new Opening(LocalDate.parse(line.substring(0, blank)), Money.parse(line.substring(blank + 1)));
    }

    @Override
    public Map<String, Money> amountsByField(StatedBalances balances) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        balances.days().forEach((day, held) -> amounts.put(day.toString(), held));
        balances.opening().ifPresent(opening -> amounts.put("opening", opening.held()));
        return amounts;
    }
}
