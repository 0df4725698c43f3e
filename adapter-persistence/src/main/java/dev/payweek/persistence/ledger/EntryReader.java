package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.LedgerEntry.LEDGER_ENTRY;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.EpochDays;
import dev.payweek.store.EntryCursor;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.ManualEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.impl.DSL;

/**
 * Reads entries. What a query selects is decided here and not by the database, by the one definition there is, on rows
 * that have been verified: a database would pass over a damaged row in silence.
 */
final class EntryReader {

    private static final PreparedSql FIND = PreparedSql.find(LEDGER_ENTRY, 2);

    private static final PreparedSql OF_IMPORT = new PreparedSql(jooq -> jooq.select(LEDGER_ENTRY.ID)
            .from(LEDGER_ENTRY)
            .where(LEDGER_ENTRY.LEDGER.eq(any(LEDGER_ENTRY.LEDGER)))
            .and(LEDGER_ENTRY.IMPORT_BATCH.eq(any(LEDGER_ENTRY.IMPORT_BATCH)))
            .orderBy(LEDGER_ENTRY.ID));

    private static final PreparedSql SOME_OF_IMPORT = new PreparedSql(jooq -> jooq.select(LEDGER_ENTRY.ID)
            .from(LEDGER_ENTRY)
            .where(LEDGER_ENTRY.LEDGER.eq(any(LEDGER_ENTRY.LEDGER)))
            .and(LEDGER_ENTRY.IMPORT_BATCH.eq(any(LEDGER_ENTRY.IMPORT_BATCH)))
            .orderBy(LEDGER_ENTRY.ID)
            .limit(DSL.param("most", Integer.class)));

    private static final PreparedSql HAND_MADE = new PreparedSql(jooq -> jooq.selectFrom(LEDGER_ENTRY)
            .where(LEDGER_ENTRY.LEDGER.eq(any(LEDGER_ENTRY.LEDGER)))
            .and(LEDGER_ENTRY.EPOCH_DAY.ge(any(LEDGER_ENTRY.EPOCH_DAY)))
            .and(LEDGER_ENTRY.EPOCH_DAY.lt(any(LEDGER_ENTRY.EPOCH_DAY)))
            .and(LEDGER_ENTRY.IMPORT_BATCH.isNull())
            .orderBy(LEDGER_ENTRY.ID));

    private final Session link;
    private final long ledger;
    private final TotalsRows totals;
    private final Function<String, CategoryPath> paths;

    EntryReader(Session link, long ledger, TotalsRows totals, Function<String, CategoryPath> paths) {
        this.link = link;
        this.ledger = ledger;
        this.totals = totals;
        this.paths = paths;
    }

    Optional<EntryRow> row(long id) {
        return link.query(FIND, EntryRow::of, ledger, id).stream().findFirst();
    }

    Optional<Entry> find(long id) {
        return row(id).map(this::made);
    }

    Entry made(EntryRow row) {
        return row.entry(paths);
    }

    void forEach(EntryQuery query, Consumer<? super Entry> action) {
        long limit = query.limit().isPresent() ? query.limit().getAsInt() : Long.MAX_VALUE;
        if (limit == 0) {
            return;
        }
        if (!query.order().isByDate()) {
            byAmount(query, limit)
                    .forEach(place -> action.accept(find(place.id()).orElseThrow()));
            return;
        }
        Predicate<Entry> selection = query.selection();
        walk(query, new Predicate<>() {
            private long left = limit;

            @Override
            public boolean test(Entry entry) {
                if (selection.test(entry)) {
                    action.accept(entry);
                    left--;
                }
                return left > 0;
            }
        });
    }

    /** Returns the places of what is selected, in order: of a long list places can be held where entries cannot. */
    private List<EntryCursor> byAmount(EntryQuery query, long limit) {
        Comparator<EntryCursor> ascending =
                Comparator.comparingLong(EntryCursor::key).thenComparingLong(EntryCursor::id);
        Comparator<EntryCursor> order = query.order().isDescending() ? ascending.reversed() : ascending;
        PriorityQueue<EntryCursor> best = new PriorityQueue<>(order.reversed());
        Predicate<Entry> selection = query.selection();
        walk(query, entry -> {
            if (selection.test(entry)) {
                EntryCursor place = EntryCursor.after(entry, query.order());
                if (query.after().isEmpty()
                        || order.compare(place, query.after().get()) > 0) {
                    best.add(place);
                    if (best.size() > limit) {
                        best.remove();
                    }
                }
            }
            return true;
        });
        List<EntryCursor> places = new ArrayList<>(best);
        places.sort(order);
        return places;
    }

    long count(EntryQuery query) {
        if (isWhole(query)) {
            return totals.count(query.kind(), query.span());
        }
        long[] count = new long[1];
        Predicate<Entry> selection = query.selection();
        walk(query.fromStart(), entry -> {
            count[0] += selection.test(entry) ? 1 : 0;
            return true;
        });
        return count[0];
    }

    /** Tells whether the query asks for all entries of its kind and days, which the sums can tell the number of. */
    private static boolean isWhole(EntryQuery query) {
        return query.category().isEmpty()
                && query.account().isEmpty()
                && query.text().isEmpty()
                && query.minMinorUnits().isEmpty()
                && query.maxMinorUnits().isEmpty();
    }

    private void walk(EntryQuery query, Predicate<Entry> visitor) {
        new EntryScan(link, ledger, totals, this::made, query, visitor).go();
    }

    /** Asks the database, which may pass over a damaged row here: what is found only leads to a proposal. */
    List<ManualEntry> handMade(DateSpan span) {
        List<ManualEntry> found = new ArrayList<>();
        for (EntryRow row : link.query(HAND_MADE, EntryRow::of, ledger, EpochDays.first(span), EpochDays.end(span))) {
            Entry entry = made(row);
            if (entry.details().bankText().isEmpty()) {
                found.add(new ManualEntry(
                        entry.id(), entry.kind(), entry.date(), entry.amount().minorUnits()));
            }
        }
        return found;
    }

    /** Returns the first of an import's entries, by id. */
    List<Long> someOfImport(long batch, int most) {
        return link.query(SOME_OF_IMPORT, row -> row.getLong(1), ledger, batch, most);
    }

    List<Long> idsOfImport(long batch) {
        return link.query(OF_IMPORT, row -> row.getLong(1), ledger, batch);
    }
}
