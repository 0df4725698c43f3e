package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the streams out of a payee's payments: all of them as one, then by finer words, by equal amounts, by amounts
 * near each other, and last by looking for the day on which a plan changed. For one thread.
 */
final class StreamFinder {

    private static final int WHOLE_PERCENT = 85;
    private static final int BAND_PERCENT = 60;
    private static final int BAND_LEAST_PERCENT = 50;
    private static final int BAND_CHOICES = 10;
    private static final int MOST_OFTEN_OF_BANDS = 17;
    private static final int MOST_CUTS = 4;
    private static final int MOST_MOVED = 5;
    private static final int LEAST_GAP_MOVED = 14;
    private static final int MOST_WINDOWS = 8;

    private final Search search;
    private final boolean pay;
    private final Holes unknown;

    StreamFinder(Search search, boolean pay, Holes unknown) {
        this.search = search;
        this.pay = pay;
        this.unknown = unknown;
    }

    /** Why the payee's payments as a whole are not believed to follow a plan. */
    String why(List<Row> rows) {
        List<Row> once = Groups.once(rows);
        Optional<Fit> closest = search.closest(days(once), unknown);
        if (closest.isEmpty()) {
            return "no plan fits";
        }
        Fit fit = closest.get();
        String cadence = Phrases.cadence(fit.lattice());
        if (share(once, fit) < WHOLE_PERCENT) {
            return cadence + " explains " + fit.hits() + " of " + once.size() + " payments";
        }
        String against = against(once, fit, stream(once, fit, true));
        return cadence + ": " + (against.isEmpty() ? "other payments lie between those" : against);
    }

    List<Stream> find(List<Row> rows) {
        List<Stream> found = new ArrayList<>();
        List<Row> rest = new ArrayList<>(rows);
        List<Row> once = pay ? rest : Groups.once(rest);
        Optional<Stream> whole = whole(once, true);
        if (whole.isPresent()) {
            found.add(whole.flatMap(stream -> goesOn(stream, once))
                    .or(() -> whole)
                    .get());
            return twoInOne(found);
        }
        List<List<Row>> twins = Groups.twins(rest);
        if (!twins.isEmpty()) {
            for (List<Row> twin : twins) {
                whole(twin, false).ifPresent(found::add);
            }
            if (found.size() == twins.size()) {
                return found;
            }
            found.clear();
        }
        Optional<Stream> changed = moved(once, true).or(() -> changed(once, true));
        if (changed.isPresent()) {
            found.add(changed.get());
            return found;
        }
        for (List<Row> finer : Groups.finer(rest)) {
            whole(finer, false)
                    .or(() -> moved(finer, false))
                    .or(() -> changed(finer, false))
                    .ifPresent(stream -> take(stream, found, rest));
        }
        equalSums(found, rest);
        grow(found, rest);
        if (rest.size() >= 3) {
            bands(found, rest);
            grow(found, rest);
        }
        return Joints.joined(found);
    }

    /** What comes on other days after the last planned one, if it shows a new day. */
    private Optional<Stream> goesOn(Stream stream, List<Row> rows) {
        long after =
                rows.stream().filter(row -> row.day() > stream.last().day()).count();
        return after < 2 ? Optional.empty() : moved(rows, true).or(() -> changed(rows, true));
    }

    /** The newest few payments may show a new day of a plan that all those before them bear out. */
    private Optional<Stream> moved(List<Row> rows, boolean alone) {
        if (!pay && areTooMany(rows)) {
            return Optional.empty();
        }
        for (int newest = 2; newest <= MOST_MOVED && rows.size() - newest >= 3; newest++) {
            List<Row> tail = rows.subList(rows.size() - newest, rows.size());
            Optional<Stream> one = whole(rows.subList(0, rows.size() - newest), alone)
                    .filter(stream -> stream.last().equals(rows.get(rows.size() - tail.size() - 1))
                            && stream.gap() >= LEAST_GAP_MOVED);
            Optional<Stream> both = one.flatMap(stream -> movedTo(stream, tail, rows));
            if (both.isPresent()) {
                return both;
            }
        }
        return Optional.empty();
    }

