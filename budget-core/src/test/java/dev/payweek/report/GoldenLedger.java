package dev.payweek.report;

import static dev.payweek.testkit.Json.list;
import static dev.payweek.testkit.Json.object;
import static dev.payweek.testkit.Json.text;

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
import dev.payweek.period.Cadence;
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
import dev.payweek.rule.Condition;
import dev.payweek.testkit.Json;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A ledger written as JSON, as golden/ledgers.json and docs/FIGURES.md have it: plan and entries. */
final class GoldenLedger {

    private static final Currency USD = Money.currency("USD");

    private final Map<String, Object> json;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, PayDecision> decisions = new HashMap<>();
    private final Map<CategoryPath, Category> categories = new TreeMap<>();
    private final BudgetPlan plan;

    GoldenLedger(Map<String, Object> json) {
        this.json = json;
        long id = 0;
        Map<String, Long> ids = new HashMap<>();
        for (Map<String, Object> income : list(json, "income")) {
            entries.add(new Income(++id, 1, details(income), Optional.empty()));
            if (income.containsKey("pay")) {
                decisions.put(id, decision(object(Json.required(income, "pay"))));
            }
        }
        for (Map<String, Object> expense : list(json, "expenses")) {
            id++;
            if (expense.containsKey("id")) {
                ids.put(text(expense, "id").orElseThrow(), id);
            }
            entries.add(expense(id, expense, ids));
        }
        ((List<?>) json.getOrDefault("non_discretionary", List.of()))
                .forEach(name -> categories.put(
                        CategoryPath.of(name.toString()),
                        new Category(CategoryPath.of(name.toString()), false, false)));
        plan = BudgetPlan.of(USD)
                .withSources(list(json, "sources").stream().map(this::source).toList())
                .withBills(list(json, "bills").stream().map(this::bill).toList())
                .withSetAsides(
                        list(json, "set_asides").stream().map(this::setAside).toList())
                .withLimits(list(json, "limits").stream().map(this::limit).toList())
                .withCarry(json.containsKey("carry") ? carry(object(Json.required(json, "carry"))) : Carry.NONE)
                .withCategories(new Categories(categories.values()))
                .withPayDecisions(decisions)
                .withBillDecisions(list(json, "occurrences").stream()
                        .map(one -> new BillDecision(
                                text(one, "bill").orElseThrow(),
                                day(one, "due").orElseThrow(),
                                text(one, "paid_by").map(ids::get)))
                        .toList());
    }

    BudgetPlan plan() {
        return plan;
    }

    List<Entry> entries() {
        return entries;
    }

    private CategoryPath category(Map<String, Object> in) {
        CategoryPath path = CategoryPath.of(text(in, "category").orElse("Other"));
        for (Optional<CategoryPath> level = Optional.of(path);
                level.isPresent();
                level = level.get().parent()) {
            categories.putIfAbsent(level.get(), new Category(level.get(), true, false));
        }
        return path;
    }

    private static EntryDetails details(Map<String, Object> in) {
        return EntryDetails.of(
                day(in, "date").orElseThrow(),
                money(in, "amount").orElseThrow(),
                text(in, "title").orElseThrow());
    }

    private static PayDecision decision(Map<String, Object> pay) {
        return pay.containsKey("none")
                ? new PayDecision.NoPay()
                : new PayDecision.PayOf(
                        text(pay, "source").orElseThrow(), day(pay, "payday").orElseThrow());
    }

    private Expense expense(long id, Map<String, Object> in, Map<String, Long> ids) {
        List<Split> splits = list(in, "splits").stream()
                .map(part -> new Split(category(part), money(part, "amount").orElseThrow()))
                .toList();
        return new Expense(
                id,
                1,
                details(in),
                splits.isEmpty() ? category(in) : splits.get(0).category(),
                Provenance.MANUAL,
                splits,
                text(in, "refund_of").map(ids::get),
                Optional.empty());
    }

    private PaySource source(Map<String, Object> in) {
        List<PayVersion> versions = list(in, "versions").stream()
                .map(version -> new PayVersion(
                        day(version, "from"),
                        schedule(object(Json.required(version, "schedule"))),
                        money(version, "expected")))
                .toList();
        Optional<LocalDate> primary = Boolean.TRUE.equals(in.get("primary"))
                ? Optional.of(day(in, "primary_from").orElse(DateSpan.EARLIEST))
                : Optional.empty();
        return new PaySource(
                text(in, "name").orElseThrow(),
                versions,
                primary,
                day(in, "until"),
                match(in),
                Integer.parseInt(text(in, "tolerance_days").orElse("4")),
                Optional.ofNullable((Boolean) in.get("spread")),
                day(in, "horizon"));
    }

