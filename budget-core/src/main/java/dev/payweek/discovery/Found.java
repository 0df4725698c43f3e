package dev.payweek.discovery;

import dev.payweek.plan.Discovery;
import java.util.List;

/**
 * A stream that is going to be suggested.
 *
 * @param kind as what
 * @param state how well it is borne out
 * @param stream the stream; its rows may stand for several entries
 * @param parts the entries behind the rows, oldest first
 * @param others the payee's other payments in the same direction
 */
record Found(Discovery.Kind kind, Discovery.State state, Stream stream, List<Row> parts, List<Row> others) {

    private static final int CLOSE = 10;
    private static final int CLEAR_HITS = 6;

    static Discovery.State stateOf(Stream stream, Coverage coverage) {
        return isOver(stream.last(), stream.gap(), coverage) ? Discovery.State.STOPPED : ongoing(stream);
    }

    /** Whether the next payment after this one is overdue although its account goes on. */
    static boolean isOver(Row last, int gap, Coverage coverage) {
        return last.day() + gap * 3 / 2 + 4 < coverage.lastDay(last.account());
    }

    static Discovery.State ongoing(Stream stream) {
        int gap = stream.gap();
        Fit fit = stream.fit();
        boolean steady = stream.levels().fixed() || Levels.within(stream.rows(), 11) || Evidence.isDrawn(stream.rows());
        boolean exact = fit.off() == 0 && steady && fit.hits() >= CLEAR_HITS;
        boolean missing = !stream.holdsOf(!exact ? 80 : fit.hits() < 2 * CLEAR_HITS ? 75 : 65);
        boolean close = stream.hits() < CLEAR_HITS
                && gap < 300
                && stream.second()
                        .fit()
                        .filter(other -> other.hits() >= fit.hits() && other.cost() - fit.cost() <= CLOSE)
                        .isPresent();
        return missing || close ? Discovery.State.EARLY : Discovery.State.PROPOSED;
    }
}
