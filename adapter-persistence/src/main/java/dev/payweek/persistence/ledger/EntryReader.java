package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.EntryPart.ENTRY_PART;
import static dev.payweek.persistence.schema.tables.LedgerEntry.LEDGER_ENTRY;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.Checksum;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.persistence.table.EntryKinds;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.EntryQuery.Only;
import dev.payweek.store.ManualEntry;
import dev.payweek.store.PlainEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jooq.SelectLimitStep;
import org.jooq.SelectOrderByStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Reads entries. The database selects and sorts; each row that comes back is verified. */
final class EntryReader {

    /** Of the n-th part of all entries or more, going over all costs less than looking each up by an index. */
    private static final int PART_WORTH_AN_INDEX = 4;

    private static final PreparedSql FIND = new PreparedSql(jooq -> jooq.select(EntryRow.READ)
            .from(LEDGER_ENTRY)
            .where(LEDGER_ENTRY.LEDGER.eq(any(LEDGER_ENTRY.LEDGER)))
            .and(LEDGER_ENTRY.ID.eq(any(LEDGER_ENTRY.ID))));

    private static final PreparedSql PARTS =
            new PreparedSql(jooq -> jooq.select(ENTRY_PART.CATEGORY, ENTRY_PART.MINOR_UNITS)
                    .from(ENTRY_PART)
                    .where(ENTRY_PART.LEDGER.eq(any(ENTRY_PART.LEDGER)))
                    .and(ENTRY_PART.ENTRY.eq(any(ENTRY_PART.ENTRY)))
                    .orderBy(ENTRY_PART.PLACE));

    private static final PreparedSql OF_IMPORT = new PreparedSql(jooq -> jooq.select(LEDGER_ENTRY.ID)
            .from(LEDGER_ENTRY)
            .where(LEDGER_ENTRY.LEDGER.eq(any(LEDGER_ENTRY.LEDGER)))
            .and(LEDGER_ENTRY.IMPORT_BATCH.eq(any(LEDGER_ENTRY.IMPORT_BATCH)))
            .orderBy(LEDGER_ENTRY.ID));

    private static final PreparedSql CHANGED_OF_IMPORT = new PreparedSql(jooq -> jooq.select(LEDGER_ENTRY.ID)
            .from(LEDGER_ENTRY)
            .where(LEDGER_ENTRY.LEDGER.eq(any(LEDGER_ENTRY.LEDGER)))
            .and(LEDGER_ENTRY.IMPORT_BATCH.eq(any(LEDGER_ENTRY.IMPORT_BATCH)))
            .and(LEDGER_ENTRY.VERSION.gt(DSL.inline(1)))
            .orderBy(LEDGER_ENTRY.ID));

    private static final PreparedSql HAND_MADE = new PreparedSql(jooq -> jooq.select(EntryRow.READ)
            .from(LEDGER_ENTRY)
            .where(LEDGER_ENTRY.LEDGER.eq(any(LEDGER_ENTRY.LEDGER)))
            .and(LEDGER_ENTRY.KIND.eq(any(LEDGER_ENTRY.KIND)))
            .and(LEDGER_ENTRY.DAY.ge(any(LEDGER_ENTRY.DAY)))
            .and(LEDGER_ENTRY.DAY.le(any(LEDGER_ENTRY.DAY)))
            .and(LEDGER_ENTRY.IMPORT_BATCH.isNull())
            .and(LEDGER_ENTRY.BANK_TEXT.isNull())
            .orderBy(LEDGER_ENTRY.DAY, LEDGER_ENTRY.ID));

    /** More numbers than a database takes in one statement are asked for in several. */
    private static final int ASKED_AT_ONCE = 1_000;

    private final Session session;
    private final LedgerRow ledger;
    private final TotalsRows totals;
    private final Names categories;
    private final Names accounts;
    private final Map<String, Provenance> provenances = new HashMap<>();

    /** What the checks of the rows read so far come to. */
    private static final class Count {
        private Checksum checks = Checksum.NONE;
    }

    EntryReader(Session session, LedgerRow ledger, TotalsRows totals, Names categories, Names accounts) {
        this.session = session;
        this.ledger = ledger;
        this.totals = totals;
        this.categories = categories;
        this.accounts = accounts;
    }

    Optional<EntryRow> row(long id) {
        return session.query(FIND, this::row, ledger.number(), id).stream().findFirst();
    }

