package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.LedgerEntry.LEDGER_ENTRY;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.Checksum;
import dev.payweek.persistence.table.EntryKinds;
import dev.payweek.persistence.table.EpochDays;
import dev.payweek.store.EntryCursor;
import dev.payweek.store.EntryQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Param;
import org.jooq.impl.DSL;

/**
 * Goes through the entries of a kind day by day, some hundred at a time, and sees that no day misses one.
 *
 * <p>A long list is read page by page after the last entry seen, not through a cursor: within one snapshot the pages
 * are of one moment, and no statement stays open while the caller does with an entry what it likes. A walk that begins
 * or ends inside a day reads the rest of the day too, for the sake of its tally; of days that hold masses it does not.
 */
final class EntryScan {

    private static final int FIRST_PAGE = 100;
    private static final int PAGE = 1_000;
    private static final long MASSES = 5_000;

    private static final Param<Integer> MOST = DSL.param("most", Integer.class);

    private static final PreparedSql FORWARD = new PreparedSql(jooq -> jooq.selectFrom(LEDGER_ENTRY)
            .where(LEDGER_ENTRY.LEDGER.eq(any(LEDGER_ENTRY.LEDGER)))
            .and(LEDGER_ENTRY.KIND.eq(any(LEDGER_ENTRY.KIND)))
            .and(LEDGER_ENTRY.EPOCH_DAY.ge(any(LEDGER_ENTRY.EPOCH_DAY)))
            .and(LEDGER_ENTRY.EPOCH_DAY.le(any(LEDGER_ENTRY.EPOCH_DAY)))
            .and(DSL.row(LEDGER_ENTRY.EPOCH_DAY, LEDGER_ENTRY.ID).gt(any(LEDGER_ENTRY.EPOCH_DAY), any(LEDGER_ENTRY.ID)))
            .orderBy(LEDGER_ENTRY.EPOCH_DAY, LEDGER_ENTRY.ID)
            .limit(MOST));

    private static final PreparedSql BACKWARD = new PreparedSql(jooq -> jooq.selectFrom(LEDGER_ENTRY)
            .where(LEDGER_ENTRY.LEDGER.eq(any(LEDGER_ENTRY.LEDGER)))
            .and(LEDGER_ENTRY.KIND.eq(any(LEDGER_ENTRY.KIND)))
            .and(LEDGER_ENTRY.EPOCH_DAY.ge(any(LEDGER_ENTRY.EPOCH_DAY)))
            .and(LEDGER_ENTRY.EPOCH_DAY.le(any(LEDGER_ENTRY.EPOCH_DAY)))
            .and(DSL.row(LEDGER_ENTRY.EPOCH_DAY, LEDGER_ENTRY.ID).lt(any(LEDGER_ENTRY.EPOCH_DAY), any(LEDGER_ENTRY.ID)))
            .orderBy(LEDGER_ENTRY.EPOCH_DAY.desc(), LEDGER_ENTRY.ID.desc())
            .limit(MOST));

    private final Session link;
    private final long ledger;
    private final TotalsRows totals;
    private final Function<EntryRow, Entry> made;

    private final EntryKind kind;
    private final boolean descending;
    private final int first;
    private final int last;
    private final Predicate<Entry> visitor;
    private Optional<EntryCursor> begin;
    private boolean wanted = true;
    private int pageSize = FIRST_PAGE;
    private Checksum seen = Checksum.NONE;
    private boolean partly;

    /** The visitor gets each entry, and says whether it wants more. */
    EntryScan(
            Session link,
            long ledger,
            TotalsRows totals,
            Function<EntryRow, Entry> made,
            EntryQuery query,
            Predicate<Entry> visitor) {
        this.link = link;
        this.ledger = ledger;
        this.totals = totals;
        this.made = made;
        this.kind = query.kind();
        this.visitor = visitor;
        boolean byDate = query.order().isByDate();
        this.descending = byDate && query.order().isDescending();
        this.begin = byDate ? query.after() : Optional.empty();
        this.first = EpochDays.first(query.span());
        this.last = EpochDays.end(query.span()) - 1;
    }

