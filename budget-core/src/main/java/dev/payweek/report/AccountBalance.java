package dev.payweek.report;

import dev.payweek.ledger.Entry;
import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an account holds, as its bank says and as the ledger has it. The ledger begins with the bank's first balance and
 * goes on by its own entries. Nothing is locked: whoever mends an entry mends the balance.
 *
 * <pre>{@code
 * var rows = "Date,Description,Amount,Balance\n2026-11-20,Pay,100.00,100.00\n2026-11-21,Coffee,-4.50,95.50\n";
 * budget.importStatement(StatementFile.of("nov.csv", rows.getBytes(StandardCharsets.UTF_8)), ImportOptions.NONE);
 * AccountBalance main = budget.read(view -> view.accountBalances()).get(0);
 * main.bank();               // 95.50 USD
 * main.ledger();             // 95.50 USD
 * main.reconciledUntil();    // Optional[2026-11-21]
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param account the account
 * @param day the last day of which the bank has stated a balance
 * @param bank what the bank says the account held at the end of that day
 * @param ledger what it held by the ledger's entries
 * @param reconciledUntil the last day up to which bank and ledger agree; absent while there is nothing to compare
 * @param parting the first day on which they do not; absent if they always agree
 */
public record AccountBalance(
        String account,
        LocalDate day,
        Money bank,
        Money ledger,
        Optional<LocalDate> reconciledUntil,
        Optional<Parting> parting) {

    /**
     * The first day on which bank and ledger part.
     *
     * @param day the day
     * @param bank what the account held at its end as the bank says
     * @param ledger what it held by the ledger's entries
     * @param entries the entries in question, oldest first: those since the two last agreed, at most {@link #MOST}
     */
    public record Parting(LocalDate day, Money bank, Money ledger, List<Entry> entries) {

        /** The most entries in question that are listed, inclusive. */
        public static final int MOST = 100;

        /** Creates a parting. */
        public Parting {
            entries = List.copyOf(entries);
        }
    }
}
