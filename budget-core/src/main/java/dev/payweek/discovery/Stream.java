package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Payments that follow one plan.
 *
 * @param rows the payments that planned days took, oldest first
 * @param beside payments of the same payee that lie beside the plan and belong to it, such as one made twice
 * @param fit how well the plan holds
 * @param second the best plan of another cadence
 * @param levels what the payments come to
 * @param alone whether it is all there is of its payee
 * @param earlier what it was before its day or cadence changed
 */
record Stream(
        List<Row> rows, List<Row> beside, Fit fit, Rival second, Levels levels, boolean alone, List<Stream> earlier) {

    Row first() {
        return rows.get(0);
    }

    Row last() {
        return rows.get(rows.size() - 1);
    }

    int gap() {
        return fit.lattice().gap();
    }

    List<Row> all() {
        List<Row> all = new ArrayList<>(rows);
        earlier.forEach(stream -> all.addAll(stream.rows()));
        all.sort(Row.BY_DAY);
        return all;
    }

    int hits() {
        return fit.hits() + earlier.stream().mapToInt(Stream::hits).sum();
    }

    int misses() {
        return fit.misses() + earlier.stream().mapToInt(Stream::misses).sum();
    }

    boolean holdsOf(int percent) {
        return hits() * 100 >= percent * (hits() + misses());
    }

    /** The same with other rows in place of its own. */
    Stream with(UnaryOperator<Row> other) {
        List<Row> others = rows.stream().map(other).toList();
        List<Stream> before = earlier.stream().map(stream -> stream.with(other)).toList();
        List<Row> all = new ArrayList<>(others);
        before.forEach(stream -> all.addAll(stream.rows()));
        all.sort(Row.BY_DAY);
        return new Stream(others, beside, fit, second, Levels.of(all, gap()), alone, before);
    }

    Stream after(Stream other, Levels both) {
        List<Stream> before = new ArrayList<>(other.earlier);
        before.add(new Stream(other.rows, other.beside, other.fit, other.second, other.levels, other.alone, List.of()));
        before.addAll(earlier);
        return new Stream(rows, beside, fit, second, both, alone && other.alone, List.copyOf(before));
    }
}
