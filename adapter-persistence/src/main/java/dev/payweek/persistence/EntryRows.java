package dev.payweek.persistence;

import static dev.payweek.persistence.Fixed.any;
import static dev.payweek.persistence.Fixed.each;
import static dev.payweek.persistence.schema.tables.Entry.ENTRY;
import static dev.payweek.persistence.schema.tables.EntrySplit.ENTRY_SPLIT;
import static dev.payweek.persistence.schema.tables.EntryTag.ENTRY_TAG;

import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Facts;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/**
 * Writes entries with their parts, and keeps the day totals in step.
 *
 * <p>Entries that are surely new are gathered and inserted together; whoever reads calls {@link #flush} first.
 */
final class EntryRows {

    private static final int MOST_GATHERED = 500;

    private static final Fixed HIGHEST =
            new Fixed(jooq -> jooq.select(DSL.max(ENTRY.ID)).from(ENTRY).where(ENTRY.LEDGER.eq(any(ENTRY.LEDGER))));

    private static final Fixed INSERT =
            new Fixed(jooq -> jooq.insertInto(ENTRY).columns(ENTRY.fields()).values(each(ENTRY.fields())));

    private static final Fixed INSERT_SPLIT = new Fixed(
            jooq -> jooq.insertInto(ENTRY_SPLIT).columns(ENTRY_SPLIT.fields()).values(each(ENTRY_SPLIT.fields())));

    private static final Fixed INSERT_TAG = new Fixed(
            jooq -> jooq.insertInto(ENTRY_TAG).columns(ENTRY_TAG.fields()).values(each(ENTRY_TAG.fields())));

    private static final Fixed DELETE = new Fixed(jooq ->
            jooq.deleteFrom(ENTRY).where(ENTRY.LEDGER.eq(any(ENTRY.LEDGER))).and(ENTRY.ID.eq(any(ENTRY.ID))));

    private final Link link;
    private final long ledger;
    private final EntryReading reading;
    private final DayTotalRows totals;

    private final List<Object[]> gathered = new ArrayList<>();
    private final List<Object[]> gatheredSplits = new ArrayList<>();
    private final List<Object[]> gatheredTags = new ArrayList<>();
    private Optional<Long> highestId = Optional.empty();

    EntryRows(Link link, long ledger, EntryReading reading, DayTotalRows totals) {
        this.link = link;
        this.ledger = ledger;
        this.reading = reading;
        this.totals = totals;
    }

    void put(Entry entry) {
        long highest = highestId.orElseGet(this::highestStored);
        boolean isNew = entry.id() > highest;
        if (!isNew) {
            remove(entry.id());
        }
        highestId = Optional.of(Math.max(highest, entry.id()));
        gather(entry);
        DayTotal.of(entry).forEach(totals::add);
        if (!isNew || gathered.size() >= MOST_GATHERED) {
            flush();
        }
    }

    void remove(long id) {
        flush();
        reading.find(id).ifPresent(entry -> {
            link.execute(DELETE, ledger, id);
            DayTotal.of(entry).forEach(total -> totals.add(total.negated()));
        });
    }

    /** Inserts what was gathered. */
    void flush() {
        link.executeEach(INSERT, gathered);
        link.executeEach(INSERT_SPLIT, gatheredSplits);
        link.executeEach(INSERT_TAG, gatheredTags);
        gathered.clear();
        gatheredSplits.clear();
        gatheredTags.clear();
    }

    private long highestStored() {
        return link.query(HIGHEST, row -> row.getLong(1), ledger).get(0);
    }

    private void gather(Entry entry) {
        gathered.add(row(entry));
        if (entry instanceof Expense expense) {
            for (int i = 0; i < expense.splits().size(); i++) {
                Split split = expense.splits().get(i);
                gatheredSplits.add(new Object[] {
                    ledger,
                    entry.id(),
                    i,
                    split.category().name(),
                    split.amount().minorUnits()
                });
            }
        }
        List<String> tags = entry.facts().tags();
        for (int i = 0; i < tags.size(); i++) {
            gatheredTags.add(new Object[] {ledger, entry.id(), i, tags.get(i)});
        }
    }

    /** Returns the row of an entry in the order of the columns, which {@link EntryReading} reads. */
    private Object[] row(Entry entry) {
        Facts facts = entry.facts();
        Optional<Expense> expense = entry instanceof Expense e ? Optional.of(e) : Optional.empty();
        Optional<Income> income = entry instanceof Income i ? Optional.of(i) : Optional.empty();
        Optional<Transfer> transfer = entry instanceof Transfer t ? Optional.of(t) : Optional.empty();
        return new Object[] {
            ledger,
            entry.id(),
            entry.version(),
            entry.kind().name(),
            Days.number(facts.date()),
            facts.amount().minorUnits(),
            facts.amount().currency().getCurrencyCode(),
            facts.title(),
            facts.bankText(),
            facts.account(),
            facts.note(),
            expense.map(e -> e.category().name()),
            expense.map(e -> e.provenance().toString()),
            expense.flatMap(Expense::refundOf),
            income.map(Income::paycheck).orElse(false),
            income.map(Income::opensPeriod).orElse(false),
            transfer.flatMap(Transfer::toAccount),
            entry.importBatch(),
            facts.searchText(),
            expense.map(e -> e.splits().size()).orElse(0),
            facts.tags().size()
        };
    }
}
