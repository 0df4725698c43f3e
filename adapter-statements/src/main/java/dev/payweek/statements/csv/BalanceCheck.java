package dev.payweek.statements.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the running balance of an account with the amounts as they were read, in both directions. Where nearly every
 * balance follows from its neighbour, those that do not are worth a word: a row may be missing or read wrong.
 */
final class BalanceCheck {

    private static final int FEWEST = 4;
    private static final int MOST_SHOWN = 3;

    private Optional<BigDecimal> amountAbove = Optional.empty();
    private Optional<BigDecimal> balanceAbove = Optional.empty();
    private int checks;
    private int oldestFits;
    private int newestFits;
    private final List<Integer> oldestBreaks = new ArrayList<>();
    private final List<Integer> newestBreaks = new ArrayList<>();

    /** Takes the next row that was read. */
    void see(int line, BigDecimal amount, Optional<BigDecimal> balance) {
        if (balance.isPresent() && balanceAbove.isPresent() && amountAbove.isPresent()) {
            BigDecimal rise = balance.get().subtract(balanceAbove.get());
            checks++;
            oldestFits += note(rise.compareTo(amount) == 0, line, oldestBreaks);
            newestFits += note(rise.negate().compareTo(amountAbove.get()) == 0, line, newestBreaks);
        }
        amountAbove = Optional.of(amount);
        balanceAbove = balance;
    }

    private static int note(boolean fits, int line, List<Integer> breaks) {
        if (!fits && breaks.size() < MOST_SHOWN) {
            breaks.add(line);
        }
        return fits ? 1 : 0;
    }

    /** Begins another account, whose balance follows from nothing before it. */
    void restart() {
        amountAbove = Optional.empty();
        balanceAbove = Optional.empty();
    }

    /** Returns what to say; nothing where all balances follow, or where too few do to expect it. */
    Optional<String> remark() {
        int fits = Math.max(oldestFits, newestFits);
        if (checks < FEWEST || fits == checks || fits * 5 < checks * 4) {
            return Optional.empty();
        }
        List<Integer> breaks = oldestFits >= newestFits ? oldestBreaks : newestBreaks;
        return Optional.of("The balance does not follow from the amounts at line "
                + String.join(", ", breaks.stream().map(String::valueOf).toList())
                + (checks - fits > breaks.size() ? " and others" : "")
                + "; a row may be missing there.");
    }

    /** Returns the first line at which the balance does not follow. */
    int line() {
        List<Integer> breaks = oldestFits >= newestFits ? oldestBreaks : newestBreaks;
        return breaks.isEmpty() ? 1 : breaks.get(0);
    }
}
