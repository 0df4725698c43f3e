package dev.payweek.importing;

import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.OpenLedger;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport.SkippedLine;
import dev.payweek.statement.MoveFormat;
import dev.payweek.statement.MoveReport;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.MovedTransaction;
import dev.payweek.statement.Question;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Moves what another program kept into a ledger without entries, as one change that can be undone.
 *
 * <p>For one file and one thread: {@code new LedgerMove(ledger, "Ann").run(file, ImportOptions.NONE)}.
 */
public final class LedgerMove implements MoveSink {

    private static final int MOST_TRANSACTIONS = 500_000;
    private static final int MOST_LEFT = 10_000;

    private final OpenLedger ledger;
    private final String who;
    private final List<MovedTransaction> transactions = new ArrayList<>();
    private final List<SkippedLine> left = new ArrayList<>();
    private int leftOmitted;

    /** Creates the move of a file into a ledger, recorded under a name. */
    public LedgerMove(OpenLedger ledger, String who) {
        this.ledger = ledger;
        this.who = who;
    }

    /**
     * Moves a file; of the options counts whether it is a dry run, and the answers.
     *
     * @throws LedgerException with reason CONFLICT if the ledger has entries or plans
     */
    public MoveReport run(StatementFile file, ImportOptions options) {
        ledger.<Boolean>read(view -> {
            requireFresh(view.reader().holdsAmounts());
            return true;
        });
        try {
            MoveFormat format = MoveFormat.of(file);
            List<Question> questions = format.read(file, options.reading(), this);
            if (!questions.isEmpty()) {
                return new MoveReport(
                        options.dryRun(), format.name(), 0, Map.of(), new TreeMap<>(), List.of(), questions);
            }
            String what = "move " + file.name() + " of " + format.name();
            return options.dryRun()
                    ? ledger.whatIf(session -> into(session, format.name(), true, what))
                    : ledger.writeBulk(who, session -> into(session, format.name(), false, what));
        } catch (IOException e) {
            throw new LedgerException(Reason.INVALID, file.name() + " cannot be read.", e);
        }
    }

    private static void requireFresh(boolean holdsAmounts) {
        if (holdsAmounts) {
            throw LedgerException.conflict(
                    "The ledger has entries or plans already; another program's file is only moved into one without.");
        }
    }

    /** May run more than once, so it leaves what was read as it is. */
    private MoveReport into(LedgerSession session, String format, boolean dryRun, String what) {
        requireFresh(session.reader().holdsAmounts());
        List<SkippedLine> leftOut = new ArrayList<>(left);
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
                leftOut.add(new SkippedLine(transaction.line(), message(refusal)));
            }
        }
        if (!session.log().isEmpty()) {
            session.log().describe(what);
        }
        if (leftOmitted > 0) {
            leftOut.add(new SkippedLine(0, "and " + leftOmitted + " more lines"));
        }
        leftOut.addAll(entries.remarks());
        return new MoveReport(dryRun, format, taken, counts, balances(entries), leftOut, List.of());
    }

    private static SortedMap<String, Money> balances(MovedEntries entries) {
        return new TreeMap<>(entries.balances());
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
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
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
