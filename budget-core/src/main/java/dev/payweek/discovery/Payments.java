package dev.payweek.discovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a payee was paid, or what it paid, and what follows from that alone. For one thread.
 */
final class Payments {

    static final int MOST_OF_YEARS = 12;
    static final int LEAST_DAYS_OF_YEARS = 340;
    static final Payments NONE = new Payments(List.of(), 0);

    private final List<Row> rows;
    private final int odd;
    private final long total;
    private final Set<Integer> accounts;
    private Holes unknown = Holes.NONE;
    private Optional<List<Stream>> streams = Optional.empty();
    private Optional<String> why = Optional.empty();

    /** Begins with the rows, oldest first, and with the marks of those that are no pay or bill. */
    Payments(List<Row> rows, int oddMarks) {
        this.rows = rows;
        int found = 0;
        long sum = 0;
        for (Row row : rows) {
            found += row.says(oddMarks) ? 1 : 0;
            sum += row.amount();
        }
        this.odd = found;
        this.total = sum;
        this.accounts = rows.stream().map(Row::account).collect(Collectors.toUnmodifiableSet());
    }

    List<Row> rows() {
        return rows;
    }

    long total() {
        return total;
    }

    boolean areMostlyOdd() {
        return odd * 2 > rows.size();
    }

    Set<Integer> accounts() {
        return accounts;
    }

    /** Whether two costs of a year each could be among them, of which nothing else was found. */
    boolean mayRecurYearly() {
        boolean few = rows.size() >= 4
                && (rows.size() <= MOST_OF_YEARS || !streams.orElse(List.of()).isEmpty());
        return few && rows.get(rows.size() - 1).day() - rows.get(0).day() >= LEAST_DAYS_OF_YEARS;
    }

    /** The streams among them, found again when other days than before are those that no file covers. */
    List<Stream> streams(Holes uncovered, Supplier<List<Stream>> find) {
        if (!uncovered.equals(unknown)) {
            forget();
            unknown = uncovered;
        }
        List<Stream> found = streams.orElseGet(() -> List.copyOf(find.get()));
        streams = Optional.of(found);
        return found;
    }

    /** Why nothing is found among them; asked for after the streams. */
    String why(Supplier<String> find) {
        String found = why.orElseGet(find);
        why = Optional.of(found);
        return found;
    }

    /** Forgets what was found, since the banks' holidays are others. */
    void forget() {
        streams = Optional.empty();
        why = Optional.empty();
    }
}