    /** Reads a row with the parts of its split; a split is rare, so they are read row by row. */
    EntryRow row(ResultSet row) throws SQLException {
        return new EntryRow(ledger.number(), row, this::parts);
    }

    private List<EntryRow.Part> parts(long id) {
        return session.query(PARTS, row -> new EntryRow.Part(row.getLong(1), row.getLong(2)), ledger.number(), id);
    }

    Optional<Entry> find(long id) {
        return row(id).map(this::made);
    }

    Entry made(EntryRow row) {
        return row.entry(categories::path, accounts::name, this::provenance);
    }

    private Provenance provenance(String text) {
        return provenances.computeIfAbsent(text, Provenance::parse);
    }

    void forEach(EntryQuery query, Consumer<? super Entry> action) {
        if (query.limit().isPresent() && query.limit().getAsInt() == 0) {
            return;
        }
        EntryFilter filter = filter(query);
        List<Condition> branches = filter.branches();
        if (branches.isEmpty()) {
            return;
        }
        Count seen = new Count();
        session.forEach(filter.shape(), rows(branches, query), this::row, row -> {
            action.accept(made(row));
            seen.checks = seen.checks.with(row.check());
        });
        if (isWhole(query) && query.after().isEmpty() && query.limit().isEmpty()) {
            requireAll(query, seen.checks);
        }
    }

    /** Gives the expenses of the days; of many days as the table lies, see {@link #forEachPlain}. */
    void forEachExpense(DateSpan span, Consumer<? super Expense> action) {
        EntryQuery query = EntryQuery.all(EntryKind.EXPENSE).during(span);
        long ofAll = totals.entries(EntryKind.EXPENSE, DateSpan.ALWAYS).count();
        if (PART_WORTH_AN_INDEX * totals.entries(EntryKind.EXPENSE, span).count() < ofAll) {
            forEach(query, entry -> action.accept((Expense) entry));
            return;
        }
        Count seen = new Count();
        session.forEach(
                "every expense of days",
                session.jooq()
                        .select(EntryRow.READ)
                        .from(LEDGER_ENTRY)
                        .where(LEDGER_ENTRY.LEDGER.eq(ledger.number()))
                        .and(LEDGER_ENTRY.KIND.plus(0).eq(EntryKinds.number(EntryKind.EXPENSE)))
                        .and(LEDGER_ENTRY.DAY.plus(0).between(DayNumber.first(span), DayNumber.last(span))),
                this::row,
                row -> {
                    action.accept((Expense) made(row));
                    seen.checks = seen.checks.with(row.check());
                });
        requireAll(query, seen.checks);
    }

    /** Gives every entry as the table lies, so that no index is gone through and nothing sorted. */
    void forEachPlain(Consumer<? super PlainEntry> action) {
        Count seen = new Count();
        PlainRows rows = new PlainRows(ledger.number(), accounts::name, this::parts);
        session.forEach(
                "every entry",
                session.jooq().select(PlainRows.READ).from(LEDGER_ENTRY).where(LEDGER_ENTRY.LEDGER.eq(ledger.number())),
                rows::read,
                entry -> {
                    seen.checks = seen.checks.with(rows.check());
                    action.accept(entry);
                });
        Checksum all = Checksum.NONE;
        for (EntryKind kind : EntryKind.values()) {
            all = all.plus(totals.entries(kind, DateSpan.ALWAYS));
        }
        if (!seen.checks.equals(all)) {
            throw CorruptData.incomplete("The entries");
        }
    }

