package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes apart what one employer pays two persons on different days, where the amounts do not separate them: two plans
 * of which each is kept nearly to the day, and which together explain nearly all payments. For one thread.
 */
final class TwoPays {

    private static final int LEAST_EACH = 4;
    private static final int MOST_ROWS = 200;
    private static final int TOGETHER_PERCENT = 85;

    private final Search search;
    private final Holes unknown;

    TwoPays(Search search, Holes unknown) {
        this.search = search;
        this.unknown = unknown;
    }

    List<Stream> find(List<Row> rows) {
        if (rows.size() < 2 * LEAST_EACH || rows.size() > MOST_ROWS) {
            return List.of();
        }
        List<Stream> best = List.of();
        int least = Integer.MAX_VALUE;
        for (Fit one : search.close(StreamFinder.days(rows), unknown, Math.max(LEAST_EACH, rows.size() / 4))) {
            List<Row> own = new ArrayList<>();
            List<Row> rest = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                (one.taken().get(i) ? own : rest).add(rows.get(i));
            }
            if (rest.size() < LEAST_EACH) {
                continue;
            }
            Optional<Fit> other = search.best(StreamFinder.days(rest), unknown, TOGETHER_PERCENT);
            if (other.isEmpty()) {
                continue;
            }
            Fit second = other.get();
            boolean all = (one.hits() + second.hits()) * 100 >= rows.size() * TOGETHER_PERCENT;
            int cost = one.cost() - 30 * one.extras() + second.cost();
            if (all && cost < least && second.off() * 3 <= second.hits() && second.misses() * 8 <= second.hits()) {
                Stream first = StreamFinder.stream(own, alone(one, own), false, Rival.NONE);
                Stream then = StreamFinder.stream(rest, second, false, Rival.NONE);
                if (isBelieved(first) && isBelieved(then)) {
                    best = List.of(first, then);
                    least = cost;
                }
            }
        }
        return best;
    }

    private Fit alone(Fit fit, List<Row> own) {
        return search.fit(fit.lattice(), StreamFinder.days(own), unknown);
    }

    private static boolean isBelieved(Stream stream) {
        return Evidence.against(stream.fit(), stream.rows(), stream.levels(), true, 10)
                .isEmpty();
    }
}
