package dev.payweek.report;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.plan.LimitStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
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

    private final LedgerPicture picture;
    private final List<DayTotal> expenses;
    private final Function<CategoryPath, Optional<Limit>> limits;
    private final NavigableSet<CategoryPath> shown = new TreeSet<>();

    CategoryLines(
            LedgerPicture picture,
            List<DayTotal> expenses,
            Function<CategoryPath, Optional<Limit>> limits,
            LocalDate day) {
        this.picture = picture;
        this.expenses = expenses;
        this.limits = limits;
        picture.categories().groups().stream()
                .filter(group -> picture.categories()
                        .find(group)
                        .map(category -> !category.archived())
                        .orElse(true))
                .forEach(shown::add);
        expenses.forEach(total -> total.category().ifPresent(this::show));
        picture.plan().limitedOn(day).stream()
                .filter(path -> limits.apply(path).isPresent())
                .forEach(this::show);
    }

    private void show(CategoryPath path) {
        shown.add(path);
        path.parent().ifPresent(this::show);
    }

    List<CategoryLine> groups() {
        List<CategoryPath> groups = shown.stream()
                .filter(path -> path.level() == 1)
                .sorted(Comparator.comparing(path -> path.equals(Categories.OTHER)))
                .toList();
        return lines(groups, Optional.empty());
    }

    /**
     * The shares of brothers and sisters sum to the share of the one above them, as far as it has spending of its own.
     */
    private List<CategoryLine> lines(List<CategoryPath> paths, Optional<Ratio> whole) {
        List<Ratio> shares = whole.isEmpty()
                ? Shares.of(paths.stream().map(this::spentWithin).toList())
                : paths.stream().map(this::shareOfAll).toList();
        List<CategoryLine> lines = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            lines.add(line(paths.get(i), shares.get(i)));
        }
        return lines;
    }

    private CategoryLine line(CategoryPath path, Ratio share) {
        Money spent = money(spentWithin(path));
        Optional<Limit> limit = limits.apply(path);
        return new CategoryLine(
                path,
                picture.categories().isDiscretionary(path),
                spent,
                limit.map(Limit::amount),
                limit.map(Limit::carryIn).orElse(money(0)),
                limit.map(own -> own.available().minus(spent)),
                share,
                within(path).stream().mapToLong(DayTotal::count).sum(),
                limit.map(own -> LimitStatus.of(
                                spent, own.available(), picture.settings().nearPercent()))
                        .orElse(LimitStatus.NO_LIMIT),
                lines(childrenOf(path), Optional.of(share)));
    }

    private List<CategoryPath> childrenOf(CategoryPath path) {
        return shown.stream()
                .filter(other -> other.parent().equals(Optional.of(path)))
                .toList();
    }

    private Ratio shareOfAll(CategoryPath path) {
        long positive = shown.stream()
                .filter(other -> other.level() == 1)
                .mapToLong(this::spentWithin)
                .filter(units -> units > 0)
                .sum();
        long own = Math.max(0, spentWithin(path));
        return Ratio.of(money(own), money(positive));
    }

    private long spentWithin(CategoryPath path) {
        return within(path).stream().mapToLong(DayTotal::minorUnits).reduce(0, Math::addExact);
    }

    private List<DayTotal> within(CategoryPath path) {
        return expenses.stream()
                .filter(total ->
                        total.category().filter(own -> own.isWithin(path)).isPresent())
                .toList();
    }

    private Money money(long minorUnits) {
        return Money.ofMinor(minorUnits, picture.settings().currency());
    }
}
