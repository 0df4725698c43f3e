package dev.payweek.store;

import java.util.List;

/**
 * What came out when a whole store was gone over: every row verified, every derived number computed again and compared.
 *
 * <pre>{@code
 * budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 * budget.check().entries();     // 1
 * budget.check().isSound();     // true
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param ledgers how many ledgers were gone over
 * @param entries how many entries
 * @param changes how many changes
 * @param findings what is not as it should be, none in a sound store
 */
public record StoreCheck(long ledgers, long entries, long changes, List<Finding> findings) {

    /** Creates the outcome of a check. */
    public StoreCheck {
        findings = List.copyOf(findings);
    }

    /**
     * One thing that is not as it should be.
     *
     * @param place where: {@code "ledger 1, 2026-11-20"}
     * @param problem what: a sentence for people
     */
    public record Finding(String place, String problem) {}

    /** Returns whether everything is as it should be. */
    public boolean isSound() {
        return findings.isEmpty();
    }
}
