package dev.payweek.discovery;

import dev.payweek.category.Categories;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.Discovery.Offer;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.report.Answer;
import dev.payweek.report.Books;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Condition;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The plan of a made-up household: the one that was discovered, and the one that is true. */
final class HouseholdPlans {

    private HouseholdPlans() {}

    /** A plan, and the entries as they are once pairs are made of them. */
    record Settings(BudgetPlan plan, List<Entry> entries) {

        Answer on(LocalDate day, LocalDate today) {
            return Answer.of(plan, Books.of(entries), day, today);
        }
    }

    static Settings discovered(Household house) {
        List<PaySource> sources = new ArrayList<>();
        List<Bill> bills = new ArrayList<>();
        List<List<Long>> transfers = new ArrayList<>();
        List<List<Long>> refunds = new ArrayList<>();
        for (Discovery one : DiscoveryBarsTest.discover(house).discoveries()) {
            if (one.state() == Discovery.State.EARLY || one.offer().isEmpty()) {
                continue;
            }
            Offer offer = one.offer().get();
            if (offer instanceof Offer.Pay pay) {
                sources.addAll(pay.sources());
            } else if (offer instanceof Offer.Due due) {
                bills.add(due.bill());
            } else if (offer instanceof Offer.Moved moved) {
                transfers.add(List.of(moved.left(), moved.came()));
            } else if (offer instanceof Offer.GaveBack back) {
                refunds.add(List.of(back.purchase(), back.refund()));
            }
        }
        return new Settings(
                BudgetPlan.of(house.currency()).withSources(sources).withBills(bills),
                paired(house.entries(), transfers, refunds));
    }

    static Settings truly(Household house) {
        List<PaySource> sources = new ArrayList<>();
        List<Bill> bills = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        TreeMap<Long, Integer> byPay = new TreeMap<>(Comparator.reverseOrder());
        for (Truth truth : house.truths()) {
            if (!truth.isSeen()) {
                continue;
            }
            String name = truth.name + " " + (sources.size() + bills.size());
            List<LocalDate> days = new ArrayList<>(truth.planned);
            days.addAll(truth.next);
            PaySchedule schedule = truth.what == Truth.What.IRREGULAR
                    ? PaySchedule.asRecorded()
                    : PaySchedule.irregular(days.stream().distinct().toArray(LocalDate[]::new));
            LocalDate last = truth.days.get(truth.days.size() - 1);
            if (truth.what == Truth.What.PAY || truth.what == Truth.What.IRREGULAR) {
                byPay.put(truth.perMonth() - (truth.gone > 0 ? 1_000_000_000L : 0), sources.size());
                for (PaySource source : sources(house, truth, name, schedule)) {
                    sources.add(truth.gone > 0 ? source.until(last) : source);
                    gaps.add(truth.gap());
                }
            } else {
                Bill bill = Bill.of(name, Categories.OTHER, schedule)
                        .matching(match(house, truth))
                        .from(truth.days.get(0));
                bill = truth.fixed() ? bill.costing(money(house, truth.lastAmount())) : bill;
                bills.add(truth.gone > 0 ? bill.until(last) : bill);
            }
        }
        if (!byPay.isEmpty()) {
            int primary = byPay.values().iterator().next();
            int often = gaps.get(primary);
            for (int i = 0; i < sources.size(); i++) {
                PaySource source = sources.get(i);
                sources.set(i, i == primary ? source.primary() : source.spread(gaps.get(i) * 100 > often * 105));
            }
        }
        return new Settings(
                BudgetPlan.of(house.currency()).withSources(sources).withBills(bills),
                paired(house.entries(), house.transfers(), house.refunds()));
    }

    /** Pay that is split between accounts is a source for each. */
    private static List<PaySource> sources(Household house, Truth truth, String name, PaySchedule schedule) {
        Map<String, List<Entry>> accounts = new TreeMap<>();
        house.entries().stream()
                .filter(entry -> truth.ids.contains(entry.id()))
                .sorted(Comparator.comparing(Entry::date))
                .forEach(entry -> accounts.computeIfAbsent(
                                entry.details().account().orElseThrow(), any -> new ArrayList<>())
                        .add(entry));
        List<PaySource> sources = new ArrayList<>();
        accounts.forEach((account, entries) -> {
            List<Money> sums = entries.stream().map(Entry::amount).distinct().toList();
            PayVersion version = PayVersion.of(schedule);
            PayVersion stated = sums.size() <= 2 ? version.expecting(sums.get(sums.size() - 1)) : version;
            Condition there = Comparison.of(Field.ACCOUNT, Operator.IS, account);
            sources.add(PaySource.of(sources.isEmpty() ? name : name + " " + account, schedule)
                    .with(List.of(stated))
                    .matching(new Condition.All(List.of(match(house, truth), there))));
        });
        return sources;
    }

    private static Money money(Household house, long minor) {
        return Money.ofMinor(minor, house.currency());
    }

    private static Condition match(Household house, Truth truth) {
        Map<Long, Entry> entries = new HashMap<>();
        house.entries().forEach(entry -> entries.put(entry.id(), entry));
        long least = truth.ids.stream()
                .mapToLong(id -> one(entries, id).amount().minorUnits())
                .min()
                .orElse(0);
        long most = truth.ids.stream()
                .mapToLong(id -> one(entries, id).amount().minorUnits())
                .max()
                .orElse(0);
        return new Condition.All(List.of(
                Comparison.of(Field.TITLE, Operator.CONTAINS, truth.name),
                Comparison.of(
                        Field.AMOUNT,
                        Operator.BETWEEN,
                        money(house, least).decimal().toPlainString(),
                        money(house, most).decimal().toPlainString())));
    }

    private static List<Entry> paired(List<Entry> entries, List<List<Long>> transfers, List<List<Long>> refunds) {
        Map<Long, Entry> byId = new TreeMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        for (List<Long> pair : transfers) {
            for (long id : pair) {
                Entry entry = one(byId, id);
                EntryDetails details = entry.kind() == EntryKind.INCOME ? negated(entry.details()) : entry.details();
                byId.put(id, Transfer.of(id, 2, details));
            }
        }
        for (List<Long> pair : refunds) {
            EntryDetails details = negated(one(byId, pair.get(1)).details());
            byId.put(
                    pair.get(1),
                    new Expense(
                            pair.get(1),
                            2,
                            details,
                            Categories.OTHER,
                            Provenance.MANUAL,
                            List.of(),
                            Optional.of(pair.get(0)),
                            Optional.empty()));
        }
        return List.copyOf(byId.values());
    }

    private static Entry one(Map<Long, Entry> entries, long id) {
        return Optional.ofNullable(entries.get(id)).orElseThrow();
    }

    private static EntryDetails negated(EntryDetails details) {
        return EntryDetails.of(details.date(), details.amount().negated(), details.title())
                .withBankText(details.originalText())
                .withAccount(details.account().orElseThrow());
    }
}
