package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.EntryPart.ENTRY_PART;
import static dev.payweek.persistence.schema.tables.LedgerEntry.LEDGER_ENTRY;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.schema.tables.records.EntryPartRecord;
import dev.payweek.persistence.schema.tables.records.LedgerEntryRecord;
import dev.payweek.persistence.table.Checksum;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.EntryQuery.Only;
import dev.payweek.store.ManualEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/** Reads entries. The database selects and sorts; each row that comes back is verified. */
final class EntryReader {

    private static final int FETCHED_AT_ONCE = 500;

    private static final PreparedSql FIND = PreparedSql.find(LEDGER_ENTRY, 2);

    private static final PreparedSql PARTS = new PreparedSql(jooq -> jooq.selectFrom(ENTRY_PART)
            .where(ENTRY_PART.LEDGER.eq(any(ENTRY_PART.LEDGER)))
            .and(ENTRY_PART.ENTRY.eq(any(ENTRY_PART.ENTRY)))
            .orderBy(ENTRY_PART.PLACE));

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
            .and(LEDGER_ENTRY.DAY.ge(any(LEDGER_ENTRY.DAY)))
            .and(LEDGER_ENTRY.DAY.le(any(LEDGER_ENTRY.DAY)))
            .and(LEDGER_ENTRY.IMPORT_BATCH.isNull())
            .and(LEDGER_ENTRY.BANK_TEXT.isNull())
            .orderBy(LEDGER_ENTRY.ID));

    private final Session session;
    private final LedgerRow ledger;
    private final TotalsRows totals;
    private final Names categories;
    private final Names accounts;
    private final Map<Long, CategoryPath> paths = new HashMap<>();

    EntryReader(Session session, LedgerRow ledger, TotalsRows totals, Names categories, Names accounts) {
        this.session = session;
        this.ledger = ledger;
        this.totals = totals;
        this.categories = categories;
        this.accounts = accounts;
    }

    Optional<EntryRow> row(long id) {
        return session.records(FIND, LEDGER_ENTRY, ledger.number(), id).stream()
                .findFirst()
                .map(this::withParts);
    }

    Optional<Entry> find(long id) {
        return row(id).map(this::made);
    }

    Entry made(EntryRow row) {
        return row.entry(this::path, accounts::name);
    }

    private CategoryPath path(long category) {
        return paths.computeIfAbsent(category, number -> CategoryPath.of(categories.name(number)));
    }

    /** Returns the row with the parts of its split; a split is rare, so they are read row by row. */
    EntryRow withParts(LedgerEntryRecord row) {
        List<EntryRow.Part> parts = new ArrayList<>();
        if (row.getParts() != 0) {
            for (EntryPartRecord part : session.records(PARTS, ENTRY_PART, ledger.number(), row.getId())) {
                parts.add(new EntryRow.Part(part.getCategory(), part.getMinorUnits()));
            }
        }
        return new EntryRow(row, parts);
    }

    void forEach(EntryQuery query, Consumer<? super Entry> action) {
        if (query.limit().isPresent() && query.limit().getAsInt() == 0) {
            return;
        }
        Optional<Condition> selection = selection(query);
        if (selection.isPresent()) {
            Condition all = query.after()
                    .map(place -> selection.get().and(EntryFilter.after(place, query.order())))
                    .orElse(selection.get());
            var rows = session.jooq().selectFrom(LEDGER_ENTRY).where(all).orderBy(EntryFilter.fields(query.order()));
            Checksum seen =
                    stream(query.limit().isPresent() ? rows.limit(query.limit().getAsInt()) : rows, action);
            if (isWhole(query) && query.after().isEmpty() && query.limit().isEmpty()) {
                requireAll(query, seen);
            }
        }
    }

    private Checksum stream(ResultQuery<LedgerEntryRecord> query, Consumer<? super Entry> action) {
        Checksum seen = Checksum.NONE;
        try (Cursor<LedgerEntryRecord> rows = query.fetchSize(FETCHED_AT_ONCE).fetchLazy()) {
            for (LedgerEntryRecord row : rows) {
                action.accept(made(withParts(row)));
                seen = seen.with(row.getRowCheck());
            }
        }
        return seen;
    }

    /** A row that vanished cannot be missed by itself; a list of everything, such as an export, shows it. */
    private void requireAll(EntryQuery query, Checksum seen) {
        if (!seen.equals(totals.entries(query.kind(), query.span()))) {
            throw CorruptData.incomplete("The entries from " + query.span().startInclusive() + " to "
                    + query.span().lastDay());
        }
    }

    private Optional<Condition> selection(EntryQuery query) {
        return new EntryFilter(ledger.number(), categories, accounts).selection(query);
    }

    long count(EntryQuery query) {
        if (isWhole(query)) {
            return totals.entries(query.kind(), query.span()).count();
        }
        return selection(query)
                .map(selected -> (long) session.jooq().fetchCount(LEDGER_ENTRY, selected))
                .orElse(0L);
    }

    /** Returns whether the query asks for all entries of its kind and days, whose number the sums hold. */
    private static boolean isWhole(EntryQuery query) {
        return query.category().isEmpty()
                && query.account().isEmpty()
                && query.text().isEmpty()
                && query.minMinorUnits().isEmpty()
                && query.maxMinorUnits().isEmpty()
                && query.only() == Only.ALL;
    }

    List<ManualEntry> handMade(DateSpan span) {
        List<ManualEntry> found = new ArrayList<>();
        for (LedgerEntryRecord row : session.records(
                HAND_MADE, LEDGER_ENTRY, ledger.number(), DayNumber.first(span), DayNumber.last(span))) {
            Entry entry = made(withParts(row));
            found.add(new ManualEntry(
                    entry.id(),
                    entry.kind(),
                    entry.date(),
                    entry.amount().minorUnits(),
                    entry.details().account()));
        }
        return found;
    }

    List<Expense> refundsOf(Collection<Long> expenses) {
        return session.jooq()
                .selectFrom(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.LEDGER.eq(ledger.number()))
                .and(LEDGER_ENTRY.REFUND_OF.in(expenses))
                .orderBy(LEDGER_ENTRY.ID)
                .fetch(row -> (Expense) made(withParts(row)));
    }

    /** Returns the first of an import's entries, by id. */
    List<Long> someOfImport(long batch, int most) {
        return session.query(SOME_OF_IMPORT, row -> row.getLong(1), ledger.number(), batch, most);
    }

    List<Long> idsOfImport(long batch) {
        return session.query(OF_IMPORT, row -> row.getLong(1), ledger.number(), batch);
    }
}
