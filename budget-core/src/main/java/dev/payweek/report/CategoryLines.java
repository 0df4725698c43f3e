package dev.payweek.report;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.plan.LimitStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The categories of one report as a tree: every group, and below it what has spending or a limit. */
final class CategoryLines {

    /**
     * What a category may spend in the report's stretch.
     *
     * @param amount its soft limit
     * @param carryIn what earlier stretches left over or overdrew
     */
    record Limit(Money amount, Money carryIn) {

        private Money available() {
            return amount.plus(carryIn);
        }
    }

    /** A category that is shown, with what was spent in it and below it. */
    private static final class Place {

        private final CategoryPath path;
        private final Optional<Place> above;
        private final List<Place> below = new ArrayList<>();
        private long spent;
        private long count;

        Place(CategoryPath path, Optional<Place> above) {
            this.path = path;
            this.above = above;
        }

        void add(Spending.Sum sum) {
            spent = Math.addExact(spent, sum.minorUnits());
            count += sum.count();
            above.ifPresent(place -> place.add(sum));
        }
    }

    private final ReportInput picture;
    private final Function<CategoryPath, Optional<Limit>> limits;
    private final NavigableMap<CategoryPath, Place> shown = new TreeMap<>();

    CategoryLines(
            ReportInput picture, Spending spending, Function<CategoryPath, Optional<Limit>> limits, LocalDate day) {
        this.picture = picture;
        this.limits = limits;
        picture.categories().groups().stream()
                .filter(group -> picture.categories()
                        .find(group)
                        .map(category -> !category.archived())
                        .orElse(true))
                .forEach(this::show);
        spending.byCategory().forEach((path, sum) -> show(path).add(sum));
        picture.plan().limitedOn(day).stream()
                .filter(path -> limits.apply(path).isPresent())
                .forEach(this::show);
        shown.values().forEach(place -> place.above.ifPresent(above -> above.below.add(place)));
    }

    private Place show(CategoryPath path) {
        Place known = shown.get(path);
        if (known != null) {
            return known;
        }
        Place place = new Place(path, path.parent().map(this::show));
        shown.put(path, place);
        return place;
    }

    /** Returns the lines of the groups, whose shares sum to one. */
    List<CategoryLine> groups() {
        List<Place> groups = shown.values().stream()
                .filter(place -> place.above.isEmpty())
                .sorted(Comparator.comparing(place -> place.path.equals(Categories.OTHER)))
                .toList();
        List<Ratio> shares = Shares.of(groups.stream().map(group -> group.spent).toList());
        Money whole = money(
                groups.stream().mapToLong(group -> Math.max(0, group.spent)).reduce(0, Math::addExact));
        List<CategoryLine> lines = new ArrayList<>();
        for (Place group : groups) {
            lines.add(line(group, shares.get(lines.size()), whole));
        }
        return lines;
    }

    private CategoryLine line(Place place, Ratio share, Money whole) {
        Money spent = money(place.spent);
        Optional<Limit> limit = limits.apply(place.path);
        return new CategoryLine(
                place.path,
                picture.categories().isDiscretionary(place.path),
                spent,
                limit.map(Limit::amount),
                limit.map(Limit::carryIn).orElse(money(0)),
                limit.map(own -> own.available().minus(spent)),
                share,
                place.count,
                limit.map(own -> LimitStatus.of(
                                spent, own.available(), picture.settings().nearPercent()))
                        .orElse(LimitStatus.NO_LIMIT),
                place.below.stream()
                        .map(below -> line(below, Ratio.of(money(Math.max(0, below.spent)), whole), whole))
                        .toList());
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(minorUnits, picture.settings().currency());
    }
}
