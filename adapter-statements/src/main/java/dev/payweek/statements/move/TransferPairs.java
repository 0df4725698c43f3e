package dev.payweek.statements.move;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Finds the other side of a transfer that a file states twice, once for each account, so that it is moved once. */
final class TransferPairs {

    /** What a side says: on that day the account got so much, negative when it gave, from or to another one. */
    private record Side(LocalDate day, String account, String other, BigDecimal amount) {

        Side mirrored() {
            return new Side(day, /* account= */ other, /* other= */ account, amount.negate());
        }
    }

    /** What becomes of a side. */
    enum Part {
        /** It is the first of both: it stands for the whole transfer. */
        WHOLE,
        /** The other side has stood for the whole already. */
        STATED,
        /** There is no other side. */
        ALONE
    }

    private final Map<Side, Integer> waiting = new HashMap<>();
    private final Map<Side, Integer> stated = new HashMap<>();

    private static Side side(LocalDate day, String account, String other, BigDecimal amount) {
        return new Side(day, account, other, amount.stripTrailingZeros());
    }

    void see(LocalDate day, String account, String other, BigDecimal amount) {
        waiting.merge(side(day, account, other, amount), 1, Integer::sum);
    }

    /** Returns what becomes of a side that was seen. */
    Part take(LocalDate day, String account, String other, BigDecimal amount) {
        Side side = side(day, account, other, amount);
        if (stated.getOrDefault(side, 0) > 0) {
            stated.merge(side, -1, Integer::sum);
            return Part.STATED;
        }
        waiting.merge(side, -1, Integer::sum);
        Side mirror = side.mirrored();
        if (waiting.getOrDefault(mirror, 0) > 0) {
            waiting.merge(mirror, -1, Integer::sum);
            stated.merge(mirror, 1, Integer::sum);
            return Part.WHOLE;
        }
        return Part.ALONE;
    }
}
