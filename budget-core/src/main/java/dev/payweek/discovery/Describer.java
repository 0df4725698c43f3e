package dev.payweek.discovery;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.plan.Discoveries;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.Discovery.Evidence;
import dev.payweek.plan.Discovery.Kind;
import dev.payweek.plan.Discovery.Offer;
import dev.payweek.plan.Discovery.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Makes values with names, evidence and sentences of what was found. For one thread. */
final class Describer {

    private static final int MOST_UNEXPLAINED = 20;

    private final Given given;
    private final Payees payees;
    private final Coverage coverage;
    private final int lastDay;
    private final Offers offers;
    private final Decided decided;
    private Weekends weekends;
    private final Ids ids = new Ids();
    private final IdentityHashMap<Found, String> named = new IdentityHashMap<>();

    Describer(Given given, Payees payees, Coverage coverage, int lastDay) {
        this.given = given;
        this.payees = payees;
        this.coverage = coverage;
        this.lastDay = lastDay;
        this.offers = new Offers(given);
        this.decided = new Decided(given.plan());
        this.weekends = new Weekends(List.of(), coverage);
    }

    Discoveries all(List<Found> pay, List<Found> due, List<Discovery> pairs, List<Open> unknown) {
        weekends = new Weekends(due, coverage);
        name(pay);
        name(due);
        List<Discovery> all = new ArrayList<>();
        List<Found> byPay = new ArrayList<>(pay);
        Comparator<Found> largestFirst = Comparator.comparing((Found one) -> one.kind() != Kind.PAY_SOURCE)
                .thenComparing(one -> -perMonth(one))
                .thenComparing(one -> one.stream().first().id());
        byPay.sort(Comparator.comparing(Found::state).thenComparing(largestFirst));
        boolean open = given.plan().sources().stream()
                .noneMatch(source -> source.primaryFrom().isPresent());
        Succession succession = new Succession(byPay, largestFirst);
        for (Found one : byPay) {
            describe(one, open ? succession.from(one) : Optional.empty()).ifPresent(all::add);
        }
        List<Found> byAmount = new ArrayList<>(due);
        byAmount.sort(Comparator.comparing(Found::kind)
                .thenComparing(Found::state)
                .thenComparing(one -> -one.stream().levels().amount())
                .thenComparing(one -> one.stream().first().id()));
        byAmount.forEach(one -> describe(one, Optional.empty()).ifPresent(all::add));
        List<Discovery> pots = all.stream()
                .filter(one -> one.kind() == Kind.YEARLY && one.isProposed())
                .flatMap(one -> setAside(one).stream())
                .toList();
        all.addAll(pairs);
        all.addAll(pots);
        all.removeIf(one -> given.declined().contains(one.id()));
        return new Discoveries(all, unexplained(unknown));
    }

    /**
     * Names what was found by payee and cadence alone: declined, it stays so whatever it comes to later. Of several of
     * one payee the oldest is named first, so that another that begins later takes nobody's name.
     */
    private void name(List<Found> found) {
        found.stream()
                .sorted(Comparator.comparingInt(
                                (Found one) -> one.stream().all().get(0).day())
                        .thenComparing(one -> one.stream().all().get(0).id()))
                .forEach(one -> {
                    boolean planned = one.kind() != Kind.IRREGULAR_INCOME;
                    String cadence =
                            planned ? Phrases.cadence(one.stream().fit().lattice()) : "";
                    named.put(one, ids.of(one.kind() + "|" + String.join(" ", words(one.parts())) + "|" + cadence));
                });
    }

    private static long perMonth(Found one) {
        List<Row> rows = one.stream().rows();
        long total = rows.stream().mapToLong(Row::amount).sum();
        int life = rows.get(rows.size() - 1).day()
                - rows.get(0).day()
                + one.stream().gap();
        return total * 30 / Math.max(1, life);
    }

    private List<Discoveries.Unexplained> unexplained(List<Open> open) {
        return open.stream()
                .sorted(Comparator.comparingInt((Open one) -> -one.rows().size())
                        .thenComparing(one -> one.rows().get(0).id()))
                .limit(MOST_UNEXPLAINED)
                .map(one -> {
                    String name = samples(one.rows()).stream()
                            .reduce((a, b) -> b)
                            .map(details -> Naming.of(details.originalText(), words(one.rows())))
                            .orElse("");
                    return new Discoveries.Unexplained(
                            name,
                            one.rows().size(),
                            "No " + one.what() + " of " + name + ": "
                                    + one.why().get() + ".");
                })
                .toList();
    }

    private List<Entry> sampled(List<Row> rows) {
        List<Entry> found = new ArrayList<>();
        int step = Math.max(1, rows.size() / 8);
        for (int i = rows.size() - 1; i >= 0; i -= step) {
            given.entries().apply(rows.get(i).id()).ifPresent(entry -> found.add(0, entry));
        }
        return found;
    }

    private List<EntryDetails> samples(List<Row> rows) {
        return sampled(rows).stream().map(Entry::details).toList();
    }

