package dev.payweek.discovery;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.Discovery.Offer;
import dev.payweek.plan.Discovery.State;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.plan.SetAside;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Condition;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes of what was found the source, bill or set-aside that accepting it sets. For one thread. */
final class Offers {

    private final Given given;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Bill> yearly = new HashMap<>();

    Offers(Given given) {
        this.given = given;
        given.plan().sources().forEach(source -> names.add(source.name()));
        given.plan().bills().forEach(bill -> names.add(bill.name()));
        given.plan().setAsides().forEach(pot -> names.add("pot " + pot.name()));
    }

    Optional<String> nameOf(Optional<Offer> offer) {
        return offer.map(one -> one instanceof Offer.Pay pay
                ? pay.sources().get(0).name()
                : one instanceof Offer.Due due ? due.bill().name() : "");
    }

    Optional<Offer> of(
            Found one,
            String name,
            List<String> words,
            List<Entry> samples,
            Optional<PlannedDays> days,
            Optional<LocalDate> primary) {
        List<EntryDetails> texts = samples.stream().map(Entry::details).toList();
        Optional<Condition> amount =
                Naming.amount(one.stream().all(), one.others(), given.plan().currency());
        Condition match = Naming.condition(words, texts, amount);
        return switch (one.kind()) {
            case PAY_SOURCE -> Optional.of(pay(one, name, match, days.orElseThrow(), primary));
            case IRREGULAR_INCOME -> Optional.of(irregular(name, match, primary));
            case BILL, YEARLY -> Optional.of(due(one, name, match, samples, days.orElseThrow()));
            default -> Optional.empty();
        };
    }

    private String unique(String name) {
        String found = name;
        for (int n = 2; !names.add(found); n++) {
            found = name + " " + n;
        }
        return found;
    }

    private Offer irregular(String name, Condition match, Optional<LocalDate> primary) {
        PaySource source = PaySource.of(unique(name), PaySchedule.asRecorded()).matching(match);
        return new Offer.Pay(List.of(primary.map(source::primaryFrom).orElse(source)));
    }

    private Offer pay(Found one, String name, Condition match, PlannedDays days, Optional<LocalDate> primary) {
        Map<Integer, List<Row>> accounts = new TreeMap<>();
        one.parts()
                .forEach(row -> accounts.computeIfAbsent(row.account(), account -> new ArrayList<>())
                        .add(row));
        boolean split = one.parts().size() > one.stream().all().size() && accounts.size() > 1;
        if (!split) {
            PaySource source = source(unique(name), versions(one.stream(), days), match, one);
            return new Offer.Pay(List.of(primary.map(source::primaryFrom).orElse(source)));
        }
        List<PaySource> sources = new ArrayList<>();
        List<List<Row>> largest = new ArrayList<>(accounts.values());
        largest.sort((a, b) -> Long.compare(Levels.median(b), Levels.median(a)));
        for (List<Row> rows : largest) {
            Levels levels = Levels.of(rows, one.stream().gap());
            PayVersion version = PayVersion.of(days.schedule());
            String account = given.entries()
                    .apply(rows.get(0).id())
                    .flatMap(entry -> entry.details().account())
                    .orElse("");
            Condition there = account.isEmpty()
                    ? match
                    : new Condition.All(List.of(match, Comparison.of(Field.ACCOUNT, Operator.IS, account)));
            PaySource source = source(
                    unique(name),
                    List.of(levels.fixed() ? version.expecting(money(levels.amount())) : version),
                    there,
                    one);
            sources.add(sources.isEmpty() ? primary.map(source::primaryFrom).orElse(source) : source);
        }
        return new Offer.Pay(sources);
    }

    private PaySource source(String name, List<PayVersion> versions, Condition match, Found one) {
        PaySource source =
                PaySource.of(name, versions.get(0).schedule()).with(versions).matching(match);
        int last = one.stream().last().day();
        return one.state() == State.STOPPED ? source.until(LocalDate.ofEpochDay(last + 4L)) : source;
    }