    /** Whether a plan of every two weeks or less could not hold nearly all of so many. */
    private static boolean areTooMany(List<Row> rows) {
        int life = rows.get(rows.size() - 1).day() - rows.get(0).day();
        return (rows.size() - MOST_MOVED) * WHOLE_PERCENT > (life / LEAST_GAP_MOVED + 3) * 100;
    }

    private Optional<Stream> movedTo(Stream stream, List<Row> tail, List<Row> rows) {
        boolean byHand = stream.fit().off() * 2 >= stream.fit().hits();
        int off = byHand || tail.size() > 2 ? tail.size() : 1;
        return search.like(stream.fit().lattice(), days(tail), unknown)
                .filter(fit -> fit.hits() == tail.size()
                        && fit.misses() <= (tail.size() - (fit.off() == 0 ? 0 : 1)) / 2
                        && fit.off() <= off)
                .map(fit -> stream(tail, fit, stream.alone()))
                .filter(newer -> Joints.isContinued(stream, newer)
                        && Levels.within(tail, stream.levels().fixed() ? 13 : 20))
                .map(newer -> newer.after(stream, Levels.of(rows, newer.gap())));
    }

    private static void take(Stream stream, List<Stream> found, List<Row> rest) {
        found.add(stream);
        Set<Row> gone = new HashSet<>(stream.rows());
        gone.addAll(stream.beside());
        stream.earlier().forEach(before -> gone.addAll(before.rows()));
        rest.removeIf(gone::contains);
    }

    private void grow(List<Stream> found, List<Row> rest) {
        for (Stream stream : List.copyOf(found)) {
            found.remove(stream);
            take(grown(stream, rest), found, rest);
        }
    }

    /** With what lies on its empty days and on those after its last, though the amount is another. */
    private Stream grown(Stream stream, List<Row> rest) {
        int gap = stream.gap();
        long least = stream.levels().least();
        long most = stream.levels().most();
        List<Row> like = new ArrayList<>(rest.stream()
                .filter(row -> row.day() >= stream.first().day() - gap * 6 / 5
                        && row.day() <= stream.last().day() + 2 * gap
                        && row.amount() * 10 >= least * 6
                        && row.amount() * 10 <= most * 17)
                .toList());
        boolean few = like.size() * (pay ? 1 : 4) <= stream.rows().size();
        if (like.isEmpty() || !few || (gap < 14 && !pay)) {
            return stream;
        }
        like.addAll(stream.rows());
        like.sort(Row.BY_DAY);
        int[] days = days(like);
        Fit fit = search.fit(stream.fit().lattice(), days, unknown);
        boolean better = fit.hits() > stream.fit().hits()
                && fit.misses() <= stream.fit().misses()
                && fit.off()
                        <= stream.fit().off() + 2 * (fit.hits() - stream.fit().hits());
        if (!better) {
            return stream;
        }
        Stream grown = stream(like, fit, stream.alone());
        boolean whole = stream.earlier().isEmpty() && new HashSet<>(grown.rows()).containsAll(stream.rows());
        return whole ? grown : stream;
    }

    private Optional<Fit> search(List<Row> rows, int leastPercent) {
        return rows.size() < 2 ? Optional.empty() : search.best(days(rows), unknown, leastPercent);
    }

    static int[] days(List<Row> rows) {
        int[] days = new int[rows.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = rows.get(i).day();
        }
        return days;
    }

    /** All rows as one stream, if nearly all of them lie on the plan; of pay nearly all the money. */
    private Optional<Stream> whole(List<Row> rows, boolean alone) {
        Optional<Fit> result = search(rows, pay ? 0 : WHOLE_PERCENT);
        if (result.isEmpty()) {
            return Optional.empty();
        }
        Fit fit = result.get();
        if (share(rows, fit) < WHOLE_PERCENT) {
            return Optional.empty();
        }
        Stream stream = stream(rows, fit, alone);
        return against(rows, fit, stream).isEmpty() ? Optional.of(stream) : Optional.empty();
    }

