package dev.payweek.edit;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.plan.Carry;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PayDecision;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SetAside;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sets and removes what a household plans: pay sources, bills, set-asides, limits, what is carried, and decisions by
 * hand. {@code new PlanEdits(session).removeLimits(path)}. For one thread, with its session.
 */
public final class PlanEdits {

    /** The name of the source that a schedule alone makes. */
    private static final String MAIN = "main";

    private final LedgerSession session;

    /** Creates the edits of a ledger's plan. */
    public PlanEdits(LedgerSession session) {
        this.session = session;
    }

    /** Sets a limit from a day on; refuses amounts in another currency than the ledger's. */
    public SoftLimit limit(String category, Money amount, Per per, LocalDate from, Rollover rollover) {
        var checks = new Validation();
        session.checkCurrency(checks, "amount", amount);
        rollover.cap().ifPresent(cap -> session.checkCurrency(checks, "cap", cap));
        Optional<CategoryPath> path = checks.tried(() -> session.category(category));
        Optional<SoftLimit> plain = checks.tried(() -> new SoftLimit(path.orElse(Categories.OTHER), amount, per, from));
        checks.refuseIfAny();
        SoftLimit limit = plain.orElseThrow().with(rollover);
        session.log().put(Kinds.LIMIT, limit, "limit " + limit.category());
        return limit;
    }

    /** Removes every limit ever set on a category; refuses with NOT_FOUND if there is none. */
    public void removeLimits(CategoryPath category) {
        String what = "remove limit on " + category;
        if (removeAll(Kinds.LIMIT, limit -> limit.category().equals(category), what) == 0) {
            throw LedgerException.notFound("There is no limit on \"" + category + "\".");
        }
    }

    /** Adds a pay source or replaces the one of its name. */
    public PaySource put(PaySource source) {
        session.requireCurrency(Kinds.SOURCE, source);
        session.log().put(Kinds.SOURCE, source, "set pay source " + source.name());
        return source;
    }

    /** Removes a pay source and what was decided by hand of its pay; refuses with NOT_FOUND if there is none. */
    public void removeSource(String name) {
        String what = "remove pay source " + name;
        remove(Kinds.SOURCE, name, "pay source", what);
        removeAll(
                Kinds.PAY_DECISION,
                decided -> decided.decision() instanceof PayDecision.PayOf pay
                        && pay.source().equals(name),
                what);
    }

    /**
     * Sets when the primary source pays: always, or with a day from that day on; makes a source if there is none.
     * Refuses a day before the source's first version, which would drop all that is known of its pay.
     */
    public PaySource schedule(PaySchedule schedule, Optional<LocalDate> from) {
        PayVersion version = new PayVersion(from, schedule, schedule.expectedPaycheck());
        PaySource primary =
                primary().orElseGet(() -> PaySource.of(MAIN, schedule).primary());
        List<PayVersion> versions = new ArrayList<>();
        if (from.isPresent() && primary().isPresent()) {
            LocalDate first = primary.versions().get(0).firstDay();
            if (from.get().isBefore(first)) {
                throw LedgerException.invalid(
                        "from", "before_first", "Pay is known from " + first + " on; correct it without a day.");
            }
            primary.versions().stream()
                    .filter(other -> other.firstDay().isBefore(from.get()))
                    .forEach(versions::add);
        }
        versions.add(version);
        return put(primary.with(versions).withTolerance(schedule.toleranceDays()));
    }

    private Optional<PaySource> primary() {
        return session.reader().all(Kinds.SOURCE).stream()
                .filter(source -> source.primaryFrom().isPresent())
                .max(Comparator.comparing(source -> source.primaryFrom().orElse(DateSpan.EARLIEST)));
    }

    /** Adds a bill or replaces the one of its name. */
    public Bill put(Bill bill) {
        session.requireCurrency(Kinds.BILL, bill);
        session.require(bill.category(), true);
        session.log().put(Kinds.BILL, bill, "set bill " + bill.name());
        return bill;
    }

    /** Removes a bill and what was decided by hand of its due days; refuses with NOT_FOUND if there is none. */
    public void removeBill(String name) {
        String what = "remove bill " + name;
        remove(Kinds.BILL, name, "bill", what);
        removeAll(Kinds.BILL_DECISION, decision -> decision.bill().equals(name), what);
    }