    /** The words that all of the rows have, in the order of the newest. */
    private List<String> words(List<Row> rows) {
        Row newest = rows.get(rows.size() - 1);
        List<String> common = new ArrayList<>();
        for (int word : new int[] {newest.first(), newest.third(), newest.finer()}) {
            if (word != 0 && rows.stream().allMatch(row -> row.has(word)) && !common.contains(payees.word(word))) {
                common.add(payees.word(word));
            }
        }
        return common.isEmpty() ? List.of(payees.word(newest.first())) : common;
    }

    private Optional<Discovery> describe(Found one, Optional<LocalDate> primary) {
        List<Entry> samples = sampled(one.parts());
        if (samples.isEmpty() || decided.isDecided(one, samples)) {
            return Optional.empty();
        }
        List<String> words = words(one.parts());
        Entry newest = samples.get(samples.size() - 1);
        String name = Naming.of(newest.details().originalText(), words);
        Optional<PlannedDays> days = one.kind() == Kind.IRREGULAR_INCOME
                ? Optional.empty()
                : Optional.of(PlannedDays.of(one, weekends, given, lastDay));
        Optional<Offer> offer = offers.of(one, name, words, samples, days, primary);
        Stream stream = one.stream();
        Levels levels = stream.levels();
        Sentences sentences = new Sentences(given.plan().currency(), name, one, days);
        int extras = stream.beside().size();
        return Optional.of(new Discovery(
                Optional.ofNullable(named.get(one)).orElseThrow(),
                one.kind(),
                one.state(),
                offers.nameOf(offer).orElse(name),
                newest.details().account(),
                days.map(PlannedDays::schedule),
                Optional.of(given.plan().money(levels.amount())),
                !levels.fixed(),
                one.state() == State.STOPPED
                        ? List.of()
                        : days.map(PlannedDays::next).orElse(List.of()),
                stream.hits(),
                stream.misses(),
                extras,
                levels.changes().stream()
                        .map(step -> new Discovery.PriceChange(
                                LocalDate.ofEpochDay(step.day()),
                                given.plan().money(step.from()),
                                given.plan().money(step.to())))
                        .toList(),
                evidence(one.parts()),
                sentences.says(),
                sentences.instead(),
                one.state() == State.STOPPED
                        ? Optional.of(LocalDate.ofEpochDay(stream.last().day()))
                        : Optional.empty(),
                offer));
    }

    private Optional<Discovery> setAside(Discovery yearly) {
        return offers.pot(yearly).map(offer -> {
            String amount = Sentences.plain(yearly.amount().orElseThrow());
            return new Discovery(
                    ids.of("SET_ASIDE|" + yearly.id()),
                    Kind.SET_ASIDE,
                    State.PROPOSED,
                    yearly.name(),
                    yearly.account(),
                    yearly.schedule(),
                    yearly.amount(),
                    yearly.variable(),
                    yearly.next(),
                    yearly.hits(),
                    yearly.misses(),
                    yearly.extras(),
                    List.of(),
                    yearly.evidence(),
                    "Put aside " + amount + " a year for " + yearly.name() + ", by its part in each pay period.",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(offer));
        });
    }

    private List<Evidence> evidence(List<Row> rows) {
        return rows.stream().map(this::evidence).toList();
    }

    private Evidence evidence(Row row) {
        return new Evidence(
                row.id(),
                LocalDate.ofEpochDay(row.day()),
                given.plan().money(row.amount()),
                payees.account(row.account()));
    }

    Discovery transfer(TransferPairs.Pair pair) {
        Evidence left = evidence(pair.left());
        Evidence came = evidence(pair.came());
        String says = Sentences.plain(left.amount()) + " left " + left.account().orElse("") + " on " + left.date()
                + " and came to " + came.account().orElse("") + " on " + came.date() + ".";
        String name = left.account().orElse("") + " to " + came.account().orElse("");
        return pair(
                Kind.TRANSFER_PAIR,
                State.PROPOSED,
                name,
                List.of(left, came),
                says,
                new Offer.Moved(left.entry(), came.entry()));
    }

    Discovery refund(RefundPairs.Pair pair) {
        Evidence bought = evidence(pair.purchase());
        Evidence back = evidence(pair.credit());
        String name = samples(List.of(pair.purchase())).stream()
                .map(details -> Naming.of(details.originalText(), words(List.of(pair.purchase()))))
                .findFirst()
                .orElse("");
        String part = bought.amount().equals(back.amount()) ? "" : " of " + Sentences.plain(bought.amount());
        String says = name + " gave back " + Sentences.plain(back.amount()) + part + " on " + back.date() + ", paid on "
                + bought.date() + ".";
        return pair(
                Kind.REFUND_PAIR,
                pair.sure() ? State.PROPOSED : State.EARLY,
                name,
                List.of(bought, back),
                says,
                new Offer.GaveBack(bought.entry(), back.entry()));
    }

    private Discovery pair(Kind kind, State state, String name, List<Evidence> both, String says, Offer offer) {
        return new Discovery(
                ids.of(kind + "|" + both.get(0).entry() + "|" + both.get(1).entry()),
                kind,
                state,
                name,
                both.get(0).account(),
                Optional.empty(),
                Optional.of(both.get(1).amount()),
                false,
                List.of(),
                1,
                0,
                0,
                List.of(),
                both,
                says,
                Optional.empty(),
                Optional.empty(),
                Optional.of(offer));
    }
}
