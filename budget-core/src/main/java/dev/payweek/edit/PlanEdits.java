package dev.payweek.edit;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Sets and removes limits and reservations: {@code new
 * PlanEdits(session).removeLimits(path)}. For one thread, with its session. */
public final class PlanEdits {

    private final LedgerSession session;

    /** Creates the edits of a ledger's plan. */
    public PlanEdits(LedgerSession session) {
        this.session = session;
    }

    /** Sets a limit from a day on; refuses amounts in another currency than the ledger's. */
    public SoftLimit limit(String category, Money amount, Per per, LocalDate from, Rollover rollover) {
        session.requireCurrency("amount", amount);
        rollover.cap().ifPresent(cap -> session.requireCurrency("cap", cap));
        SoftLimit limit = new SoftLimit(session.category(category), amount, per, from, rollover);
        session.log().put(Kinds.LIMIT, limit, "limit " + limit.category());
        return limit;
    }

    /** Removes every limit ever set on a category; refuses with NOT_FOUND if there is none. */
    public void removeLimits(CategoryPath category) {
        int removed = removeAll(
                Kinds.LIMIT, limit -> limit.category().equals(category), "remove limit on " + category);
        if (removed == 0) {
            throw LedgerException.notFound("There is no limit on \"" + category + "\".");
        }
    }

    /** Sets an amount aside in each pay period from a day on, inclusive. */
    public Reserved reserve(String name, Money amount, LocalDate from) {
        session.requireCurrency("amount", amount);
        Reserved reserved = new Reserved(name.strip(), amount, from);
        session.log().put(Kinds.RESERVED, reserved, "reserve for " + reserved.name());
        return reserved;
    }

    /** Removes every reservation ever set under a name; refuses with NOT_FOUND if there is none. */
    public void removeReserved(String name) {
        int removed =
                removeAll(Kinds.RESERVED, reserved -> reserved.name().equals(name), "stop reserving for " + name);
        if (removed == 0) {
            throw LedgerException.notFound("Nothing is reserved under \"" + name + "\".");
        }
    }

    private <T> int removeAll(Kind<T> kind, Predicate<T> which, String what) {
        List<T> found = session.reader().all(kind).stream().filter(which).toList();
        found.forEach(thing -> session.log().remove(kind, thing, what));
        return found.size();
    }
}
