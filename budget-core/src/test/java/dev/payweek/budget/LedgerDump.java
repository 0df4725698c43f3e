package dev.payweek.budget;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** A ledger as one text, to tell whether two are the same. Versions and the record of changes are left aside. */
final class LedgerDump {

    private LedgerDump() {}

    static String of(Budget budget) {
        return budget.read(view -> {
            StringBuilder dump = new StringBuilder(Kinds.SETTINGS.text(view.settings()));
            for (EntryKind kind : EntryKind.values()) {
                view.forEachEntry(
                        EntryQuery.all(kind),
                        entry -> dump.append(Kinds.ENTRY.text(entry.withVersion(0)))
                                .append('\n'));
            }
            view.categories().all().forEach(category -> dump.append(Kinds.CATEGORY.text(category)));
            view.rules().inOrder().forEach(rule -> dump.append(Kinds.RULE.text(rule.withVersion(0))));
            view.limits().forEach(limit -> dump.append(Kinds.LIMIT.text(limit)));
            view.sources().forEach(source -> dump.append(Kinds.SOURCE.text(source)));
            dump.append(Kinds.CARRY.text(view.plan().carry()));
            view.bills().forEach(bill -> dump.append(Kinds.BILL.text(bill)));
            dump.append(new TreeMap<>(view.plan().payDecisions()))
                    .append(view.plan().billDecisions())
                    .append('\n');
            view.setAsides().forEach(setAside -> dump.append(Kinds.SET_ASIDE.text(setAside)));
            return dump.append(view.summary(DateSpan.ALWAYS)).toString();
        });
    }

    /** Returns the entries of a kind in the order in which they were numbered. */
    static List<Entry> entries(Budget budget, EntryKind kind) {
        List<Entry> entries = new ArrayList<>();
        budget.read(view -> {
            view.forEachEntry(EntryQuery.all(kind).ordered(EntryOrder.OLDEST_FIRST), entries::add);
            return view.version();
        });
        entries.sort(Comparator.comparingLong(Entry::id));
        return entries;
    }
}
