package dev.payweek.statements.csv;

import dev.payweek.statement.StatementSink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an account held at the end of each day, as the balances beside its movements show. Only rows in the order of
 * their days show it, the oldest or the newest first.
 */
final class DayEnds {

    /** A movement's amount and the balance beside it, with which it is included. */
    record Held(BigDecimal amount, BigDecimal balance) {

        static final Held NOTHING = new Held(BigDecimal.ZERO, BigDecimal.ZERO);

        BigDecimal before() {
            return balance.subtract(amount);
        }

        /** Returns what the account held after the movement and before. */
        List<BigDecimal> ends() {
            return List.of(balance, before());
        }
    }

    /** The balances beside the first and the last row of a day, in the order of the file. */
    private record Ends(BigDecimal first, BigDecimal last) {}

    private final Map<LocalDate, Ends> days = new TreeMap<>();
    private Optional<LocalDate> day = Optional.empty();
    private BigDecimal firstOfDay = BigDecimal.ZERO;
    private Held last = Held.NOTHING;
    private BigDecimal beforeFirst = BigDecimal.ZERO;
    private boolean rises;
    private boolean falls;
    private boolean jumps;

    /** Takes the next movement with its balance. */
    void see(LocalDate date, Held held) {
        if (day.isEmpty() || !date.equals(day.get())) {
            beforeFirst = day.isEmpty() ? held.before() : beforeFirst;
            endDay();
            rises |= day.filter(date::isAfter).isPresent();
            falls |= day.filter(date::isBefore).isPresent();
            day = Optional.of(date);
            firstOfDay = held.balance();
        }
        last = held;
    }

    private void endDay() {
        if (day.isPresent()) {
            jumps |= days.putIfAbsent(day.get(), new Ends(firstOfDay, last.balance())) != null;
        }
    }

    /**
     * Gives what the account held at the end of each day and before the first, if it is known.
     *
     * @param oldestFirst whether the balances show that the rows of one day stand so
     */
    void give(Optional<Boolean> oldestFirst, StatementSink sink) {
        endDay();
        Optional<Boolean> order = rises || falls ? Optional.of(rises) : oldestFirst;
        if (jumps || (rises && falls) || order.isEmpty() || days.isEmpty()) {
            return;
        }
        boolean upwards = order.get();
        LocalDate first = days.keySet().iterator().next();
        sink.opening(first, upwards ? beforeFirst : last.before());
        days.forEach((date, ends) -> sink.balance(date, upwards ? ends.last() : ends.first()));
    }
}
