package dev.payweek.budget;

import dev.payweek.ledger.Entry;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.Refusal;
import dev.payweek.statement.ImportKey;
import dev.payweek.statement.RowKey;
import dev.payweek.statement.RowKeys;
import dev.payweek.statement.StatementRow;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Some rows of a file with their keys. What becomes of them depends on the ledger only, so a piece may be taken as
 * often as a store runs its work.
 */
final class Piece {

    /** So many rows, with all that is made of them, lie in the processor's cache. */
    private static final int HANDFUL = 250;

    /** What becomes of a handful of the rows, in their order, and what is to be kept of them. */
    record Taking(List<Arrival> arrivals, List<Fate> fates, List<Entry> entries, List<ImportKey> newKeys) {

        boolean isAnyTaken() {
            return !entries.isEmpty() || fates.stream().anyMatch(Fate.Taken.class::isInstance);
        }
    }

    private static final int MOST_DIGITS = 13;

    private final List<Arrival> arrivals;
    private final List<RowKey> keys;
    private final int[] nths;
    private final Currency ofLedger;

    /** Keys and counts the rows, which happens once for each row of the file, in the order of the file. */
    Piece(List<Arrival> arrivals, Map<String, ArrivingAccount> accounts, RowKeys maker, Currency ofLedger) {
        this.arrivals = arrivals;
        this.keys = new ArrayList<>(arrivals.size());
        this.nths = new int[arrivals.size()];
        this.ofLedger = ofLedger;
        for (int i = 0; i < nths.length; i++) {
            StatementRow row = arrivals.get(i).row();
            ArrivingAccount account = at(accounts, i);
            Currency currency = currency(row, account);
            RowKey key = maker.of(row, currency.getCurrencyCode());
            keys.add(key);
            nths[i] = account.seen(row.date(), key);
            account.add(currency, row.amount());
        }
    }

    private ArrivingAccount at(Map<String, ArrivingAccount> accounts, int index) {
        ArrivingAccount account = accounts.get(arrivals.get(index).account());
        if (account == null) {
            throw new IllegalStateException("a row arrives on an account that has arrived before");
        }
        return account;
    }

    private Currency currency(StatementRow row, ArrivingAccount account) {
        return row.currency().isPresent() ? row.currency().get() : account.currency(ofLedger);
    }

    /** Returns the days around the rows on which entries made by hand may be their twins. */
    Optional<DateSpan> aroundDays() {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (Arrival arrival : arrivals) {
            LocalDate day = arrival.row().date();
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
        }
        return arrivals.isEmpty()
                ? Optional.empty()
                : Optional.of(new DateSpan(
                        first.minusDays(ManualTwins.MOST_DAYS_APART), last.plusDays(ManualTwins.MOST_DAYS_APART + 1L)));
    }

    /**
     * Finds out what becomes of the rows and gives it to the action, a handful at a time. With a writer, new ones get
     * numbers, and their accounts imports to belong to; without, it only tells.
     */
    void take(
            LedgerReader reader,
            Optional<LedgerWriter> writer,
            RowPlacing placing,
            Map<String, ArrivingAccount> accounts,
            Consumer<Taking> action) {
        Map<String, KnownRows> known = known(reader);
        for (int from = 0; from < nths.length; from += HANDFUL) {
            int to = Math.min(nths.length, from + HANDFUL);
            Taking taking =
                    new Taking(arrivals.subList(from, to), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = from; i < to; i++) {
                KnownRows memory =
                        Objects.requireNonNull(known.get(arrivals.get(i).account()));
                Optional<ImportKey> same = memory.find(keys.get(i).text(), nths[i]);
                taking.fates()
                        .add(
                                same.isPresent()
                                        ? new Fate.Known(same.get().entryId())
                                        : insert(i, memory, writer, placing, at(accounts, i), taking));
            }
            action.accept(taking);
        }
    }

    private Map<String, KnownRows> known(LedgerReader reader) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (int i = 0; i < nths.length; i++) {
            asked.computeIfAbsent(arrivals.get(i).account(), name -> new ArrayList<>())
                    .add(keys.get(i).text());
        }
        Map<String, KnownRows> known = new HashMap<>();
        asked.forEach((account, wanted) -> known.put(account, new KnownRows(reader.importKeys(account, wanted))));
        return known;
    }

    private Fate insert(
            int index,
            KnownRows memory,
            Optional<LedgerWriter> writer,
            RowPlacing placing,
            ArrivingAccount account,
            Taking taking) {
        StatementRow row = arrivals.get(index).row();
        Currency currency = currency(row, account);
        if (!currency.equals(ofLedger)) {
            return new Fate.Refused("The row is in " + currency + ", the ledger in " + ofLedger + ".");
        }
        try {
            Money amount = rounded(row.amount());
            if (writer.isEmpty()) {
                RowPlacing.Placed placed = placing.place(account.name(), row, amount, 0, Optional.empty());
                return new Fate.Taken(placed.entry(), placed.reason(), isExact(row.amount()));
            }
            if (account.batchId() == 0) {
                account.become(writer.get().nextId());
            }
            long id = writer.get().nextId();
            RowPlacing.Placed placed = placing.place(account.name(), row, amount, id, account.batch());
            taking.entries().add(placed.entry());
            String key = keys.get(index).text();
            taking.newKeys()
                    .add(new ImportKey(
                            account.name(), key, memory.nextOccurrence(key, nths[index]), id, account.batchId()));
            return new Fate.Taken(placed.entry(), placed.reason(), isExact(row.amount()));
        } catch (Refusal refusal) {
            return new Fate.Refused(refusal.getMessage());
        }
    }

    private Money rounded(BigDecimal amount) {
        int digits = ofLedger.getDefaultFractionDigits();
        BigDecimal rounded = amount.scale() == digits ? amount : amount.setScale(digits, RoundingMode.HALF_EVEN);
        if (rounded.precision() < MOST_DIGITS) {
            return Money.ofMinor(rounded.scaleByPowerOfTen(digits).longValue(), ofLedger);
        }
        return Money.of(rounded, ofLedger);
    }

    private boolean isExact(BigDecimal amount) {
        int digits = ofLedger.getDefaultFractionDigits();
        return amount.scale() <= digits
                || amount.setScale(digits, RoundingMode.HALF_EVEN).compareTo(amount) == 0;
    }
}
