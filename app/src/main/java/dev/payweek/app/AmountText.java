package dev.payweek.app;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import java.util.Currency;

/** Amounts as they are typed: {@code 4.50} in the ledger's currency, or {@code 2400.00 EUR} in another. */
final class AmountText {

    private AmountText() {}

    static Money in(BudgetView view, String text) {
        boolean named = text.strip().contains(" ");
        return named
                ? Money.parse(text.strip())
                : Money.of(text, view.settings().currency().getCurrencyCode());
    }

    /**
     * Makes the currency of what somebody plans the ledger's own, as long as nothing in it has an amount; later the
     * ledger refuses what does not fit.
     */
    static void adopt(BudgetEdit edit, Currency currency) {
        if (edit.settings().currency().equals(currency)) {
            return;
        }
        try {
            edit.change(edit.settings().withCurrency(currency));
        } catch (LedgerException e) {
            throw LedgerException.invalid(
                    "currency",
                    "currency",
                    "The ledger is in " + edit.settings().currency() + " and holds amounts; " + currency
                            + " does not fit.");
        }
    }
}
