package dev.payweek.importing;

import dev.payweek.edit.LedgerSession;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportReport.SkippedLine;
import dev.payweek.statement.MoveFormat;
import dev.payweek.statement.MoveReport;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.MovedTransaction;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Moves what another program kept into a ledger without entries.
 *
 * <p>For one file and one thread: {@code new LedgerMove(session).run(file, ReadOptions.NONE)}.
 */
public final class LedgerMove implements MoveSink {

    private static final int MOST_TRANSACTIONS = 500_000;
    private static final int MOST_LEFT = 10_000;

    private final LedgerSession session;
    private final List<MovedTransaction> transactions = new ArrayList<>();
    private final List<SkippedLine> left = new ArrayList<>();
    private int leftOmitted;

    /** Creates the move of a file into a ledger. */
    public LedgerMove(LedgerSession session) {
        this.session = session;
    }

    /**
     * Moves a file in.
     *
     * @throws LedgerException with reason CONFLICT if the ledger has entries or plans
     */
    public MoveReport run(StatementFile file, ReadOptions options) {
        if (session.reader().holdsAmounts()) {
            throw LedgerException.conflict(
                    "The ledger has entries or plans already; another program's file is only moved into one without.");
        }
        try {
            MoveFormat format = MoveFormat.of(file);
            List<Question> questions = format.read(file, options, this);
            return questions.isEmpty()
                    ? moved(format.name(), "move in " + file.name() + " of " + format.name())
                    : new MoveReport(format.name(), 0, Map.of(), new TreeMap<>(), List.of(), questions);
        } catch (IOException e) {
            throw new LedgerException(Reason.INVALID, file.name() + " cannot be read.", e);
        }
    }

    private MoveReport moved(String format, String what) {
        Currency currency = currency(session.settings().currency());
        if (!currency.equals(session.settings().currency())) {
            session.change(session.settings().withCurrency(currency));
        }
        MovedEntries entries = new MovedEntries(session, currency);
        int taken = 0;
        Map<EntryKind, Integer> counts = new EnumMap<>(EntryKind.class);
        for (MovedTransaction transaction : transactions) {
            try {
                for (Entry entry : entries.of(transaction)) {
                    session.log().add(entry, what);
                    counts.merge(entry.kind(), 1, Integer::sum);
                }
                taken++;
            } catch (LedgerException refusal) {
                if (refusal.reason().isOfTheStore()) {
                    throw refusal;
                }
                left.add(new SkippedLine(transaction.line(), message(refusal)));
            }
        }
        if (!session.log().isEmpty()) {
            session.log().describe(what);
        }
        if (leftOmitted > 0) {
            left.add(new SkippedLine(0, "and " + leftOmitted + " more lines"));
        }
        left.addAll(entries.remarks());
        return new MoveReport(format, taken, counts, new TreeMap<>(entries.balances()), left, List.of());
    }

    private static String message(LedgerException refusal) {
        return refusal.problems().stream()
                .findFirst()
                .map(FieldError::message)
                .orElseGet(() -> String.valueOf(refusal.getMessage()));
    }

    /** The currency of most transactions; the ledger's own where the file says none. */
    private Currency currency(Currency own) {
        Map<String, Integer> counts = new HashMap<>();
        transactions.stream()
                .map(MovedTransaction::currency)
                .filter(code -> !code.isEmpty())
                .forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(LedgerMove::isKnown)
                .findFirst()
                .map(Money::currency)
                .orElse(own);
    }

    private static boolean isKnown(String code) {
        try {
            Money.currency(code);
            return true;
        } catch (LedgerException unknown) {
            return false;
        }
    }

    @Override
    public void transaction(MovedTransaction transaction) {
        if (transactions.size() == MOST_TRANSACTIONS) {
            throw LedgerException.invalid(
                    "file", "too_large", "The file holds more than " + MOST_TRANSACTIONS + " transactions.");
        }
        transactions.add(transaction);
    }

    @Override
    public void skipped(int line, String reason) {
        if (left.size() < MOST_LEFT) {
            left.add(new SkippedLine(line, reason));
        } else {
            leftOmitted++;
        }
    }

    @Override
    public void rejected(RejectedRow row) {
        skipped(row.line(), row.message());
    }
}
