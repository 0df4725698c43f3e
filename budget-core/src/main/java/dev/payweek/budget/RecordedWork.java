package dev.payweek.budget;

import dev.payweek.refusal.Validation;
import dev.payweek.store.LedgerWriter;
import java.util.function.Function;

/** Changes that are recorded as one, ready for a store to run, perhaps more than once. */
record RecordedWork<T>(Budget budget, String who, Function<? super BudgetEdit, ? extends T> changes)
        implements Function<LedgerWriter, T> {

    RecordedWork {
        requireName(who);
    }

    static void requireName(String who) {
        var checks = new Validation();
        checks.text("who", who, 80);
        checks.refuseIfAny();
    }

    @Override
    public T apply(LedgerWriter writer) {
        var edit = new BudgetEdit(writer, budget.today(writer.settings()));
        T result = changes.apply(edit);
        edit.finish(who, budget.now());
        return result;
    }
}
