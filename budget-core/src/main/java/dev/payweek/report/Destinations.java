package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Expense;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.SetAside;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the parts of an expense go: into a bill, a set-aside, what is committed by itself, or what is spent. */
final class Destinations {

    /** A refund of a refund of a refund is followed so far. */
    private static final int LONGEST_CHAIN = 8;

    /**
     * A place where money goes.
     *
     * @param committed whether it is off what may be spent
     * @param pot the set-aside it is taken from
     */
    record Destination(boolean committed, Optional<SetAside> pot) {}

    private final BudgetPlan plan;
    private final Timeline timeline;
    private final LocalDate firstEntry;
    private final Map<Long, Map<Integer, Bill>> payers;
    private final Books books;
    private final Map<LocalDate, List<SetAside>> inForce = new HashMap<>();
    private final Map<CategoryPath, Boolean> discretionary = new HashMap<>();

    Destinations(BudgetPlan plan, Books books, Timeline timeline, LocalDate firstEntry, BillLedger bills) {
        this.plan = plan;
        this.books = books;
        this.timeline = timeline;
        this.firstEntry = firstEntry;
        this.payers = bills.payers();
    }

    /** Returns the set-asides in force in a period: on its last day. */
    List<SetAside> inForce(PayPeriod period) {
        return inForce.computeIfAbsent(
                period.span().lastDay(),
                day -> plan.setAsides().stream()
                        .filter(one -> one.isInForce(day, firstEntry))
                        .toList());
    }

    /** Returns the set-aside of the deepest category that holds the path. */
    Optional<SetAside> potOf(CategoryPath path, PayPeriod period) {
        return inForce(period).stream()
                .filter(one -> one.category().filter(path::isWithin).isPresent())
                .max(Comparator.comparingInt(
                                (SetAside one) -> one.category().orElseThrow().level())
                        .thenComparing(SetAside::name, Comparator.reverseOrder()));
    }

    /** Returns where an expense of a category goes that no bill takes. */
    Destination own(CategoryPath path, PayPeriod period) {
        Optional<SetAside> pot = potOf(path, period);
        return new Destination(pot.isPresent() || !isDiscretionary(path), pot);
    }

    private boolean isDiscretionary(CategoryPath path) {
        return discretionary.computeIfAbsent(path, plan.categories()::isDiscretionary);
    }

    /** Returns where a payment of a bill goes. */
    Destination of(Bill bill, PayPeriod period) {
        return new Destination(true, potOf(bill.category(), period));
    }

    /** Returns where a part of an expense goes: of a refund, where what it gives back went. */
    Destination of(Expense expense, int part, PayPeriod period) {
        return of(expense, part, period, LONGEST_CHAIN);
    }

    private Destination of(Expense expense, int part, PayPeriod period, int chain) {
        Bill bill = payers.getOrDefault(expense.id(), Map.of()).get(part);
        if (bill != null) {
            return of(bill, period);
        }
        CategoryPath category = expense.portions().get(part).category();
        Optional<Expense> original = expense.refundOf().filter(id -> chain > 0).flatMap(this::find);
        if (original.isEmpty()) {
            return own(category, period);
        }
        int given = GivenBack.partOf(original.get(), category);
        Bill paid = payers.getOrDefault(original.get().id(), Map.of()).get(given);
        if (paid != null) {
            return of(paid, period);
        }
        // What is given back before it is spent, by a typing error, is judged by its own period.
        PayPeriod then = original.get().date().isBefore(period.span().startInclusive())
                ? timeline.containing(original.get().date())
                : period;
        Destination went = of(original.get(), given, then, chain - 1);
        if (went.pot().isPresent()) {
            return inForce(period).contains(went.pot().get()) ? went : own(category, period);
        }
        return went;
    }

    private Optional<Expense> find(long id) {
        return books.expensesById(List.of(id)).stream().findFirst();
    }
}
