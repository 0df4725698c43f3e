package dev.payweek.edit;

import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import dev.payweek.store.Edit;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Makes sure that nothing gives back more than was paid: a refund is of the other sign than what it refunds, all
 * refunds of an expense together are at most that expense, and none refunds itself by way of others. What was refunded
 * may be gone, and a refund that is not made larger may be changed whatever it refunds. For one thread, with its
 * ledger: {@code new Refunds(session.writer()).require(refund)}.
 */
public final class Refunds {

    private record Given(Money amount, Optional<Long> refundOf) {}

    private final LedgerReader ledger;

    /** Creates the check of a ledger's refunds. */
    public Refunds(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** Refuses an expense as it is to be from now on, whatever it was before. */
    public void require(Expense expense) {
        var checks = new Validation();
        checkWritten(checks, List.of(expense));
        checks.refuseIfAny();
    }

    /** Notes what would be wrong with an expense that a person is about to write. */
    void check(Validation checks, Optional<Expense> before, Expense after) {
        after.refundOf().filter(id -> isMore(before, after, id)).ifPresent(id -> {
            if (id == after.id()) {
                checks.note("refund_of", "itself", "An expense cannot be its own refund.");
            } else {
                find(id).ifPresentOrElse(
                                refunded -> checkRefund(checks, after, refunded),
                                () -> checks.that(
                                        before.flatMap(Expense::refundOf).equals(Optional.of(id)),
                                        "refund_of",
                                        "not_found",
                                        "There is no expense " + id + " to refund."));
            }
        });
        if (before.isPresent() && !isWithin(before.get().amount(), after.amount())) {
            checkRefunded(checks, after, ledger.refundsOf(List.of(after.id())));
        }
    }

    private void checkWritten(Validation checks, Collection<Expense> written) {
        written.forEach(expense ->
                expense.refundOf().flatMap(this::find).ifPresent(refunded -> checkRefund(checks, expense, refunded)));
        Map<Long, List<Expense>> refunds = ledger
                .refundsOf(written.stream().map(Expense::id).toList())
                .stream()
                .collect(Collectors.groupingBy(refund -> refund.refundOf().orElseThrow()));
        written.forEach(expense -> checkRefunded(checks, expense, refunds.getOrDefault(expense.id(), List.of())));
    }

    /** Refuses with CONFLICT edits that bring back an expense or a refund, if more is given back now than was paid. */
    void requireFitting(Collection<Edit<?>> edits) {
        Map<Long, Expense> written = new LinkedHashMap<>();
        edits.stream().filter(edit -> edit.kind().equals(Kinds.ENTRY)).forEach(edit -> {
            Optional<Expense> before = edit.before().flatMap(Refunds::expense);
            Optional<Expense> after = edit.after().flatMap(Refunds::expense);
            if (after.isEmpty()) {
                written.remove(Long.parseLong(edit.key()));
            } else if (!before.map(Refunds::given).equals(after.map(Refunds::given))) {
                written.put(after.get().id(), after.get());
            }
        });
        var checks = new Validation();
        checkWritten(checks, written.values());
        try {
            checks.refuseIfAny();
        } catch (LedgerException refusal) {
            throw LedgerException.conflict(refusal.getMessage());
        }
    }

    private static Optional<Expense> expense(Object thing) {
        return thing instanceof Expense expense ? Optional.of(expense) : Optional.empty();
    }

    private static Given given(Expense expense) {
        return new Given(expense.amount(), expense.refundOf());
    }

    private static boolean isMore(Optional<Expense> before, Expense after, long refunded) {
        return before.filter(
                        was -> was.refundOf().equals(Optional.of(refunded)) && isWithin(after.amount(), was.amount()))
                .isEmpty();
    }

    private static boolean isWithin(Money part, Money whole) {
        return part.isZero()
                || (part.isNegative() == whole.isNegative() && part.abs().compareTo(whole.abs()) <= 0);
    }

    private void checkRefund(Validation checks, Expense refund, Expense refunded) {
        Money given = refund.amount().negated();
        if (!given.currency().equals(refunded.amount().currency())) {
            return;
        }
        String paid = "the expense " + refunded.id() + " of " + refunded.amount();
        if (!given.isZero() && given.isNegative() != refunded.amount().isNegative()) {
            String sign = refunded.amount().isNegative() ? "positive" : "negative";
            checks.note("amount", "sign", "A refund of " + paid + " is " + sign + ".");
            return;
        }
        List<Expense> others = ledger.refundsOf(List.of(refunded.id())).stream()
                .filter(other -> other.id() != refund.id())
                .toList();
        Money already = given(refunded, others);
        checks.that(
                isWithin(already.plus(given), refunded.amount()),
                "amount",
                "more_than_paid",
                given + " cannot be given back for " + paid
                        + (already.isZero() ? "" : ", for which " + already + " has been given back already")
                        + "; what is beyond it is an entry of its own, refunding none.");
        checks.that(
                !leadsTo(refunded, refund.id()),
                "refund_of",
                "circle",
                "The expense " + refunded.id() + " is itself a refund of this one.");
    }

    private static void checkRefunded(Validation checks, Expense expense, List<Expense> refunds) {
        Money given = given(expense, refunds);
        checks.that(
                isWithin(given, expense.amount()),
                "amount",
                "less_than_refunded",
                "Of the expense " + expense.id() + " " + given + " has been given back, more than the "
                        + expense.amount() + " it would be.");
    }

    private static Money given(Expense expense, List<Expense> refunds) {
        Money sum = Money.zero(expense.amount().currency());
        for (Expense refund : refunds) {
            sum = sum.minus(refund.amount());
        }
        return sum;
    }

    private boolean leadsTo(Expense refund, long id) {
        Set<Long> seen = new HashSet<>();
        Optional<Long> next = refund.refundOf();
        while (next.filter(other -> other != id && seen.add(other)).isPresent()) {
            next = next.flatMap(this::find).flatMap(Expense::refundOf);
        }
        return next.equals(Optional.of(id));
    }

    /**
     * Returns a refund in the category of what it gives back; of a split purchase each category gets back its part, in
     * the proportion in which they were paid. Parts that do not all go one way say nothing of what came back.
     */
    public static Expense placed(Expense refund, Expense purchase) {
        List<Split> paid = purchase.splits();
        boolean oneWay = paid.stream()
                .allMatch(
                        part -> part.amount().isNegative() == purchase.amount().isNegative());
        List<Split> parts = paid.isEmpty() || !oneWay ? List.of() : inProportion(paid, refund.amount());
        return new Expense(
                refund.id(),
                refund.version(),
                refund.details(),
                parts.size() == 1 ? parts.get(0).category() : purchase.category(),
                Provenance.MANUAL,
                parts.size() == 1 ? List.of() : parts,
                Optional.of(purchase.id()),
                refund.importBatch());
    }

    /** Returns parts of another amount in the proportion that given ones have; none of nothing. */
    static List<Split> inProportion(List<Split> parts, Money amount) {
        long[] weights = parts.stream()
                .mapToLong(part -> part.amount().abs().minorUnits())
                .toArray();
        if (LongStream.of(weights).sum() == 0) {
            return parts;
        }
        List<Money> amounts = amount.allocate(weights);
        return IntStream.range(0, weights.length)
                .filter(i -> !amounts.get(i).isZero())
                .mapToObj(i -> new Split(parts.get(i).category(), amounts.get(i)))
                .toList();
    }

    /** Returns the expense of that number, if there is one. */
    Optional<Expense> find(long id) {
        return ledger.findEntry(id).flatMap(Refunds::expense);
    }
}
