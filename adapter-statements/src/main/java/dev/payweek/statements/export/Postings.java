package dev.payweek.statements.export;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry in double entry: what its accounts gain and lose, which together is nothing.
 *
 * <p>An expense goes from its account to its categories, income from its source to its account, a transfer from one
 * account to the other. An account that is not known is called {@code Unknown}.
 */
record Postings(List<Posting> postings) {

    /**
     * What one account gains.
     *
     * @param account its path: {@code Expenses:Fun:Dining}
     * @param amount negative for what it loses
     */
    record Posting(String account, Money amount) {}

    private static final String UNKNOWN = "Unknown";

    static Postings of(Entry entry) {
        List<Posting> postings = new ArrayList<>();
        String account = asset(entry.details().account());
        if (entry instanceof Expense expense) {
            expense.portions()
                    .forEach(portion -> postings.add(
                            new Posting("Expenses:" + portion.category().name(), portion.amount())));
            postings.add(new Posting(account, entry.amount().negated()));
        } else if (entry instanceof Income) {
            postings.add(new Posting(account, entry.amount()));
            postings.add(new Posting("Income", entry.amount().negated()));
        } else if (entry instanceof Transfer transfer) {
            postings.add(new Posting(asset(transfer.toAccount()), entry.amount()));
            postings.add(new Posting(account, entry.amount().negated()));
        }
        return new Postings(postings);
    }

    private static String asset(Optional<String> account) {
        return "Assets:" + account.orElse(UNKNOWN);
    }
}