    /** A version for each schedule and for each raise, the first without a day. */
    private List<PayVersion> versions(Stream stream, PlannedDays days) {
        TreeMap<Integer, PaySchedule> schedules = new TreeMap<>();
        stream.earlier()
                .forEach(before -> schedules.put(
                        before.first().day(),
                        before.gap() == stream.gap()
                                        && before.fit()
                                                .lattice()
                                                .equals(stream.fit().lattice())
                                ? days.schedule()
                                : before.fit().lattice().schedule()));
        schedules.put(stream.first().day(), days.schedule());
        TreeMap<Integer, Long> amounts = new TreeMap<>();
        Levels levels = stream.levels();
        if (levels.fixed()) {
            long first = levels.changes().isEmpty()
                    ? levels.amount()
                    : levels.changes().get(0).from();
            amounts.put(schedules.firstKey(), first);
            levels.changes().forEach(step -> amounts.put(step.day(), step.to()));
        }
        Set<Integer> starts = new TreeSet<>(schedules.keySet());
        starts.addAll(amounts.keySet());
        List<PayVersion> versions = new ArrayList<>();
        for (int start : starts) {
            PayVersion version = PayVersion.of(at(schedules, start));
            if (levels.fixed()) {
                version = version.expecting(money(at(amounts, start)));
            }
            int early = Math.min(4, stream.gap() / 2 - 1);
            versions.add(versions.isEmpty() ? version : version.from(LocalDate.ofEpochDay((long) start - early)));
        }
        int most = PaySource.MAX_VERSIONS;
        return versions.size() <= most ? versions : List.of(PayVersion.of(days.schedule()));
    }

    /** What holds on a day: what began last. */
    private static <T> T at(NavigableMap<Integer, T> starts, int day) {
        return Optional.ofNullable(starts.floorEntry(day))
                .or(() -> Optional.ofNullable(starts.firstEntry()))
                .orElseThrow()
                .getValue();
    }

    private Money money(long minor) {
        return given.plan().money(minor);
    }

    private Offer due(Found one, String name, Condition match, List<Entry> samples, PlannedDays days) {
        String called = unique(name);
        CategoryPath category = category(samples);
        if (one.kind() == Discovery.Kind.YEARLY) {
            category = below(category, called);
        }
        Levels levels = one.stream().levels();
        int reach = one.stream().fit().lattice().reach();
        Bill bill = Bill.of(called, category, days.schedule())
                .matching(match)
                .from(LocalDate.ofEpochDay((long) one.stream().all().get(0).day() - reach));
        if (levels.fixed()) {
            bill = bill.costing(money(levels.amount()));
        }
        if (one.state() == State.STOPPED) {
            bill = bill.until(LocalDate.ofEpochDay((long) one.stream().last().day() + reach));
        }
        if (one.kind() == Discovery.Kind.YEARLY) {
            yearly.put(called, bill);
        }
        return new Offer.Due(bill);
    }

    /** A pot has a category of its own, or it would pay for everything else that is in that of its cost. */
    Optional<Offer> pot(Discovery of) {
        Bill bill = yearly.get(of.name());
        if (bill == null || of.amount().isEmpty()) {
            return Optional.empty();
        }
        SetAside pot = SetAside.of(of.name(), of.amount().get())
                .with(List.of(SetAside.Amount.perYear(of.amount().get())))
                .forCategory(bill.category());
        return bill.match().map(match -> new Offer.Pot(pot, match));
    }

    private static CategoryPath below(CategoryPath parent, String name) {
        String word = name.replace(':', ' ').strip();
        return CategoryPath.of(parent.name() + ":" + word);
    }

    /** Where most of the samples are. */
    private static CategoryPath category(List<Entry> samples) {
        Map<CategoryPath, Integer> counts = new TreeMap<>();
        samples.forEach(entry -> {
            if (entry instanceof Expense expense) {
                counts.merge(expense.category(), 1, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .max(Map.Entry.<CategoryPath, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Categories.OTHER);
    }
}
