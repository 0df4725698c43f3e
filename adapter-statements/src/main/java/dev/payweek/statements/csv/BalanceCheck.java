package dev.payweek.statements.csv;

import dev.payweek.statement.StatementSink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the running balance of an account with the amounts as they were read, in both directions. A balance that does
 * not follow from its neighbour is worth a word: a row may be missing or read wrong.
 */
final class BalanceCheck {

    private static final int MOST_SHOWN = 3;

    /** After so many rows, an order that most of them do not stand in is none of the file's. */
    private static final int ENOUGH = 1_000;

    private DayEnds.Held above = DayEnds.Held.NOTHING;
    private boolean isBalanceAbove;
    private List<BigDecimal> top = List.of();
    private DayEnds days = new DayEnds();
    private int ofAccount;
    private int oldestOfAccount;
    private int newestOfAccount;
    private int withBalance;
    private final List<Integer> without = new ArrayList<>();
    private int checks;
    private int oldestFits;
    private int newestFits;
    private final List<Integer> oldestBreaks = new ArrayList<>();
    private final List<Integer> newestBreaks = new ArrayList<>();

    /** Takes the next row that was read. */
    void see(int line, LocalDate date, BigDecimal amount, Optional<BigDecimal> balance) {
        if (balance.isPresent()) {
            see(line, date, new DayEnds.Held(amount, balance.get()));
        } else if (without.size() <= MOST_SHOWN) {
            without.add(line);
        }
        isBalanceAbove = balance.isPresent();
    }

    private void see(int line, LocalDate date, DayEnds.Held held) {
        days.see(date, held);
        withBalance++;
        if (isBalanceAbove) {
            checks++;
            ofAccount++;
            if (checks < ENOUGH || oldestFits * 2 > checks) {
                boolean fits = above.balance().compareTo(held.before()) == 0;
                oldestOfAccount += note(fits, line, oldestBreaks);
                oldestFits += fits ? 1 : 0;
            }
            if (checks < ENOUGH || newestFits * 2 > checks) {
                boolean fits = above.before().compareTo(held.balance()) == 0;
                newestOfAccount += note(fits, line, newestBreaks);
                newestFits += fits ? 1 : 0;
            }
        }
        if (top.isEmpty()) {
            top = held.ends();
        }
        above = held;
    }

    private static int note(boolean fits, int line, List<Integer> breaks) {
        if (!fits && breaks.size() < MOST_SHOWN) {
            breaks.add(line);
        }
        return fits ? 1 : 0;
    }

    /** Returns what the account held at the first and at the last row, each before and after it. */
    List<BigDecimal> ends() {
        List<BigDecimal> ends = new ArrayList<>(top);
        if (isBalanceAbove) {
            ends.addAll(above.ends());
        }
        return ends;
    }

    /** Gives what the account held at the end of its days, unless the balances are of something else. */
    void giveDayEnds(StatementSink sink) {
        int fits = Math.max(oldestOfAccount, newestOfAccount);
        if (fits * 2 >= ofAccount) {
            boolean known = oldestOfAccount != newestOfAccount || ofAccount == 0;
            days.give(known ? Optional.of(oldestOfAccount >= newestOfAccount) : Optional.empty(), sink);
        }
    }

    /** Begins another account, whose balance follows from nothing before it. */
    void restart() {
        days = new DayEnds();
        ofAccount = 0;
        oldestOfAccount = 0;
        newestOfAccount = 0;
        isBalanceAbove = false;
    }

    /** Returns what to say of a few rows without a balance where all others have one; many banks leave it out often. */
    Optional<String> gaps() {
        boolean few = !without.isEmpty() && without.size() <= MOST_SHOWN && withBalance > 2 * without.size();
        return few
                ? Optional.of("No balance stands beside line "
                        + String.join(
                                ", ", without.stream().map(String::valueOf).toList())
                        + ", as beside all others; such a row may be a total or not booked yet.")
                : Optional.empty();
    }

    /** Returns what to say; nothing where all balances follow. */
    Optional<String> remark() {
        int fits = Math.max(oldestFits, newestFits);
        if (fits == checks) {
            return Optional.empty();
        }
        if (fits * 2 < checks) {
            return Optional.of("The balances do not follow from the amounts: " + (checks - fits) + " of " + checks
                    + " differ, first at line " + line() + ".");
        }
        return Optional.of("The balance does not follow from the amounts at line "
                + String.join(", ", breaks().stream().map(String::valueOf).toList())
                + (checks - fits > breaks().size() ? " and others" : "")
                + "; a row may be missing there.");
    }

    /** Returns the first line at which the balance does not follow. */
    int line() {
        return breaks().isEmpty() ? 1 : breaks().get(0);
    }

    private List<Integer> breaks() {
        return oldestFits >= newestFits ? oldestBreaks : newestBreaks;
    }
}
