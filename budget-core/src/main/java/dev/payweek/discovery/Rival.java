package dev.payweek.discovery;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** The best schedule of another cadence than the one that was found, which few ever ask for. For one thread. */
final class Rival {

    static final Rival NONE = new Rival(Optional::empty);

    private final Supplier<Optional<Fit>> search;
    private Optional<Optional<Fit>> found = Optional.empty();

    private Rival(Supplier<Optional<Fit>> search) {
        this.search = search;
    }

    static Rival of(Fit best, int[] days, Search search, IntPredicate unknown) {
        return new Rival(() -> search.unlike(best.lattice(), days, unknown));
    }

    Optional<Fit> fit() {
        Optional<Fit> fit = found.orElseGet(search);
        found = Optional.of(fit);
        return fit;
    }
}