    private Bill bill(Map<String, Object> in) {
        return new Bill(
                text(in, "name").orElseThrow(),
                category(in),
                money(in, "amount"),
                schedule(object(Json.required(in, "schedule"))),
                match(in),
                day(in, "from"),
                day(in, "until"));
    }

    private SetAside setAside(Map<String, Object> in) {
        return new SetAside(
                text(in, "name").orElseThrow(),
                List.of(new SetAside.Amount(
                        Optional.empty(),
                        money(in, "amount").orElseThrow(),
                        text(in, "per").orElse("period").equals("year"))),
                in.containsKey("category") ? Optional.of(category(in)) : Optional.empty(),
                day(in, "from"),
                day(in, "until"));
    }

    private SoftLimit limit(Map<String, Object> in) {
        Rollover.Policy policy =
                Rollover.Policy.valueOf(text(in, "rollover").orElse("none").toUpperCase(Locale.ROOT));
        return new SoftLimit(
                category(in),
                money(in, "amount").orElseThrow(),
                text(in, "per").orElseThrow().equals("week") ? Per.WEEK : Per.PERIOD,
                day(in, "from").orElseThrow(),
                Rollover.of(policy));
    }

    private static Carry carry(Map<String, Object> in) {
        Rollover.Policy mode =
                Rollover.Policy.valueOf(text(in, "mode").orElseThrow().toUpperCase(Locale.ROOT));
        return new Carry(mode, money(in, "cap"), day(in, "from"));
    }

    private static Optional<Condition> match(Map<String, Object> in) {
        return Optional.ofNullable(in.get("match")).map(match -> {
            Map<String, Object> first = list(object(match), "all").get(0);
            return Condition.parse(
                    "all(" + first.get("field") + " " + first.get("op") + " \"" + first.get("value") + "\")");
        });
    }

    private static PaySchedule schedule(Map<String, Object> in) {
        Cadence cadence = switch (text(in, "kind").orElseThrow()) {
            case "weekly" -> new Cadence.EveryDays(7, day(in, "anchor").orElseThrow());
            case "every_n_weeks" ->
                new Cadence.EveryDays(7 * number(in, "n"), day(in, "anchor").orElseThrow());
            case "every_n_days" ->
                new Cadence.EveryDays(number(in, "n"), day(in, "anchor").orElseThrow());
            case "every_n_months" ->
                new Cadence.EveryMonths(number(in, "n"), day(in, "anchor").orElseThrow());
            case "yearly" -> new Cadence.EveryMonths(12, day(in, "anchor").orElseThrow());
            case "semi_monthly" -> {
                List<?> days = (List<?>) Json.required(in, "days");
                yield new Cadence.SemiMonthly(dayOfMonth(days.get(0)), dayOfMonth(days.get(1)));
            }
            case "monthly_nth_weekday" ->
                new Cadence.NthWeekday(
                        number(in, "nth"),
                        DayOfWeek.valueOf(text(in, "weekday").orElseThrow().toUpperCase(Locale.ROOT)));
            case "irregular" -> new Cadence.Irregular(List.of());
            default ->
                "last_business_day".equals(in.get("day"))
                        ? new Cadence.LastBusinessDay(0)
                        : new Cadence.Monthly(dayOfMonth(Json.required(in, "day")));
        };
        return PaySchedule.of(cadence)
                .adjusted(Adjustment.valueOf(text(in, "adjust").orElse("none").toUpperCase(Locale.ROOT)));
    }

    private static int number(Map<String, Object> in, String name) {
        return Json.number(in, name).intValueExact();
    }

    private static int dayOfMonth(Object day) {
        return "last".equals(day) ? Cadence.LAST_DAY : Integer.parseInt(day.toString());
    }

    private static Optional<LocalDate> day(Map<String, Object> in, String name) {
        return text(in, name).map(LocalDate::parse);
    }

    private static Optional<Money> money(Map<String, Object> in, String name) {
        return Optional.ofNullable(in.get(name)).map(amount -> Money.of((BigDecimal) amount, USD));
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
