package dev.payweek.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.money.Money;
import dev.payweek.period.Adjustment;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Carry;
import dev.payweek.plan.PayDecision;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SetAside;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.Condition;
import dev.payweek.testkit.Dice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A made-up household: any plan, with entries near its days and elsewhere. */
@SuppressWarnings("exports") // tests of the core are in its module
public final class RandomLedger {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    private static final List<String> CATEGORIES =
            List.of("Fun", "Fun:Dining", "Food", "Food:Market", "Car", "Home:Fees", "Other");

    private final Dice dice;
    private final List<PaySource> sources = new ArrayList<>();
    private final List<Bill> bills = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, PayDecision> payDecisions = new HashMap<>();
    private final List<BillDecision> billDecisions = new ArrayList<>();
    private final LocalDate first;
    private final LocalDate last;
    private long ids = 0;

    /** Makes one up. */
    public RandomLedger(Dice dice) {
        this.dice = dice;
        this.first = dice.day(FIRST, FIRST.plusDays(60));
        this.last = dice.day(first.plusDays(20), LAST);
        int count = dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            sources.add(source(i));
        }
        dice.listOf(0, 3, () -> bills.add(bill(bills.size())));
        sources.forEach(this::payments);
        bills.forEach(this::payments);
        dice.listOf(0, 3, () -> entries.add(income("gift", dice.day(first, last), amount(10, 900))));
        dice.listOf(0, 14, () -> entries.add(expense()));
        dice.listOf(0, 3, this::refund);
    }

    /** Returns a plan, another one each time. */
    public BudgetPlan plan() {
        return BudgetPlan.of(Money.currency("USD"))
                .withSources(sources)
                .withBills(bills)
                .withSetAsides(setAsides())
                .withLimits(dice.percent(40) ? List.of(limit("Fun"), limit("Food")) : List.of())
                .withCarry(carry())
                .withCategories(new Categories(IntStream.range(0, CATEGORIES.size())
                        .mapToObj(i -> new Category(CategoryPath.of(CATEGORIES.get(i)), !dice.percent(15), false))
                        .toList()))
                .withPayDecisions(payDecisions)
                .withBillDecisions(billDecisions);
    }

    /** Returns the entries. */
    public List<Entry> entries() {
        return entries;
    }

    /** Returns a day near them. */
    public LocalDate day() {
        return dice.day(first.minusDays(5), last.plusDays(20));
    }

    private Money amount(long lowest, long highest) {
        return Money.ofMinor(dice.between(lowest * 100, highest * 100), Money.currency("USD"));
    }

    private static Condition titled(String word) {
        return Condition.parse("title contains \"" + word + "\"");
    }

    private PaySchedule schedule() {
        PaySchedule schedule = switch (dice.between(0, 6)) {
            case 0 -> PaySchedule.weekly(FIRST.plusDays(dice.between(0, 6)));
            case 1 -> PaySchedule.everyTwoWeeks(FIRST.plusDays(dice.between(0, 13)));
            case 2 -> PaySchedule.semiMonthly(dice.between(1, 12), dice.between(16, 31));
            case 3 -> PaySchedule.monthlyOnLastBusinessDay(0);
            case 4 -> PaySchedule.everyMonths(dice.between(2, 3), FIRST.plusDays(dice.between(0, 30)));
            default -> PaySchedule.monthly(dice.between(1, 31));
        };
        return dice.percent(30) && schedule.cadence().shortestGapDays() >= 5
                ? schedule.adjusted(Adjustment.PRECEDING)
                : schedule;
    }

    private PaySource source(int index) {
        if (index < 2 && dice.percent(12)) {
            PaySource gigs =
                    PaySource.of("gig" + index, PaySchedule.asRecorded()).matching(titled("pay" + index));
            return index == 0 ? gigs.primary() : gigs;
        }
        List<PayVersion> versions = new ArrayList<>();
        versions.add(new PayVersion(
                dice.percent(30) ? Optional.of(FIRST.plusDays(dice.between(0, 40))) : Optional.empty(),
                schedule(),
                dice.maybe(() -> amount(500, 2500))));
        if (dice.percent(20)) {
            versions.add(new PayVersion(
                    Optional.of(FIRST.plusDays(dice.between(50, 110))),
                    schedule(),
                    dice.maybe(() -> amount(500, 2500))));
        }
        PaySource source = source("source" + index, versions);
        if (index > 0 || dice.percent(70)) {
            source = source.matching(titled("pay" + index));
        }
        if (dice.percent(15)) {
            source = source.until(FIRST.plusDays(dice.between(60, 150)));
        }
        if (dice.percent(20)) {
            source = source.spread(dice.percent(50));
        }
        if (index == 0) {
            return dice.percent(90) ? source.primary() : source;
        }
        return dice.percent(10) ? source.primaryFrom(FIRST.plusDays(dice.between(30, 120))) : source;
    }

    /** Without the second version where its first payday falls on the last one of the first, which is refused. */
    private static PaySource source(String name, List<PayVersion> versions) {
        PaySource first = PaySource.of(name, versions.get(0).schedule()).with(versions.subList(0, 1));
        try {
            return first.with(versions);
        } catch (LedgerException coincidence) {
            assertEquals("coincides", coincidence.problems().get(0).code());
            return first;
        }
    }

    private Bill bill(int index) {
        Bill bill = Bill.of("bill" + index, CategoryPath.of("Bills:B" + index), schedule());
        if (dice.percent(70)) {
            bill = bill.costing(amount(20, 900));
        }
        if (dice.percent(70)) {
            bill = bill.matching(titled("invoice" + index));
        }
        if (dice.percent(30)) {
            bill = bill.from(FIRST.plusDays(dice.between(0, 60)));
        }
        return dice.percent(15) ? bill.until(FIRST.plusDays(dice.between(90, 160))) : bill;
    }

    private List<SetAside> setAsides() {
        List<SetAside> all = new ArrayList<>();
        if (dice.percent(40)) {
            SetAside food = SetAside.of("food", amount(0, 400)).forCategory(CategoryPath.of("Food"));
            all.add(dice.percent(30) ? food.until(FIRST.plusDays(dice.between(40, 150))) : food);
        }
        if (dice.percent(25)) {
            all.add(SetAside.of("bills", amount(100, 1500)).forCategory(CategoryPath.of("Bills")));
        }
        if (dice.percent(25)) {
            SetAside.Amount yearly = new SetAside.Amount(Optional.empty(), amount(100, 3000), true);
            SetAside savings = SetAside.of("savings", amount(1, 2)).with(List.of(yearly));
            all.add(dice.percent(30) ? savings.from(FIRST.plusDays(dice.between(0, 90))) : savings);
        }
        return all;
    }

    private SoftLimit limit(String category) {
        return new SoftLimit(
                CategoryPath.of(category),
                amount(20, 300),
                dice.oneOf(Per.values()),
                FIRST.plusDays(dice.between(0, 90)),
                Rollover.of(dice.oneOf(Rollover.Policy.values())));
    }

    private Carry carry() {
        Carry carry = Carry.of(dice.oneOf(Rollover.Policy.values()));
        carry = dice.percent(20) ? carry.cappedAt(amount(0, 500)) : carry;
        return dice.percent(20) ? carry.from(FIRST.plusDays(dice.between(0, 100))) : carry;
    }

    private Income income(String title, LocalDate day, Money amount) {
        return new Income(++ids, 1, EntryDetails.of(day, amount, title), Optional.empty());
    }

    private void payments(PaySource source) {
        if (dice.percent(15)) {
            return;
        }
        List<LocalDate> days = source.isIrregular()
                ? dice.listOf(0, 8, () -> dice.day(first, last))
                : new PayGrid(source, first, last)
                        .paydays().subMap(first, last).keySet().stream()
                                .filter(day -> dice.percent(85))
                                .toList();
        String title = source.match().isPresent()
                ? "pay" + source.name().charAt(source.name().length() - 1)
                : "wage";
        Money usual = source.versions().get(0).expected().orElseGet(() -> amount(500, 2500));
        for (LocalDate day : days) {
            LocalDate came = dice.percent(60) ? day : day.plusDays(dice.between(-6, 6));
            Money amount = dice.percent(60) ? usual : usual.scaled(dice.between(30, 200), 100);
            if (amount.isPositive()) {
                Income pay = income(title, came, amount);
                entries.add(pay);
                if (dice.percent(4)) {
                    payDecisions.put(
                            pay.id(),
                            dice.percent(50) ? new PayDecision.NoPay() : new PayDecision.PayOf(source.name(), day));
                }
            }
        }
    }

    private void payments(Bill bill) {
        Money usual = bill.amount().orElseGet(() -> amount(20, 900));
        for (LocalDate day : new BillDues(bill, first).days(new DateSpan(FIRST, last.plusDays(1)))) {
            if (!dice.percent(75)) {
                continue;
            }
            LocalDate paid = dice.percent(50) ? day : day.plusDays(dice.between(-8, 12));
            Money amount = dice.percent(60) ? usual : usual.scaled(dice.between(40, 150), 100);
            String title = "invoice" + bill.name().charAt(4);
            CategoryPath category = dice.percent(80) ? bill.category() : CategoryPath.of("Other");
            Expense expense = expense(title, paid, category, amount);
            entries.add(dice.percent(15) ? split(expense) : expense);
            if (dice.percent(4)) {
                billDecisions.add(
                        dice.percent(50)
                                ? BillDecision.skipped(bill.name(), day)
                                : BillDecision.paid(bill.name(), day, expense.id()));
            }
        }
    }

    private Expense expense(String title, LocalDate day, CategoryPath category, Money amount) {
        return new Expense(
                ++ids,
                1,
                EntryDetails.of(day, amount, title),
                category,
                Provenance.MANUAL,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Expense split(Expense expense) {
        List<Money> parts = expense.amount().allocate(dice.between(1, 9), dice.between(1, 9));
        return expense.withParts(List.of(
                new Split(expense.category(), parts.get(0)),
                new Split(CategoryPath.of(dice.oneOf(CATEGORIES)), parts.get(1))));
    }

    private Expense expense() {
        Money amount = dice.percent(92) ? amount(1, 200) : amount(-100, -1);
        Expense expense = expense("shop", dice.day(first, last), CategoryPath.of(dice.oneOf(CATEGORIES)), amount);
        return dice.percent(20) ? split(expense) : expense;
    }

    private Entry refund() {
        List<Expense> paid = entries.stream()
                .filter(Expense.class::isInstance)
                .map(Expense.class::cast)
                .filter(expense -> expense.amount().isPositive())
                .toList();
        if (!paid.isEmpty()) {
            Expense original = dice.oneOf(paid);
            Money back = dice.percent(40)
                    ? original.amount().negated()
                    : original.amount().negated().scaled(dice.between(5, 95), 100);
            Expense given = expense("credit", original.date().plusDays(dice.between(0, 25)), original.category(), back);
            Expense refund = new Expense(
                    given.id(),
                    1,
                    given.details(),
                    given.category(),
                    given.provenance(),
                    List.of(),
                    Optional.of(original.id()),
                    Optional.empty());
            entries.add(refund);
            return refund;
        }
        return expense();
    }
}