    /**
     * Returns the rows of all branches in the query's order. A page of several branches is put together from the first
     * places of each, which an index may hold; only the rows of the page are then looked up.
     */
    private ResultQuery<?> rows(List<Condition> branches, EntryQuery query) {
        OptionalInt limit = query.limit();
        if (branches.size() == 1 || limit.isEmpty()) {
            var rows = all(branches, EntryRow.READ, query.order(), OptionalInt.empty());
            return limit.isPresent() ? rows.limit(limit.getAsInt()) : rows;
        }
        Table<?> places = all(branches, EntryFilter.sortedBy(query.order()), query.order(), ofEach(query))
                .limit(limit.getAsInt())
                .asTable("places");
        return session.jooq()
                .select(EntryRow.READ)
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.LEDGER.eq(ledger.number()))
                .and(LEDGER_ENTRY.ID.in(
                        DSL.select(places.field(LEDGER_ENTRY.ID)).from(places)))
                .orderBy(EntryFilter.order(query.order()));
    }

    private SelectLimitStep<Record> all(
            List<Condition> branches, List<Field<?>> fields, EntryOrder order, OptionalInt most) {
        SelectOrderByStep<Record> rows = branch(branches.get(0), fields, order, most);
        for (Condition branch : branches.subList(1, branches.size())) {
            rows = rows.unionAll(branch(branch, fields, order, most));
        }
        return rows.orderBy(EntryFilter.order(order));
    }

    /**
     * Returns how many places of each branch a page needs. SQLite merges branches of which each follows an index, and
     * stops; where branches must be sorted, and in other databases, each is limited by itself.
     */
    private OptionalInt ofEach(EntryQuery query) {
        return session.isSqlite() && query.order().isByDate() ? OptionalInt.empty() : query.limit();
    }

    private SelectOrderByStep<Record> branch(
            Condition branch, List<Field<?>> fields, EntryOrder order, OptionalInt most) {
        SelectConditionStep<Record> rows =
                session.jooq().select(fields).from(LEDGER_ENTRY).where(branch);
        if (most.isEmpty()) {
            return rows;
        }
        Table<?> first =
                rows.orderBy(EntryFilter.order(order)).limit(most.getAsInt()).asTable("branch");
        return session.jooq().select(first.fields()).from(first);
    }

    /** A row that vanished cannot be missed by itself; a list of everything, such as an export, shows it. */
    private void requireAll(EntryQuery query, Checksum seen) {
        if (!seen.equals(totals.entries(query.kind(), query.span()))) {
            throw CorruptData.incomplete("The entries from " + query.span().startInclusive() + " to "
                    + query.span().lastDay());
        }
    }

    private EntryFilter filter(EntryQuery query) {
        return new EntryFilter(ledger.number(), categories, accounts, query);
    }

    long count(EntryQuery query) {
        if (isWhole(query)) {
            return totals.entries(query.kind(), query.span()).count();
        }
        long count = 0;
        for (Condition branch : filter(query).unordered()) {
            count += session.jooq().fetchCount(LEDGER_ENTRY, branch);
        }
        return count;
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
        int first = DayNumber.first(span);
        int last = DayNumber.last(span);
        for (EntryKind kind : EntryKind.values()) {
            for (EntryRow row :
                    session.query(HAND_MADE, this::row, ledger.number(), EntryKinds.number(kind), first, last)) {
                Entry entry = made(row);
                found.add(new ManualEntry(
                        entry.id(),
                        kind,
                        entry.date(),
                        entry.amount().minorUnits(),
                        entry.details().account()));
            }
        }
        found.sort(Comparator.comparing(ManualEntry::id));
        return found;
    }

    /** The range leads a database to the few refunds there are, which without it would go over all entries. */
    List<Expense> refundsOf(Collection<Long> expenses) {
        List<Expense> refunds = new ArrayList<>();
        List<Long> all = expenses.stream().sorted().toList();
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE));
            session.forEach(
                    List.of("refunds of", some.size()),
                    session.jooq()
                            .select(EntryRow.READ)
                            .from(LEDGER_ENTRY)
                            .where(LEDGER_ENTRY.LEDGER.eq(ledger.number()))
                            .and(LEDGER_ENTRY.REFUND_OF.between(some.get(0), some.get(some.size() - 1)))
                            .and(LEDGER_ENTRY.REFUND_OF.plus(0).in(some))
                            .orderBy(LEDGER_ENTRY.REFUND_OF, LEDGER_ENTRY.ID),
                    this::row,
                    row -> refunds.add((Expense) made(row)));
        }
        refunds.sort(Comparator.comparing(Expense::id));
        return refunds;
    }

    /** Returns the first of an import's entries, by id. */
    List<Long> idsOfImport(long batch) {
        return session.query(OF_IMPORT, row -> row.getLong(1), ledger.number(), batch);
    }

    /** Returns those of an import's entries that were changed since, by id. */
    List<Long> changedIdsOfImport(long batch) {
        return session.query(CHANGED_OF_IMPORT, row -> row.getLong(1), ledger.number(), batch);
    }
}