    /** Adds a set-aside or replaces the one of its name. */
    public SetAside put(SetAside setAside) {
        session.requireCurrency(Kinds.SET_ASIDE, setAside);
        setAside.category().ifPresent(category -> session.require(category, true));
        session.log().put(Kinds.SET_ASIDE, setAside, "set aside for " + setAside.name());
        return setAside;
    }

    /** Removes a set-aside as if it had never been; refuses with NOT_FOUND if there is none. */
    public void removeSetAside(String name) {
        remove(Kinds.SET_ASIDE, name, "set-aside", "remove set-aside " + name);
    }

    /** Sets what is carried from period to period. */
    public void carry(Carry carry) {
        session.requireCurrency(Kinds.CARRY, carry);
        session.log().put(Kinds.CARRY, carry, "carry " + carry.mode());
    }

    /** Decides by hand whether an income is pay; refuses with NOT_FOUND what is no income, and an unknown source. */
    public void decide(DecidedPay decided) {
        session.getEntry(EntryKind.INCOME, decided.income());
        if (decided.decision() instanceof PayDecision.PayOf pay
                && session.reader().find(Kinds.SOURCE, pay.source()).isEmpty()) {
            throw LedgerException.invalid("source", "not_found", "There is no pay source \"" + pay.source() + "\".");
        }
        session.log().put(Kinds.PAY_DECISION, decided, "decide on income " + decided.income());
    }

    /** Gives an income back to the rules. */
    public void undecide(long income) {
        session.getEntry(EntryKind.INCOME, income);
        removeAll(Kinds.PAY_DECISION, decided -> decided.income() == income, "give back income " + income);
    }

    /** Decides by hand of a due day; refuses with NOT_FOUND what is no bill or no due day of it. */
    public void decide(BillDecision decision) {
        if (!getBill(decision.bill()).isDueOn(decision.due())) {
            throw LedgerException.notFound("\"" + decision.bill() + "\" is not due on " + decision.due() + ".");
        }
        decision.paidBy().map(this::paying).ifPresent(expense -> {
            if (!expense.amount().isPositive() || expense.refundOf().isPresent()) {
                throw LedgerException.invalid("paid_by", "refund", "A refund pays no bill.");
            }
        });
        session.log().put(Kinds.BILL_DECISION, decision, "decide on " + decision.bill() + " of " + decision.due());
    }

    private Expense paying(long id) {
        return session.reader()
                .findEntry(id)
                .filter(Expense.class::isInstance)
                .map(Expense.class::cast)
                .orElseThrow(() -> LedgerException.invalid("paid_by", "not_found", "There is no expense " + id + "."));
    }

    /** Gives a due day back to the rules. */
    public void undecide(String bill, LocalDate due) {
        getBill(bill);
        removeAll(
                Kinds.BILL_DECISION,
                decision -> decision.bill().equals(bill) && decision.due().equals(due),
                "give back " + bill + " of " + due);
    }

    /** Lets what was decided of one entry be about another one, which stands for the same movement. */
    void follow(long before, long after, String what) {
        for (BillDecision decision : session.reader().all(Kinds.BILL_DECISION)) {
            if (decision.paidBy().equals(Optional.of(before))) {
                BillDecision following = BillDecision.paid(decision.bill(), decision.due(), after);
                session.log().replace(Kinds.BILL_DECISION, decision, following, what);
            }
        }
        List<DecidedPay> decided = session.reader().all(Kinds.PAY_DECISION);
        boolean own = decided.stream().anyMatch(decision -> decision.income() == after);
        for (DecidedPay decision : decided) {
            if (decision.income() == before) {
                session.log().remove(Kinds.PAY_DECISION, decision, what);
                if (!own) {
                    session.log().put(Kinds.PAY_DECISION, new DecidedPay(after, decision.decision()), what);
                }
            }
        }
    }

    private Bill getBill(String name) {
        return session.reader()
                .find(Kinds.BILL, name)
                .orElseThrow(() -> LedgerException.notFound("There is no bill \"" + name + "\"."));
    }

    private <T> void remove(Kind<T> kind, String key, String called, String what) {
        T thing = session.reader()
                .find(kind, key)
                .orElseThrow(() -> LedgerException.notFound("There is no " + called + " \"" + key + "\"."));
        session.log().remove(kind, thing, what);
    }

    private <T> int removeAll(Kind<T> kind, Predicate<T> which, String what) {
        List<T> found = session.reader().all(kind).stream().filter(which).toList();
        found.forEach(thing -> session.log().remove(kind, thing, what));
        return found.size();
    }
}
