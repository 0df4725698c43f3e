package dev.payweek.persistence;

import static dev.payweek.persistence.Fixed.any;
import static dev.payweek.persistence.schema.tables.Entry.ENTRY;
import static dev.payweek.persistence.schema.tables.EntrySplit.ENTRY_SPLIT;
import static dev.payweek.persistence.schema.tables.EntryTag.ENTRY_TAG;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.Paycheck;
import dev.payweek.store.EntryCursor;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.HandMade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * Reads entries with their parts, a few hundred at a time.
 *
 * <p>A long list is read page by page after the last entry seen, not through a cursor: within one snapshot the pages
 * are of one moment, and no statement stays open while the caller does with an entry what it likes.
 */
final class EntryReading {

    private static final int FIRST_PAGE = 100;
    private static final int PAGE = 1_000;

    private static final Fixed FIND = new Fixed(jooq ->
            jooq.selectFrom(ENTRY).where(ENTRY.LEDGER.eq(any(ENTRY.LEDGER))).and(ENTRY.ID.eq(any(ENTRY.ID))));

    private static final Fixed PAYCHECKS = new Fixed(jooq -> jooq.selectFrom(ENTRY)
            .where(ENTRY.LEDGER.eq(any(ENTRY.LEDGER)))
            .and(ENTRY.KIND.eq(DSL.inline(EntryKind.INCOME.name())))
            .and(ENTRY.EPOCH_DAY.ge(any(ENTRY.EPOCH_DAY)))
            .and(ENTRY.EPOCH_DAY.lt(any(ENTRY.EPOCH_DAY)))
            .and(ENTRY.PAYCHECK.eq(DSL.inline(true)))
            .orderBy(ENTRY.EPOCH_DAY, ENTRY.ID));

    private final Link link;
    private final long ledger;
    private final Map<String, CategoryPath> paths = new HashMap<>();

    EntryReading(Link link, long ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    Optional<Entry> find(long id) {
        return withParts(link.query(FIND, StoredEntry::of, ledger, id)).stream().findFirst();
    }

    void forEach(EntryQuery query, Consumer<? super Entry> action) {
        Optional<EntryCursor> after = query.after();
        long left = query.limit().isPresent() ? query.limit().getAsInt() : Long.MAX_VALUE;
        int size = FIRST_PAGE;
        while (left > 0) {
            int most = (int) Math.min(left, size);
            List<Entry> page = page(query, after, most);
            page.forEach(action);
            if (page.size() < most) {
                return;
            }
            after = Optional.of(EntryCursor.after(page.get(most - 1), query.order()));
            left -= most;
            size = PAGE;
        }
    }

    private List<Entry> page(EntryQuery query, Optional<EntryCursor> after, int most) {
        List<SortField<?>> order = new ArrayList<>();
        for (Field<?> field : List.of(query.order().isByDate() ? ENTRY.EPOCH_DAY : ENTRY.MINOR_UNITS, ENTRY.ID)) {
            order.add(query.order().isDescending() ? field.desc() : field.asc());
        }
        var selected = link.jooq()
                .selectFrom(ENTRY)
                .where(EntryFilter.of(ledger, query))
                .orderBy(order);
        return withParts(link.query(
                after.isEmpty()
                        ? selected.limit(most)
                        : selected.seek(after.get().key(), after.get().id()).limit(most),
                StoredEntry::of));
    }

    long count(EntryQuery query) {
        return link.jooq()
                .selectCount()
                .from(ENTRY)
                .where(EntryFilter.of(ledger, query))
                .fetchSingle(0, long.class);
    }

    List<Paycheck> paychecks(DateSpan span) {
        return link.rows(PAYCHECKS, ENTRY, ledger, Days.first(span), Days.end(span))
                .map(row -> new Paycheck(
                        row.get(ENTRY.ID),
                        Days.day(row.get(ENTRY.EPOCH_DAY)),
                        Money.ofMinor(row.get(ENTRY.MINOR_UNITS), Money.currency(row.get(ENTRY.CURRENCY))),
                        row.get(ENTRY.OPENS_PERIOD)));
    }

    List<Long> idsOfImport(long batch) {
        return link.jooq()
                .select(ENTRY.ID)
                .from(ENTRY)
                .where(ENTRY.LEDGER.eq(ledger))
                .and(ENTRY.IMPORT_BATCH.eq(batch))
                .orderBy(ENTRY.ID)
                .fetch(ENTRY.ID);
    }

    List<HandMade> handMade(DateSpan span) {
        return link.query(
                link.jooq()
                        .select(ENTRY.ID, ENTRY.KIND, ENTRY.EPOCH_DAY, ENTRY.MINOR_UNITS)
                        .from(ENTRY)
                        .where(ENTRY.LEDGER.eq(ledger))
                        .and(ENTRY.IMPORT_BATCH.isNull())
                        .and(ENTRY.BANK_TEXT.isNull())
                        .and(Days.in(span, ENTRY.EPOCH_DAY))
                        .orderBy(ENTRY.ID),
                row -> new HandMade(
                        row.getLong(1), EntryKind.valueOf(row.getString(2)), Days.day(row.getInt(3)), row.getLong(4)));
    }

    private List<Entry> withParts(List<StoredEntry> rows) {
        Map<Long, List<String>> tags = tags(ids(rows, row -> row.tagCount() > 0));
        Map<Long, List<StoredEntry.Part>> parts = parts(ids(rows, row -> row.splitCount() > 0));
        return rows.stream()
                .map(row -> row.entry(
                        this::path, parts.getOrDefault(row.id(), List.of()), tags.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Returns the path of a name, made once however many entries bear it. */
    private CategoryPath path(String name) {
        return paths.computeIfAbsent(name, CategoryPath::of);
    }

    private static List<Long> ids(List<StoredEntry> rows, Predicate<StoredEntry> having) {
        return rows.stream().filter(having).map(StoredEntry::id).toList();
    }

    private Map<Long, List<String>> tags(Collection<Long> ids) {
        Map<Long, List<String>> tags = new HashMap<>();
        if (ids.isEmpty()) {
            return tags;
        }
        link.jooq()
                .select(ENTRY_TAG.ENTRY_ID, ENTRY_TAG.TAG)
                .from(ENTRY_TAG)
                .where(ENTRY_TAG.LEDGER.eq(ledger))
                .and(ENTRY_TAG.ENTRY_ID.in(ids))
                .orderBy(ENTRY_TAG.ENTRY_ID, ENTRY_TAG.PLACE)
                .fetch()
                .forEach(row -> tags.computeIfAbsent(row.value1(), id -> new ArrayList<>())
                        .add(row.value2()));
        return tags;
    }

    private Map<Long, List<StoredEntry.Part>> parts(Collection<Long> ids) {
        Map<Long, List<StoredEntry.Part>> parts = new HashMap<>();
        if (ids.isEmpty()) {
            return parts;
        }
        link.jooq()
                .select(ENTRY_SPLIT.ENTRY_ID, ENTRY_SPLIT.CATEGORY, ENTRY_SPLIT.MINOR_UNITS)
                .from(ENTRY_SPLIT)
                .where(ENTRY_SPLIT.LEDGER.eq(ledger))
                .and(ENTRY_SPLIT.ENTRY_ID.in(ids))
                .orderBy(ENTRY_SPLIT.ENTRY_ID, ENTRY_SPLIT.PLACE)
                .fetch()
                .forEach(row -> parts.computeIfAbsent(row.value1(), id -> new ArrayList<>())
                        .add(new StoredEntry.Part(row.value2(), row.value3())));
        return parts;
    }
}
