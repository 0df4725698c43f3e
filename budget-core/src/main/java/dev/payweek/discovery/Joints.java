package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says where one stream goes on as another, on another day or with another amount. */
final class Joints {

    private Joints() {}

    /** Two streams of one cadence of which one begins where the other ends are one whose amount or day has changed. */
    static List<Stream> joined(List<Stream> found) {
        List<Stream> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt((Stream stream) -> stream.first().day())
                .thenComparingLong(stream -> stream.first().id()));
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.size(); j++) {
                Stream one = sorted.get(i);
                Stream other = sorted.get(j);
                if (i != j && follows(one, other)) {
                    List<Row> all = new ArrayList<>(one.all());
                    all.addAll(other.all());
                    all.sort(Row.BY_DAY);
                    sorted.set(j, other.after(one, Levels.of(all, other.gap())));
                    sorted.remove(i);
                    return joined(sorted);
                }
            }
        }
        return sorted;
    }

    private static boolean follows(Stream one, Stream other) {
        return one.fit().lattice().isAlike(other.fit().lattice())
                && one.gap() == other.gap()
                && isContinued(one, other);
    }

    /** Whether the other begins about one payment after the end of the first, with an amount like its last. */
    static boolean isContinued(Stream one, Stream other) {
        int between = other.first().day() - one.last().day();
        int gap = Math.max(one.gap(), other.gap());
        long before = one.last().amount();
        long after = other.first().amount();
        return between * 10 >= Math.min(one.gap(), other.gap()) * 3
                && between * 10 <= gap * 23
                && after * 10 >= before * 6
                && after * 10 <= before * 17;
    }
}
