package dev.payweek.discovery;

import dev.payweek.plan.Discovery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The rows of all payees with what follows from them before any plan is looked for: the days that are covered, the
 * pairs of transfers and of refunds. After a change only the payees of the rows that changed are looked at again. For
 * one thread.
 */
final class KeptRows {

    /** Whom texts name that name nobody. */
    private static final int NOBODY = -1;

    private final Coverage coverage = new Coverage();
    private final Map<Integer, KeptPayee> payees = new HashMap<>();
    private final TransferPairs pairs = new TransferPairs(coverage, this::rows);
    /** The rows of pairs, by payee: most payees have none, and need not be asked for each of their rows. */
    private final Map<Integer, Set<Row>> paired = new HashMap<>();

    private final NavigableMap<Row, Discovery> transfers = new TreeMap<>(Row.BY_DAY);
    private final NavigableMap<Row, Discovery> refunds = new TreeMap<>(Row.BY_DAY);
    private final Map<Integer, Payments> in = new TreeMap<>();
    private final Map<Integer, Payments> out = new TreeMap<>();

    Coverage coverage() {
        return coverage;
    }

    /** What came in, of each payee of which anything did. */
    Collection<Payments> in() {
        return in.values();
    }

    /** What went out, of each payee to which anything did more than once. */
    Collection<Payments> out() {
        return out.values();
    }

    /** The pairs of transfers and then of refunds, the oldest first. */
    List<Discovery> pairs() {
        List<Discovery> all = new ArrayList<>(transfers.size() + refunds.size());
        all.addAll(transfers.values());
        all.addAll(refunds.values());
        return all;
    }

    private KeptPayee of(int payee) {
        return payees.computeIfAbsent(payee, any -> new KeptPayee());
    }

    private List<Row> rows(int payee) {
        KeptPayee known = payees.get(payee);
        return known == null ? List.of() : known.rows();
    }

    /**
     * Takes rows away and others in, which the coverage knows already.
     *
     * @param others payees of which something else is not as it was
     * @param before how much has been given back already, by the id of what it was paid for
     * @param transfer makes a proposal of a pair
     * @param refund makes a proposal of a pair
     * @param due looks for plans in what went out to a payee, while its rows are at hand
     */
    void change(
            RowChanges changes,
            Set<Integer> others,
            Map<Long, Long> before,
            Function<TransferPairs.Pair, Discovery> transfer,
            Function<RefundPairs.Pair, Discovery> refund,
            Consumer<Payments> due) {
        Map<Integer, RowChanges> each = new HashMap<>();
        changes.went().forEach(row -> of(each, row).went().add(row));
        changes.came().forEach(row -> of(each, row).came().add(row));
        Set<Integer> open = new HashSet<>(others);
        open.addAll(each.keySet());
        each.forEach((payee, own) -> of(payee).change(own.went(), own.came()));
        TransferPairs.PairChanges moved = pairs.change(changes);
        for (TransferPairs.Pair pair : moved.went()) {
            transfers.remove(pair.left());
            take(pair, open).forEach(this::part);
        }
        for (TransferPairs.Pair pair : moved.came()) {
            transfers.put(pair.left(), transfer.apply(pair));
            take(pair, open)
                    .forEach(row -> paired.computeIfAbsent(row.payee(), payee -> new HashSet<>())
                            .add(row));
        }
        open.remove(NOBODY);
        open.retainAll(payees.keySet());
        // A row may have gone from one payee to another: all pairs go before any comes.
        open.forEach(payee -> of(payee).refunds().forEach(pair -> refunds.remove(pair.credit())));
        for (int payee : open) {
            look(payee, before, refund);
            Optional.ofNullable(out.get(payee)).ifPresent(due);
        }
    }

    private void part(Row row) {
        Set<Row> others = paired.getOrDefault(row.payee(), Set.of());
        if (others.contains(row)) {
            others.remove(row);
            if (others.isEmpty()) {
                paired.remove(row.payee());
            }
        }
    }

    private static RowChanges of(Map<Integer, RowChanges> each, Row row) {
        return each.computeIfAbsent(row.payee(), payee -> RowChanges.none());
    }

    private static List<Row> take(TransferPairs.Pair pair, Set<Integer> open) {
        open.add(pair.left().payee());
        open.add(pair.came().payee());
        return List.of(pair.left(), pair.came());
    }

    private void look(int payee, Map<Long, Long> before, Function<RefundPairs.Pair, Discovery> refund) {
        KeptPayee known = of(payee);
        known.look(paired.getOrDefault(payee, Set.of()), before);
        known.refunds().forEach(pair -> refunds.put(pair.credit(), refund.apply(pair)));
        put(in, payee, known.in(), 1);
        put(out, payee, known.out(), 2);
        if (known.isEmpty()) {
            payees.remove(payee);
        }
    }

    private static void put(Map<Integer, Payments> all, int payee, Payments payments, int least) {
        if (payments.rows().size() < least) {
            all.remove(payee);
        } else {
            all.put(payee, payments);
        }
    }

    /** Forgets what was found of plans, since the banks' holidays are others. */
    void forgetPlans() {
        in.values().forEach(Payments::forget);
        out.values().forEach(Payments::forget);
    }
}