    void go() {
        List<TotalsTable.Row> months = new ArrayList<>(totals.months());
        if (descending) {
            Collections.reverse(months);
        }
        for (TotalsTable.Row month : months) {
            if (wanted && TotalsRows.overlaps(month, first, last) && !isBehind(lastToVisit(month))) {
                visit(expected(month));
            }
        }
    }

    /** The day of the month that a walk comes to last. */
    private int lastToVisit(TotalsTable.Row month) {
        return descending ? EpochDays.firstOf(month.number()) : EpochDays.lastOf(month.number());
    }

    private boolean isBehind(int day) {
        return begin.isPresent()
                && (descending ? day > begin.get().key() : day < begin.get().key());
    }

    /** What a day must hold. */
    private record Day(int number, Checksum tally) {
        boolean isMasses() {
            return tally.count() > MASSES;
        }
    }

    private List<Day> expected(TotalsTable.Row month) {
        List<Day> days = new ArrayList<>();
        for (TotalsTable.Row row : totals.days(month)) {
            if (row.number() >= first && row.number() <= last && !isBehind(row.number())) {
                Checksum tally = row.sums().entries(kind);
                if (tally.count() != 0) {
                    days.add(new Day(row.number(), tally));
                }
            }
        }
        if (descending) {
            Collections.reverse(days);
        }
        return days;
    }

    private void visit(List<Day> days) {
        if (days.isEmpty()) {
            return;
        }
        Deque<Day> expected = new ArrayDeque<>(days);
        int from = days.get(0).number();
        int to = days.get(days.size() - 1).number();
        seen = Checksum.NONE;
        partly = begin.isPresent() && begin.get().key() == from && days.get(0).isMasses();
        EntryCursor at = partly ? begin.get() : descending ? after(from + 1L) : before(from);
        int size;
        List<EntryRow> page;
        do {
            size = pageSize;
            pageSize = PAGE;
            page = page(at, Math.min(from, to), Math.max(from, to), size);
            for (EntryRow row : page) {
                if (!take(row, expected)) {
                    return;
                }
                at = new EntryCursor(row.day(), row.id());
            }
        } while (page.size() == size);
        requireAll(expected.remove());
        if (wanted && !expected.isEmpty()) {
            requireAll(expected.remove());
        }
    }

    /** Returns whether to go on. */
    private boolean take(EntryRow row, Deque<Day> expected) {
        Entry entry = made.apply(row);
        if (row.day() != expected.element().number()) {
            requireAll(expected.remove());
            if (!wanted) {
                return false;
            }
            if (expected.isEmpty() || row.day() != expected.element().number()) {
                throw CorruptData.incomplete("The sums of " + EpochDays.day(row.day()));
            }
        }
        seen = seen.with(row.check());
        wanted = wanted && (isBefore(entry) || visitor.test(entry));
        return wanted || !expected.element().isMasses();
    }

    private void requireAll(Day day) {
        if (!partly && !seen.equals(day.tally())) {
            throw CorruptData.incomplete("The entries of " + EpochDays.day(day.number()));
        }
        partly = false;
        seen = Checksum.NONE;
    }

    /** The place before all entries of a day. */
    private static EntryCursor before(long day) {
        return new EntryCursor(day - 1, Long.MAX_VALUE);
    }

    /** The place after all entries of the day before. */
    private static EntryCursor after(long day) {
        return new EntryCursor(day, Long.MIN_VALUE);
    }

    /** Tells whether the entry lies before the place where the caller wants to begin. */
    private boolean isBefore(Entry entry) {
        if (begin.isEmpty()) {
            return false;
        }
        long byDay = Long.compare(entry.date().toEpochDay(), begin.get().key());
        long ascending =
                byDay != 0 ? byDay : Long.compare(entry.id(), begin.get().id());
        return descending ? ascending >= 0 : ascending <= 0;
    }

    private List<EntryRow> page(EntryCursor after, int least, int most, int size) {
        return link.query(
                descending ? BACKWARD : FORWARD,
                EntryRow::of,
                ledger,
                EntryKinds.number(kind),
                least,
                most,
                after.key(),
                after.id(),
                size);
    }
}