    private String against(List<Row> rows, Fit fit, Stream stream) {
        String against = Evidence.against(fit, rows, stream.levels(), pay, 1);
        boolean wild = !pay && !stream.levels().fixed() && !Levels.within(stream.rows(), 40);
        return against.isEmpty() && wild ? "the amounts differ too much" : against;
    }

    /** Of several payments of one employer those that come every few months are extras rather than another pay. */
    private boolean isOftenEnough(Stream stream) {
        return !pay || stream.gap() <= 31;
    }

    private long weight(List<Row> rows) {
        return pay ? rows.stream().mapToLong(Row::amount).sum() : rows.size();
    }

    private int share(List<Row> rows, Fit fit) {
        long on = 0;
        long all = 0;
        for (int i = 0; i < rows.size(); i++) {
            long weight = pay ? rows.get(i).amount() : 1;
            all += weight;
            on += fit.taken().get(i) ? weight : 0;
        }
        return all == 0 ? 0 : Math.toIntExact(on * 100 / all);
    }

    private Stream stream(List<Row> rows, Fit fit, boolean alone) {
        return stream(rows, fit, alone, Rival.of(fit, days(rows), search, unknown));
    }

    static Stream stream(List<Row> rows, Fit fit, boolean alone, Rival second) {
        List<Row> on = new ArrayList<>();
        List<Row> beside = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (fit.taken().get(i)) {
                on.add(rows.get(i));
            }
        }
        int from = on.get(0).day() - fit.lattice().gap();
        int to = on.get(on.size() - 1).day() + fit.lattice().gap();
        for (int i = 0; i < rows.size(); i++) {
            if (!fit.taken().get(i) && rows.get(i).day() > from && rows.get(i).day() < to) {
                beside.add(rows.get(i));
            }
        }
        return new Stream(on, beside, fit, second, Levels.of(on, fit.lattice().gap()), alone, List.of());
    }

    /** Pay of two persons in turn looks like pay of one twice as often. */
    private List<Stream> twoInOne(List<Stream> found) {
        Stream one = found.get(0);
        boolean twice = one.fit().lattice().form() == Lattice.Form.SEMI_MONTHLY;
        if (!pay || (one.gap() != 7 && !twice) || one.levels().fixed() || Levels.within(one.rows(), 12)) {
            return found;
        }
        List<List<Row>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        for (Row row : one.rows()) {
            halves.get(search.isLater(one.fit().lattice(), row.day()) ? 1 : 0).add(row);
        }
        List<Stream> two = new ArrayList<>();
        halves.forEach(
                half -> whole(half, false).filter(stream -> stream.gap() >= 14).ifPresent(two::add));
        boolean clear = two.size() == 2
                && (two.stream().allMatch(stream -> Levels.within(stream.rows(), 11))
                        || two.stream().filter(StreamFinder::neverChanges).count() == 1);
        return clear ? two : found;
    }

    private static boolean neverChanges(Stream stream) {
        return stream.levels().fixed() && stream.rows().size() >= 5;
    }

    private void equalSums(List<Stream> found, List<Row> rest) {
        List<Row> byAmount = Groups.byAmount(rest);
        int all = rest.size();
        Groups.sums(byAmount, 3).stream()
                .sorted(Comparator.comparingInt((List<Row> group) -> -group.size())
                        .thenComparingLong(group -> -group.get(0).amount()))
                .forEach(group -> cluster(group, found, rest, 120));
        int before = rest.size();
        List<Row> left = before == all ? byAmount : Groups.byAmount(rest);
        for (List<Row> window : Groups.windows(left, pay ? 107 : 104, MOST_WINDOWS)) {
            boolean whole = rest.size() == before || new HashSet<>(rest).containsAll(window);
            if (window.size() >= (pay ? 6 : 4) && whole) {
                cluster(window, found, rest, 120);
            }
        }
    }

    private void cluster(List<Row> group, List<Stream> found, List<Row> rest, int mostPercent) {
        Optional<Stream> one = search(group, 100 * 100 / mostPercent)
                .map(fit -> stream(group, fit, false))
                .filter(stream -> isOftenEnough(stream)
                        && group.size() * 100 <= stream.fit().hits() * mostPercent
                        && Evidence.against(stream.fit(), group, stream.levels(), pay, 1)
                                .isEmpty());
        one.or(() -> changed(group, false)).ifPresent(stream -> take(stream, found, rest));
    }

    private void bands(List<Stream> found, List<Row> rest) {
        int life = rest.get(rest.size() - 1).day() - rest.get(0).day();
        if (!pay && rest.size() > 2 * (life / MOST_OFTEN_OF_BANDS + 2)) {
            return;
        }
        long median = Levels.median(rest);
        for (int percent : new int[] {20, 50, 0}) {
            List<Row> band = rest.stream()
                    .filter(row -> percent == 0 || Math.abs(row.amount() - median) * 100 <= median * percent)
                    .toList();
            if (band.size() < 3) {
                continue;
            }
            Optional<Fit> result = search(band, BAND_LEAST_PERCENT);
            if (result.isEmpty() || (!pay && result.get().lattice().gap() < MOST_OFTEN_OF_BANDS)) {
                continue;
            }
            Fit fit = result.get();
            Stream stream = stream(band, fit, false);
            int from = stream.first().day() - fit.lattice().reach();
            int to = stream.last().day() + fit.lattice().reach();
            List<Row> inLife = rest.stream()
                    .filter(row -> row.day() >= from && row.day() <= to)
                    .toList();
            long hits = weight(stream.rows());
            boolean steady = pay || stream.levels().fixed() || Levels.within(stream.rows(), 32);
            if (isOftenEnough(stream)
                    && hits * 100 >= weight(inLife) * BAND_PERCENT
                    && hits * 2 >= weight(rest)
                    && steady
                    && Evidence.against(fit, band, stream.levels(), pay, BAND_CHOICES)
                            .isEmpty()) {
                take(stream, found, rest);
                return;
            }
        }
    }

    /** Cuts at the oddest gaps; both parts have to stand alone and together to cover nearly everything. */
    private Optional<Stream> changed(List<Row> rows, boolean alone) {
        if (rows.size() < 6) {
            return Optional.empty();
        }
        for (int at : cuts(rows)) {
            Optional<Stream> one = whole(rows.subList(0, at), alone);
            Optional<Stream> other = one.isEmpty() ? one : whole(rows.subList(at, rows.size()), alone);
            if (one.isPresent() && other.isPresent()) {
                List<Row> both = new ArrayList<>(one.get().rows());
                both.addAll(other.get().rows());
                if (both.size() * 100 >= rows.size() * WHOLE_PERCENT && Joints.isContinued(one.get(), other.get())) {
                    return Optional.of(other.get()
                            .after(one.get(), Levels.of(both, other.get().gap())));
                }
            }
        }
        return Optional.empty();
    }

    /** The places of the oddest gaps, the oddest first, where three payments or more lie on either side. */
    private static int[] cuts(List<Row> rows) {
        int[] gaps = new int[rows.size()];
        for (int i = 1; i < gaps.length; i++) {
            gaps[i] = rows.get(i).day() - rows.get(i - 1).day();
        }
        int[] sorted = Arrays.copyOfRange(gaps, 1, gaps.length);
        Arrays.sort(sorted);
        int usual = sorted[sorted.length / 2];
        int[] cuts = new int[Math.min(MOST_CUTS, rows.size() - 5)];
        int count = 0;
        for (int at = 3; at <= rows.size() - 3; at++) {
            int odd = Math.abs(gaps[at] - usual);
            int place = count;
            while (place > 0 && Math.abs(gaps[cuts[place - 1]] - usual) < odd) {
                place--;
            }
            if (place < cuts.length) {
                System.arraycopy(cuts, place, cuts, place + 1, Math.min(count, cuts.length - 1) - place);
                cuts[place] = at;
                count = Math.min(count + 1, cuts.length);
            }
        }
        return cuts;
    }
}
