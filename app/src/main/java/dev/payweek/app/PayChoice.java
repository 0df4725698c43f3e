package dev.payweek.app;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PayDecision;
import dev.payweek.refusal.LedgerException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Option;

/** What a person decides of an income: one of three, or nothing. */
final class PayChoice {

    @Option(
            names = "--pay",
            arity = "2",
            paramLabel = "SOURCE DAY",
            description = "It is what that source pays on that day.")
    private List<String> pay = List.of();

    @Option(names = "--no-pay", description = "It is no pay, whatever it looks like.")
    private boolean noPay;

    @Option(names = "--by-rules", description = "The ledger decides again whether it is pay.")
    private boolean byRules;

    boolean isMade() {
        return !pay.isEmpty() || noPay || byRules;
    }

    void decide(BudgetEdit edit, long income) {
        if (byRules) {
            edit.undecidePay(income);
        } else if (noPay) {
            edit.decide(new DecidedPay(income, new PayDecision.NoPay()));
        } else if (!pay.isEmpty()) {
            edit.decide(new DecidedPay(income, new PayDecision.PayOf(pay.get(0), day(pay.get(1)))));
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw LedgerException.invalid(
                    "payday", "malformed", "A payday is written as 2026-11-20, not " + text + ".");
        }
    }
}
