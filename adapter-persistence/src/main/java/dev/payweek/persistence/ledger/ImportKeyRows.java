package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.ImportBatch.IMPORT_BATCH;
import static dev.payweek.persistence.schema.tables.ImportDay.IMPORT_DAY;
import static java.util.Comparator.comparing;

import dev.payweek.persistence.jdbc.BatchStatement;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Imports and the memory of the rows they brought; see {@link ImportDayRow}. */
final class ImportKeyRows {

    static final ChecksummedTable BATCHES = ChecksummedTable.sealed(IMPORT_BATCH, 2);

    /** A power of two, since jOOQ rounds the length of a list up to one. */
    private static final int DAYS_AT_ONCE = 128;

    private static final int PAGE = 50;

    private static final Comparator<ImportKey> BY_KEY =
            comparing(ImportKey::key).thenComparingInt(ImportKey::occurrence).thenComparingLong(ImportKey::batch);

    private static final Param<Integer> MOST = DSL.param("most", Integer.class);

    private static final BatchStatement PUT = new BatchStatement(rows -> PreparedSql.replace(IMPORT_DAY, 4, rows));

    private static final PreparedSql DELETE = PreparedSql.delete(IMPORT_DAY, 4);

    private static final PreparedSql FIND = new PreparedSql(jooq -> jooq.selectFrom(IMPORT_DAY)
            .where(IMPORT_DAY.LEDGER.eq(any(IMPORT_DAY.LEDGER)))
            .and(IMPORT_DAY.ACCOUNT_DAY.in(Stream.<Param<String>>generate(() -> any(IMPORT_DAY.ACCOUNT_DAY))
                    .limit(DAYS_AT_ONCE)
                    .toList()))
            .orderBy(IMPORT_DAY.ACCOUNT_DAY, IMPORT_DAY.BATCH, IMPORT_DAY.PART));

    private static final PreparedSql OF_BATCH = new PreparedSql(jooq -> jooq.selectFrom(IMPORT_DAY)
            .where(IMPORT_DAY.LEDGER.eq(any(IMPORT_DAY.LEDGER)))
            .and(IMPORT_DAY.BATCH.eq(any(IMPORT_DAY.BATCH)))
            .and(DSL.row(IMPORT_DAY.ACCOUNT_DAY, IMPORT_DAY.PART).gt(any(IMPORT_DAY.ACCOUNT_DAY), any(IMPORT_DAY.PART)))
            .orderBy(IMPORT_DAY.ACCOUNT_DAY, IMPORT_DAY.PART)
            .limit(MOST));

    private static final PreparedSql DELETE_BATCH = new PreparedSql(jooq -> jooq.deleteFrom(IMPORT_DAY)
            .where(IMPORT_DAY.LEDGER.eq(any(IMPORT_DAY.LEDGER)))
            .and(IMPORT_DAY.BATCH.eq(any(IMPORT_DAY.BATCH))));

    private static final PreparedSql AFTER = new PreparedSql(jooq -> jooq.selectFrom(IMPORT_DAY)
            .where(IMPORT_DAY.LEDGER.eq(any(IMPORT_DAY.LEDGER)))
            .and(DSL.row(IMPORT_DAY.ACCOUNT_DAY, IMPORT_DAY.BATCH, IMPORT_DAY.PART)
                    .gt(any(IMPORT_DAY.ACCOUNT_DAY), any(IMPORT_DAY.BATCH), any(IMPORT_DAY.PART)))
            .orderBy(IMPORT_DAY.ACCOUNT_DAY, IMPORT_DAY.BATCH, IMPORT_DAY.PART)
            .limit(MOST));

    /** The days that this transaction has read or written, each with its parts in their order. */
    private final Map<String, List<ImportDayRow>> days = new HashMap<>();

    private final Session link;
    private final LedgerRow ledger;

