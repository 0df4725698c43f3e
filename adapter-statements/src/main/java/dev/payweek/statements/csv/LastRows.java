package dev.payweek.statements.csv;

import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds back the last movements of a file. Some banks go on with a movement's text in the next row; and some end with
 * totals that look like movements, under words that nobody knows: what is just the sum of all above is hardly one.
 */
final class LastRows {

    private static final int MOST = 3;
    private static final int FEWEST_OTHERS = 3;

    /** In a longer file no sum is met by chance. */
    private static final int MOST_AMOUNTS = 2_000;

    /** A movement with the balance beside it and the last one above, if the file has any. */
    private record Held(StatementRow row, Optional<BigDecimal> balance, Optional<BigDecimal> above) {

        /** Returns the balance beside the movement or else the last one above. */
        Optional<BigDecimal> lastBalance() {
            return balance.isPresent() ? balance : above;
        }

        /** Returns whether the amount is the balance above, with none beside it. */
        boolean repeatsBalance() {
            return balance.isEmpty()
                    && above.filter(held -> held.signum() != 0 && held.compareTo(row.amount()) == 0)
                            .isPresent();
        }
    }

    private final StatementSink sink;
    private final Deque<Held> held = new ArrayDeque<>();
    private final Map<BigDecimal, Integer> amounts = new HashMap<>();
    private Optional<StatementRow> first = Optional.empty();
    private int count;
    private boolean open;

    LastRows(StatementSink sink) {
        this.sink = sink;
    }

    /** Takes the next movement. */
    void hold(StatementRow row, Optional<BigDecimal> balance) {
        if (held.size() == MOST) {
            give();
        }
        Held last = held.peekLast();
        held.addLast(new Held(row, balance, last == null ? Optional.empty() : last.lastBalance()));
        if (count++ < MOST_AMOUNTS) {
            amounts.merge(row.amount().stripTrailingZeros(), 1, Integer::sum);
        }
        if (first.isEmpty() && balance.isEmpty()) {
            first = Optional.of(row);
        }
        open = true;
    }

    /** Returns whether the row above was a movement, whose text may go on. */
    boolean isOpen() {
        return open;
    }

    /** Adds to the text of the last movement. */
    void goOn(String words) {
        Held last = held.removeLast();
        StatementRow row = last.row();
        held.addLast(new Held(row.withText(row.text() + " " + words), last.balance(), last.above()));
    }

    /** Notes that something else than text of the last movement follows. */
    void close() {
        open = false;
    }

    /** Gives all that are held: another account begins. */
    void flush() {
        while (!held.isEmpty()) {
            give();
        }
        open = false;
    }

    private void give() {
        sink.row(held.removeFirst().row());
    }

    /** Returns the first movement if it may be the total of the others, which only the end shows. */
    Optional<StatementRow> totalAbove(Reckoned all) {
        return first.filter(row -> {
            Reckoned below = all.since(Reckoned.NOTHING.plus(row.amount()));
            return isEnough(below) && isUnique(row) && below.isLikely(row.amount());
        });
    }

    private boolean isEnough(Reckoned others) {
        return others.count() >= FEWEST_OTHERS && count <= MOST_AMOUNTS;
    }

    /**
     * Takes the rows from those held that are sums or balances rather than movements, which only the end shows.
     *
     * @param all what all movements come to, those held among them
     */
    List<StatementRow> takeTotals(Reckoned all) {
        for (int count = held.size(); count > 0; count--) {
            List<Held> last = new ArrayList<>(held).subList(held.size() - count, held.size());
            if (areTotals(last, all)) {
                Iterator<Held> newest = held.descendingIterator();
                for (int i = 0; i < count; i++) {
                    newest.next();
                    newest.remove();
                }
                return last.stream().map(Held::row).toList();
            }
        }
        return List.of();
    }

    private boolean areTotals(List<Held> last, Reckoned all) {
        Reckoned own = Reckoned.NOTHING;
        for (Held movement : last) {
            own = own.plus(movement.row().amount());
        }
        Reckoned above = all.since(own);
        if (last.size() == 1 && last.get(0).repeatsBalance()) {
            return true;
        }
        if (!isEnough(above) || last.stream().anyMatch(row -> row.balance().isPresent())) {
            return false;
        }
        return last.size() == 1
                ? isUnique(last.get(0).row())
                        && above.isLikely(last.get(0).row().amount())
                : areBothSides(last, above);
    }

    private boolean isUnique(StatementRow row) {
        return amounts.getOrDefault(row.amount().stripTrailingZeros(), 0) == 1;
    }

    /** Two totals that are just what went out and what came in are no chance, whatever their signs. */
    private static boolean areBothSides(List<Held> last, Reckoned above) {
        boolean in = last.stream().anyMatch(row -> isSize(row, above.in()));
        boolean out = last.stream().anyMatch(row -> isSize(row, above.out()));
        return in
                && out
                && above.in().compareTo(above.out()) != 0
                && last.stream()
                        .allMatch(row -> isSize(row, above.in())
                                || isSize(row, above.out())
                                || isSize(row, above.sum().abs()));
    }

    private static boolean isSize(Held row, BigDecimal size) {
        return size.signum() != 0 && row.row().amount().abs().compareTo(size) == 0;
    }
}
