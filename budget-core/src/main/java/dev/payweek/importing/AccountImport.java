package dev.payweek.importing;

import dev.payweek.ledger.Entry;
import dev.payweek.money.Money;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportBatch.State;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.RowKey;
import dev.payweek.statement.RowOutcome;
import dev.payweek.statement.RowOutcome.Outcome;
import dev.payweek.statement.StatedBalances.Opening;
import dev.payweek.statement.StatementRow;
import dev.payweek.store.LedgerWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has become of the rows of one account so far, in numbers and, as far as there is room, row by row. */
final class AccountImport {

    private final String name;
    private final Optional<Currency> ownCurrency;
    private final Map<Currency, BigDecimal> sums;
    private final ReportedRows listing;
    private final OccurrenceCounter seen;
    private final SortedMap<LocalDate, BigDecimal> stated;
    private final SortedMap<LocalDate, BigDecimal> opened;
    private Optional<LocalDate> first = Optional.empty();
    private Optional<LocalDate> last = Optional.empty();
    private Optional<Long> batch = Optional.empty();
    private int rows;
    private int inserted;
    private int duplicates;
    private int needsReview;
    private int rejected;

    AccountImport(String name, Optional<Currency> ownCurrency) {
        this(
                name,
                ownCurrency,
                Map.of(),
                new ReportedRows(),
                new OccurrenceCounter(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private AccountImport(
            String name,
            Optional<Currency> ownCurrency,
            Map<Currency, BigDecimal> sums,
            ReportedRows listing,
            OccurrenceCounter seen,
            SortedMap<LocalDate, BigDecimal> stated,
            SortedMap<LocalDate, BigDecimal> opened) {
        this.name = name;
        this.ownCurrency = ownCurrency;
        this.sums = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        this.sums.putAll(sums);
        this.listing = listing;
        this.seen = seen;
        this.stated = stated;
        this.opened = opened;
    }

    /** Returns the same to go on with; what rows and balances count for once, whatever happens, is shared. */
    AccountImport copy() {
        AccountImport copy = new AccountImport(name, ownCurrency, sums, listing.copy(), seen, stated, opened);
        copy.first = first;
        copy.last = last;
        copy.batch = batch;
        copy.rows = rows;
        copy.inserted = inserted;
        copy.duplicates = duplicates;
        copy.needsReview = needsReview;
        copy.rejected = rejected;
        return copy;
    }

    String name() {
        return name;
    }

    /** Returns the currency of a row that does not say its own. */
    Currency currency(Currency ofLedger) {
        return ownCurrency.orElse(ofLedger);
    }

    Optional<Currency> ownCurrency() {
        return ownCurrency;
    }

    /** Returns the import's number, nothing until something of it is in the ledger. */
    Optional<Long> batch() {
        return batch;
    }

    /** Returns the import's number, which the ledger gives it for its first row. */
    long batchId(LedgerWriter writer) {
        if (batch.isEmpty()) {
            become(writer.nextId());
        }
        return batch.orElseThrow();
    }

    void become(long id) {
        batch = Optional.of(id);
    }

    /** Counts one more row of the key, which is of the day, and returns its ordinal number in the file. */
    int seen(LocalDate day, RowKey key) {
        return seen.count(day, key);
    }

    /** Takes in that a row has come, whatever will become of it, and returns its ordinal number. */
    int arrived(StatementRow row) {
        if (first.isEmpty() || row.date().isBefore(first.get())) {
            first = Optional.of(row.date());
        }
        if (last.isEmpty() || row.date().isAfter(last.get())) {
            last = Optional.of(row.date());
        }
        return ++rows;
    }

    /** Takes in what the account held at the end of a day. */
    void state(LocalDate day, BigDecimal held) {
        stated.put(day, held);
    }

    /** Takes in what the account held before a movement of the day, with which a part of the file begins. */
    void open(LocalDate day, BigDecimal held) {
        opened.putIfAbsent(day, held);
    }

    /** Returns what the account held before the first movement of the file, as {@link #stated}. */
    Optional<Opening> opening(Currency ofLedger) {
        return opened.isEmpty() || !currency(ofLedger).equals(ofLedger)
                ? Optional.empty()
                : Optional.ofNullable(opened.get(opened.firstKey()))
                        .flatMap(held -> exact(held, ofLedger))
                        .map(held -> new Opening(opened.firstKey(), held));
    }

    /** Returns what the account held at the end of days, as far as it is exact and in the ledger's currency. */
    SortedMap<LocalDate, Money> stated(Currency ofLedger) {
        SortedMap<LocalDate, Money> held = new TreeMap<>();
        if (currency(ofLedger).equals(ofLedger)) {
            stated.forEach((day, amount) -> exact(amount, ofLedger).ifPresent(money -> held.put(day, money)));
        }
        return held;
    }

    private static Optional<Money> exact(BigDecimal amount, Currency currency) {
        boolean fits = amount.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits()
                && amount.abs()
                                .compareTo(
                                        BigDecimal.valueOf(Money.MAX_MINOR_UNITS, currency.getDefaultFractionDigits()))
                        <= 0;
        return fits ? Optional.of(Money.of(amount, currency)) : Optional.empty();
    }

    /** Returns the last day that the file speaks of. */
    LocalDate until(LocalDate lastStated) {
        return last.filter(day -> day.isAfter(lastStated)).orElse(lastStated);
    }

    void add(Currency currency, BigDecimal amount) {
        sums.merge(currency, amount, BigDecimal::add);
    }

    void turnedAway(RejectedRow row) {
        rejected++;
        rows++;
        if (listing.hasRoomFor(Outcome.REJECTED)) {
            String field = row.field().isEmpty() ? "" : row.field() + ": ";
            listing.add(new RowOutcome(
                    rows,
                    row.line(),
                    Outcome.REJECTED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    row.code() + ", " + field + row.message(),
                    Optional.empty()));
        }
    }

    /** Counts what has become of a row, and lists it while there is room. */
    void settle(IncomingRow arrival, RowResult fate) {
        Outcome outcome = outcome(fate);
        switch (outcome) {
            case DUPLICATE -> duplicates++;
            case REJECTED -> rejected++;
            case INSERTED -> inserted++;
            case NEEDS_REVIEW -> {
                inserted++;
                needsReview++;
            }
        }
        if (listing.hasRoomFor(outcome)) {
            listing.add(described(arrival, fate, outcome));
        }
    }

    /** Takes in that a row, taken before, seems to repeat an entry made by hand. */
    void suspect(DuplicateFinder.Pair pair) {
        Outcome before = outcome(pair.fate());
        if (before != Outcome.NEEDS_REVIEW) {
            needsReview++;
        }
        RowOutcome row = described(pair.arrival(), pair.fate(), before);
        listing.raise(new RowOutcome(
                row.row(),
                row.line(),
                Outcome.NEEDS_REVIEW,
                row.entryId(),
                row.kind(),
                row.date(),
                row.amount(),
                row.title(),
                row.category(),
                "looks like entry " + pair.handMade() + ", entered by hand",
                Optional.of(pair.handMade())));
    }

    private static Outcome outcome(RowResult fate) {
        if (fate instanceof RowResult.Duplicate) {
            return Outcome.DUPLICATE;
        }
        if (fate instanceof RowResult.Imported taken) {
            return taken.exact() ? Outcome.INSERTED : Outcome.NEEDS_REVIEW;
        }
        return Outcome.REJECTED;
    }

    private static RowOutcome described(IncomingRow arrival, RowResult fate, Outcome outcome) {
        StatementRow row = arrival.row();
        Optional<Long> id = Optional.empty();
        Optional<Entry> entry = Optional.empty();
        String reason;
        if (fate instanceof RowResult.Duplicate known) {
            id = Optional.of(known.entryId());
            reason = "imported before as entry " + known.entryId();
        } else if (fate instanceof RowResult.Imported taken) {
            entry = Optional.of(taken.entry());
            id = entry.map(Entry::id).filter(number -> number != 0);
            reason = taken.exact()
                    ? taken.reason()
                    : "rounded from " + row.amount().toPlainString();
        } else {
            reason = ((RowResult.Rejected) fate).reason();
        }
        return new RowOutcome(
                arrival.number(),
                row.line(),
                outcome,
                id,
                entry.map(Entry::kind),
                Optional.of(row.date()),
                Optional.of(row.amount()),
                entry.map(made -> made.details().title()).orElse(row.title()),
                entry.flatMap(RowClassifier::categoryOf),
                reason,
                Optional.empty());
    }

    /** Returns the import as it stands. */
    ImportBatch batch(Instant now, String file, String format, State state) {
        return new ImportBatch(
                batch.orElse(0L),
                now,
                file,
                format,
                name,
                inserted,
                duplicates,
                needsReview,
                rejected,
                first,
                last,
                state);
    }

    ImportReport.AccountPart part(ImportBatch batch, Currency ofLedger) {
        Map<String, BigDecimal> byCode = new TreeMap<>();
        sums.forEach((currency, sum) -> byCode.put(currency.getCurrencyCode(), sum));
        var listed = listing.inOrder();
        return new ImportReport.AccountPart(
                batch, currency(ofLedger).getCurrencyCode(), byCode, listed, rows - listed.size());
    }
}
