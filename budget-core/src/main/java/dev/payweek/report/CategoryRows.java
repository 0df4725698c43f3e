package dev.payweek.report;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.period.BudgetWeek;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.LimitStatus;
import dev.payweek.plan.Per;
import dev.payweek.plan.SoftLimit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The categories of a report as a tree: every group in use, and below it what has spending or a limit. */
final class CategoryRows {

    private final BudgetPlan plan;
    private final LimitFold fold;
    private final PayPeriod period;
    private final BudgetWeek week;
    private final Map<CategoryPath, Long> spentInWeek = new HashMap<>();
    private final Map<CategoryPath, Long> spentInPeriod = new HashMap<>();
    private final Map<CategoryPath, Long> committedInWeek = new HashMap<>();
    private final Map<CategoryPath, Long> committedInPeriod = new HashMap<>();
    private final Map<CategoryPath, Long> counts;
    private final NavigableSet<CategoryPath> shown = new TreeSet<>();
    private final Map<Optional<CategoryPath>, List<CategoryPath>> below;

    CategoryRows(Reckoning reckoning, LimitFold fold, PayPeriod period, PeriodFlow flow) {
        this.plan = reckoning.plan();
        this.fold = fold;
        this.period = period;
        LocalDate on = reckoning.on();
        this.week = period.weekContaining(on);
        this.counts = reckoning.books().counts(new DateSpan(period.span().startInclusive(), on.plusDays(1)));
        LocalDate tomorrow = on.plusDays(1);
        LocalDate weekEnd = week.span().endExclusive();
        flow.committed(period.span().startInclusive(), tomorrow)
                .forEach((path, amount) -> add(committedInPeriod, path, amount));
        flow.committed(week.span().startInclusive(), tomorrow.isBefore(weekEnd) ? tomorrow : weekEnd)
                .forEach((path, amount) -> add(committedInWeek, path, amount));
        for (DayTotal total : flow.totals()) {
            if (total.kind() == EntryKind.EXPENSE && !total.date().isAfter(on)) {
                CategoryPath path = total.category().orElse(Categories.OTHER);
                add(spentInPeriod, path, total.minorUnits());
                if (week.span().contains(total.date())) {
                    add(spentInWeek, path, total.minorUnits());
                }
            }
        }
        plan.categories().groups().stream()
                .filter(group -> !plan.categories().isArchived(group))
                .forEach(shown::add);
        spentInPeriod.keySet().forEach(shown::add);
        plan.limits().limitedOn(period.span().lastDay()).stream()
                .filter(path -> limit(path, ofPeriod(path)).isPresent())
                .filter(path -> !plan.categories().isArchived(path))
                .forEach(this::show);
        this.below = shown.stream().collect(Collectors.groupingBy(CategoryPath::parent));
    }

    private void show(CategoryPath path) {
        shown.add(path);
        path.parent().ifPresent(this::show);
    }

    private static void add(Map<CategoryPath, Long> spent, CategoryPath path, long amount) {
        spent.merge(path, amount, Math::addExact);
        path.parent().ifPresent(parent -> add(spent, parent, amount));
    }

    /** Returns the groups, Other last. */
    List<CategoryRow> groups() {
        List<CategoryPath> groups = below.getOrDefault(Optional.<CategoryPath>empty(), List.of()).stream()
                .sorted(Comparator.comparing(Categories.OTHER::equals))
                .toList();
        List<Ratio> shares = Shares.of(groups.stream()
                .map(group -> spentInPeriod.getOrDefault(group, 0L))
                .toList());
        return groups.stream()
                .map(group -> row(group, Optional.of(shares.get(groups.indexOf(group)))))
                .toList();
    }

    private CategoryRow row(CategoryPath path, Optional<Ratio> share) {
        Optional<SoftLimit> ofWeek = plan.limits().governing(path, week);
        return new CategoryRow(
                path,
                plan.categories().isDiscretionary(path),
                counts.getOrDefault(path, 0L),
                share,
                stretch(
                        spentInWeek.getOrDefault(path, 0L),
                        committedInWeek.getOrDefault(path, 0L),
                        plan.limits()
                                .limitIn(path, week)
                                .map(amount -> new CategoryRow.Limit(amount, fold.intoWeek(path, week))),
                        ofWeek.filter(limit -> limit.per() == Per.WEEK).isPresent()),
                stretch(
                        spentInPeriod.getOrDefault(path, 0L),
                        committedInPeriod.getOrDefault(path, 0L),
                        limit(path, ofPeriod(path)),
                        plan.limits()
                                .limitOn(path, period.span().lastDay())
                                .filter(limit -> limit.per() == Per.PERIOD)
                                .isPresent()),
                below.getOrDefault(Optional.of(path), List.of()).stream()
                        .map(own -> row(own, Optional.empty()))
                        .toList());
    }

    private Optional<Money> ofPeriod(CategoryPath path) {
        return plan.limits().limitIn(path, period);
    }

    private Optional<CategoryRow.Limit> limit(CategoryPath path, Optional<Money> amount) {
        return amount.map(own -> new CategoryRow.Limit(own, fold.intoPeriod(path)));
    }

    private CategoryRow.Stretch stretch(
            long minorUnits, long committed, Optional<CategoryRow.Limit> limit, boolean statedForIt) {
        Money spent = plan.money(minorUnits);
        Optional<LimitStatus> status = limit.isEmpty()
                ? Optional.of(LimitStatus.NO_LIMIT)
                : limit.filter(own -> statedForIt)
                        .map(own -> LimitStatus.of(spent, own.amount().plus(own.carryIn()), plan.nearPercent()));
        return new CategoryRow.Stretch(spent, plan.money(committed), limit, status);
    }
}