    ImportKeyRows(Session link, LedgerRow ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    Optional<ImportBatch> find(long id) {
        return BATCHES.find(link, ledger.seals(), id).map(ImportKeyRows::batch);
    }

    List<ImportBatch> all() {
        return BATCHES.all(link, ledger.seals()).stream()
                .map(ImportKeyRows::batch)
                .sorted(comparing(ImportBatch::id).reversed())
                .toList();
    }

    private static ImportBatch batch(Record row) {
        return new ImportBatch(
                row.get(IMPORT_BATCH.ID),
                Instant.ofEpochMilli(row.get(IMPORT_BATCH.AT_MILLIS)),
                row.get(IMPORT_BATCH.FILE_NAME),
                row.get(IMPORT_BATCH.FORMAT),
                row.get(IMPORT_BATCH.ACCOUNT),
                row.get(IMPORT_BATCH.INSERTED),
                row.get(IMPORT_BATCH.DUPLICATES),
                row.get(IMPORT_BATCH.NEEDS_REVIEW),
                row.get(IMPORT_BATCH.REJECTED),
                Optional.ofNullable(row.get(IMPORT_BATCH.FIRST_DAY)).map(DayNumber::day),
                Optional.ofNullable(row.get(IMPORT_BATCH.LAST_DAY)).map(DayNumber::day),
                ImportBatch.State.valueOf(row.get(IMPORT_BATCH.STATE)));
    }

    void put(ImportBatch batch) {
        BATCHES.put(
                link,
                ledger.seals(),
                batch.id(),
                batch.at().toEpochMilli(),
                batch.file(),
                batch.format(),
                batch.account(),
                batch.inserted(),
                batch.duplicates(),
                batch.needsReview(),
                batch.rejected(),
                batch.firstDate().map(DayNumber::of),
                batch.lastDate().map(DayNumber::of),
                batch.state().name());
    }

    void remove(long id) {
        BATCHES.remove(link, ledger.seals(), id);
        link.execute(DELETE_BATCH, ledger.number(), id);
        days.clear();
    }

    /** Returns the memory of at most so many rows of an import. */
    List<ImportKey> keysOf(long id, int most) {
        // Who goes through an import leaves its days behind.
        days.clear();
        List<ImportKey> found = new ArrayList<>();
        String day = "";
        int number = Integer.MIN_VALUE;
        List<ImportDayRow> page;
        do {
            page = link.query(OF_BATCH, ImportDayRow::of, ledger.number(), id, day, number, PAGE);
            for (ImportDayRow part : page) {
                part.rows().stream()
                        .limit((long) most - found.size())
                        .map(part::key)
                        .forEach(found::add);
                day = part.accountDay();
                number = part.part();
            }
        } while (found.size() < most && !page.isEmpty());
        return found;
    }

    void removeKeys(Collection<ImportKey> keys) {
        Map<String, List<ImportKey>> byDay = byDay(keys);
        load(byDay.keySet());
        Set<ImportDayRow> changed = new LinkedHashSet<>();
        byDay.forEach((accountDay, gone) -> {
            Set<Place> places = gone.stream().map(Place::of).collect(Collectors.toSet());
            removeFrom(parts(accountDay), places, changed);
        });
        write(changed);
    }

    private static void removeFrom(List<ImportDayRow> parts, Set<Place> places, Set<ImportDayRow> changed) {
        for (ImportDayRow part : parts) {
            if (part.rows().removeIf(row -> places.contains(new Place(row.rest(), row.occurrence(), part.batch())))) {
                changed.add(part);
            }
        }
    }

    /** Gives the memory of every row to the action: day by day, each day's by key and occurrence. */
    void forEachKey(Consumer<? super ImportKey> action) {
        List<ImportDayRow> day = new ArrayList<>();
        forEachDay(part -> {
            if (!day.isEmpty() && !day.get(0).accountDay().equals(part.accountDay())) {
                keysOf(day).forEach(action);
                day.clear();
            }
            day.add(part);
        });
        keysOf(day).forEach(action);
    }

    private static List<ImportKey> keysOf(List<ImportDayRow> parts) {
        return parts.stream()
                .flatMap(part -> part.rows().stream().map(part::key))
                .sorted(BY_KEY)
                .toList();
    }

    /** Gives every row of the table to the action, which finds out whether it is as it was written. */
    void forEachDay(Consumer<ImportDayRow> action) {
        List<ImportDayRow> page =
                link.query(AFTER, ImportDayRow::of, ledger.number(), "", Long.MIN_VALUE, Integer.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            page.forEach(action);
            ImportDayRow last = page.get(page.size() - 1);
            page = link.query(
                    AFTER, ImportDayRow::of, ledger.number(), last.accountDay(), last.batch(), last.part(), PAGE);
        }
    }

    List<ImportKey> keys(String account, Collection<String> wanted) {
        Set<String> asked = days(account, wanted);
        load(asked);
        Set<String> known = ofKnownDays(account, wanted);
        List<ImportKey> found = new ArrayList<>();
        for (String accountDay : asked) {
            for (ImportDayRow part : parts(accountDay)) {
                for (ImportDayRow.Row row : part.rows()) {
                    ImportKey key = part.key(row);
                    if (known.contains(key.key())) {
                        found.add(key);
                    }
                }
            }
        }
        found.sort(BY_KEY);
        return found;
    }

    /** Returns the days that the keys lie under; keys of a day mostly follow each other. */
    private static Set<String> days(String account, Collection<String> keys) {
        Set<String> days = new LinkedHashSet<>();
        String last = "";
        for (String key : keys) {
            if (!ImportDayRow.isOf(last, account, key)) {
                last = ImportDayRow.accountDay(account, key);
                days.add(last);
            }
        }
        return days;
    }

    /** Returns those of the keys whose day holds rows, which of a file's new rows hardly any does. */
    private Set<String> ofKnownDays(String account, Collection<String> keys) {
        Set<String> known = new LinkedHashSet<>();
        String last = "";
        boolean holdsRows = false;
        for (String key : keys) {
            if (!ImportDayRow.isOf(last, account, key)) {
                last = ImportDayRow.accountDay(account, key);
                holdsRows = !parts(last).isEmpty();
            }
            if (holdsRows) {
                known.add(key);
            }
        }
        return known;
    }

    private void load(Set<String> asked) {
        List<String> missing =
                asked.stream().filter(day -> !days.containsKey(day)).toList();
        missing.forEach(day -> days.put(day, new ArrayList<>()));
        for (int from = 0; from < missing.size(); from += DAYS_AT_ONCE) {
            List<String> some = missing.subList(from, Math.min(missing.size(), from + DAYS_AT_ONCE));
            Object[] values = new Object[DAYS_AT_ONCE + 1];
            values[0] = ledger.number();
            for (int i = 0; i < DAYS_AT_ONCE; i++) {
                values[i + 1] = some.get(Math.min(i, some.size() - 1));
            }
            link.query(FIND, ImportDayRow::of, values)
                    .forEach(part -> parts(part.accountDay()).add(part));
        }
    }

    private List<ImportDayRow> parts(String accountDay) {
        return days.computeIfAbsent(accountDay, day -> new ArrayList<>());
    }

    void putKeys(Collection<ImportKey> keys) {
        Map<String, List<ImportKey>> byDay = byDay(keys);
        load(byDay.keySet());
        Set<ImportDayRow> changed = new LinkedHashSet<>();
        byDay.forEach((accountDay, added) -> put(accountDay, added, changed));
        write(changed);
    }

    private static Map<String, List<ImportKey>> byDay(Collection<ImportKey> keys) {
        Map<String, List<ImportKey>> byDay = new TreeMap<>();
        String last = "";
        List<ImportKey> ofLast = List.of();
        for (ImportKey key : keys) {
            if (!ImportDayRow.isOf(last, key.account(), key.key())) {
                last = ImportDayRow.accountDay(key.account(), key.key());
                ofLast = byDay.computeIfAbsent(last, day -> new ArrayList<>());
            }
            ofLast.add(key);
        }
        return byDay;
    }

    /** Adds rows to a day, each in place of what its import remembered under the same key and occurrence. */
    private void put(String accountDay, List<ImportKey> added, Set<ImportDayRow> changed) {
        Map<Place, ImportKey> latest = new LinkedHashMap<>(added.size() * 2);
        for (ImportKey key : added) {
            latest.put(Place.of(key), key);
        }
        List<ImportDayRow> parts = parts(accountDay);
        removeFrom(parts, latest.keySet(), changed);
        for (Map.Entry<Place, ImportKey> entry : latest.entrySet()) {
            ImportKey key = entry.getValue();
            ImportDayRow part = partWithRoom(accountDay, parts, key.batch());
            part.rows().add(new ImportDayRow.Row(entry.getKey().rest(), key.occurrence(), key.entryId()));
            changed.add(part);
        }
    }

    private record Place(String rest, int occurrence, long batch) {
        static Place of(ImportKey key) {
            return new Place(ImportDayRow.rest(key.key()), key.occurrence(), key.batch());
        }
    }

    private ImportDayRow partWithRoom(String accountDay, List<ImportDayRow> parts, long batch) {
        int next = 0;
        for (int i = parts.size() - 1; i >= 0; i--) {
            ImportDayRow part = parts.get(i);
            if (part.batch() == batch && part.rows().size() < ImportDayRow.MOST) {
                return part;
            }
            next = part.batch() == batch ? Math.max(next, part.part() + 1) : next;
        }
        ImportDayRow part = ImportDayRow.empty(ledger.number(), accountDay, batch, next);
        parts.add(part);
        return part;
    }

    private void write(Collection<ImportDayRow> changed) {
        List<Object[]> rows = new ArrayList<>();
        for (ImportDayRow part : changed) {
            if (part.rows().isEmpty()) {
                link.execute(DELETE, ledger.number(), part.accountDay(), part.batch(), part.part());
            } else {
                rows.add(part.values());
            }
        }
        PUT.write(link, rows);
    }
}
