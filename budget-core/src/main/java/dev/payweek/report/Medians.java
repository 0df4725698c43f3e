package dev.payweek.report;

import java.util.List;
import java.util.OptionalLong;

/** The middle of the last three amounts, as far as there are so many. */
final class Medians {

    private Medians() {}

    /** Of two the smaller: pay that is hoped for is not promised. */
    static OptionalLong smaller(List<Long> last) {
        return last.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(sorted(last).get((lastThree(last).size() - 1) / 2));
    }

    /** Of two the larger: a bill is better reckoned too high. */
    static OptionalLong larger(List<Long> last) {
        return last.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(sorted(last).get(lastThree(last).size() / 2));
    }

    private static List<Long> sorted(List<Long> last) {
        return lastThree(last).stream().sorted().toList();
    }

    private static List<Long> lastThree(List<Long> last) {
        return last.subList(Math.max(0, last.size() - 3), last.size());
    }
}
