package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.EntryPart.ENTRY_PART;
import static dev.payweek.persistence.schema.tables.Ledger.LEDGER;
import static dev.payweek.persistence.schema.tables.LedgerEntry.LEDGER_ENTRY;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.Change;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreCheck.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** Goes over all ledgers of a database: reads every row, and computes again whatever can be computed. */
public final class IntegrityCheck {

    private static final int PAGE = 1_000;
    private static final int MOST_FINDINGS = 1_000;
    private static final Param<Integer> MOST = DSL.param("most", Integer.class);

    private static final PreparedSql ENTRIES = new PreparedSql(jooq -> jooq.select(EntryRow.READ)
            .select(LEDGER_ENTRY.SEARCH_TEXT)
            .from(LEDGER_ENTRY)
            .where(LEDGER_ENTRY.LEDGER.eq(any(LEDGER_ENTRY.LEDGER)))
            .and(LEDGER_ENTRY.ID.gt(any(LEDGER_ENTRY.ID)))
            .orderBy(LEDGER_ENTRY.ID)
            .limit(MOST));

    /** A row of an entry and what it is searched by. */
    private record Found(EntryRow row, String searchText) {}

    private final Session link;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, CategoryPath> paths = new HashMap<>();
    private String place = "";
    private long entries;
    private long changes;

    private IntegrityCheck(Session link) {
        this.link = link;
    }

    /** Goes over everything and adds to what the database itself has found. */
    public static StoreCheck of(Session link, List<Finding> already) {
        IntegrityCheck check = new IntegrityCheck(link);
        check.findings.addAll(already);
        List<Long> ledgers = link.jooq()
                .select(LEDGER.LEDGER_)
                .from(LEDGER)
                .orderBy(LEDGER.LEDGER_)
                .fetch(LEDGER.LEDGER_);
        for (long ledger : ledgers) {
            check.place = "ledger " + ledger;
            check.attempt(() -> check.ledger(LedgerRow.find(link, WriteCache.nothing(), ledger)));
        }
        return new StoreCheck(ledgers.size(), check.entries, check.changes, check.findings);
    }

    /** Runs a part; damage that ends it is a finding, anything else that fails fails the check. */
    private void attempt(Runnable part) {
        try {
            part.run();
        } catch (LedgerException refusal) {
            if (link.failure().isPresent()) {
                throw refusal;
            }
            found(refusal.getMessage());
        }
    }

    private void found(String problem) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(place, problem));
        }
    }

    private void ledger(LedgerRow ledger) {
        for (ChecksummedTable table : SqlLedger.CHECKED) {
            attempt(() -> table.all(link, ledger.seals()));
        }
        attempt(() -> new ThingRows(link, ledger).verify());
        Map<Integer, Totals> days = new TreeMap<>();
        Names categories = Names.ofCategories(link, ledger);
        Names accounts = Names.ofAccounts(link, ledger);
        TotalsRows totals = new TotalsRows(link, ledger, this::path);
        EntryReader reader = new EntryReader(link, ledger, totals, categories, accounts);
        attempt(() -> entries(ledger, reader, days));
        attempt(() -> orphans(ledger));
        attempt(() -> sums(ledger, days));
        attempt(() -> changes(ledger));
        attempt(() -> importRows(ledger));
        attempt(() -> new RemovedParts(link, ledger).verify());
    }

    private CategoryPath path(String name) {
        return paths.computeIfAbsent(name, CategoryPath::of);
    }

    private void entries(LedgerRow ledger, EntryReader reader, Map<Integer, Totals> days) {
        Optional<Long> after = Optional.of(Long.MIN_VALUE);
        while (after.isPresent()) {
            List<Found> page = link.query(
                    ENTRIES,
                    row -> new Found(reader.row(row), row.getString(EntryRow.READ.size() + 1)),
                    ledger.number(),
                    after.get(),
                    PAGE);
            for (Found found : page) {
                entries++;
                attempt(() -> entry(reader.made(found.row()), found, days));
            }
            after = page.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(page.get(PAGE - 1).row().id());
        }
    }

    private void entry(Entry entry, Found stored, Map<Integer, Totals> days) {
        days.computeIfAbsent(stored.row().day(), day -> new Totals())
                .add(entry, stored.row().check());
        if (!entry.details().searchText().equals(stored.searchText())) {
            found("The search text of entry " + entry.id() + " is not that of its texts.");
        }
    }

    /** Parts that belong to no split. */
    private void orphans(LedgerRow ledger) {
        int parts = link.jooq().fetchCount(ENTRY_PART, ENTRY_PART.LEDGER.eq(ledger.number()));
        Optional<Integer> counted = link.jooq()
                .select(DSL.coalesce(DSL.sum(LEDGER_ENTRY.PARTS), 0))
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.LEDGER.eq(ledger.number()))
                .fetchOptional(0, Integer.class);
        if (!counted.equals(Optional.of(parts))) {
            found("There are " + parts + " parts of splits, and the entries have " + counted.orElse(0) + ".");
        }
    }

    private void sums(LedgerRow ledger, Map<Integer, Totals> days) {
        Map<Integer, Totals> months = new TreeMap<>();
        List<TotalsTable.Row> storedDays = all(TotalsTable.DAYS, ledger);
        for (TotalsTable.Row row : storedDays) {
            Totals month = months.computeIfAbsent(DayNumber.monthOf(row.number()), number -> new Totals());
            month.days(month.days().with(row.check()));
        }
        days.forEach((day, sums) -> months.computeIfAbsent(DayNumber.monthOf(day), number -> new Totals())
                .plus(sums));
        compare(storedDays, days, "day ");
        List<TotalsTable.Row> storedMonths = all(TotalsTable.MONTHS, ledger);
        compare(storedMonths, months, "month ");
        if (!TotalsRows.tally(storedMonths).equals(ledger.months())) {
            found("The ledger's row does not hold the months that are there.");
        }
    }

    private List<TotalsTable.Row> all(TotalsTable table, LedgerRow ledger) {
        return table.between(link, ledger.number(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private void compare(List<TotalsTable.Row> stored, Map<Integer, Totals> computed, String what) {
        Map<Integer, Totals> left = new TreeMap<>(computed);
        for (TotalsTable.Row row : stored) {
            Totals expected = Optional.ofNullable(left.remove(row.number())).orElseGet(Totals::new);
            attempt(() -> row.sums()
                    .difference(expected)
                    .ifPresent(
                            words -> found("The sums of " + row.name() + " are not those of its entries: " + words)));
        }
        left.forEach((number, sums) -> found("The sums of " + what + number + " are missing."));
    }

    private void changes(LedgerRow ledger) {
        ChangeRows rows = new ChangeRows(link, ledger);
        List<Change> page = rows.after(0, PAGE);
        while (!page.isEmpty()) {
            changes += page.size();
            page = page.size() < PAGE
                    ? List.of()
                    : rows.after(page.get(PAGE - 1).version(), PAGE);
        }
    }

    private void importRows(LedgerRow ledger) {
        new ImportKeyRows(link, ledger).forEachDay(day -> attempt(day::rows));
    }
}
