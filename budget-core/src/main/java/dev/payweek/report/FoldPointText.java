package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Income;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.SoftLimit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A point in text, a line for each thing it knows: what it is, its values, and a name at the end. What plan and entries
 * say already is written by its name or id. Equal points give equal texts.
 */
final class FoldPointText {

    private static final String NONE = "-";

    private final BudgetPlan plan;
    private final Map<Long, Income> incomes;
    private final List<PaydayFact> recent = new ArrayList<>();
    private final Map<String, List<Long>> received = new HashMap<>();
    private final Set<Long> taken = new HashSet<>();
    private final Set<String> paidSources = new HashSet<>();
    private Optional<LocalDate> firstPaid = Optional.empty();
    private final List<BillMemory.Paid> paid = new ArrayList<>();
    private final Map<Long, Map<Integer, Bill>> payers = new HashMap<>();
    private final Map<Long, LocalDate> payerDays = new HashMap<>();
    private long carried;
    private final Map<String, Long> pots = new HashMap<>();
    private final Map<String, CarriedLimit> limits = new HashMap<>();
    private final Set<String> unpaid = new HashSet<>();
    private final List<LocalDate> borders = new ArrayList<>();

    private FoldPointText(BudgetPlan plan, Map<Long, Income> incomes) {
        this.plan = plan;
        this.incomes = incomes;
    }

    static String of(FoldPoint point) {
        List<String> lines = new ArrayList<>();
        lines.add(line("days", point.day(), point.settledBy(), point.firstPeriod()));
        FoldPoint.Past past = point.past();
        PayMemory pay = past.pay();
        for (PaydayFact fact : pay.recent()) {
            lines.add(line(
                    "payday",
                    fact.payday(),
                    fact.nominal(),
                    fact.stands(),
                    fact.expected().isPresent() ? fact.expected().getAsLong() : NONE,
                    ids(fact.payments().stream().map(Income::id).toList()),
                    fact.source().name()));
        }
        new TreeMap<>(pay.lastReceived()).forEach((name, amounts) -> lines.add(line("received", ids(amounts), name)));
        lines.add(line("taken", ids(new TreeSet<>(pay.taken()))));
        pay.firstPaid().ifPresent(day -> lines.add(line("first-paid", day)));
        new TreeSet<>(pay.paidSources()).forEach(name -> lines.add(line("paid-source", name)));
        for (BillMemory.Paid one : past.bills().paid()) {
            lines.add(line("paid", one.due(), one.amount(), one.date(), one.entry(), one.bill()));
        }
        new TreeMap<>(past.bills().payers())
                .forEach((id, parts) ->
                        new TreeMap<>(parts).forEach((part, bill) -> lines.add(line("payer", id, part, bill.name()))));
        new TreeMap<>(past.bills().payerDays()).forEach((id, day) -> lines.add(line("payer-day", id, day)));
        lines.add(line("carried", past.into().carried()));
        new TreeMap<>(past.into().pots()).forEach((name, amount) -> lines.add(line("pot", amount, name)));
        new TreeMap<>(past.limits()).forEach((name, state) -> {
            Object from = state.before().<Object>map(SoftLimit::from).orElse(NONE);
            lines.add(line("limit", state.amount(), from, name));
        });
        new TreeSet<>(past.assumedUnpaid()).forEach(name -> lines.add(line("unpaid", name)));
        past.borders().forEach(day -> lines.add(line("border", day)));
        return String.join("\n", lines);
    }

    private static String line(Object... values) {
        return Arrays.stream(values).map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String ids(Collection<Long> numbers) {
        return numbers.isEmpty() ? NONE : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Long> ids(String text) {
        return text.equals(NONE)
                ? List.of()
                : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    /** Returns the point again; empty if it names what plan or entries do not hold. */
    static Optional<FoldPoint> read(String text, BudgetPlan plan, Books books) {
        List<String> lines = text.lines().toList();
        Set<Long> named = lines.stream()
                .filter(line -> line.startsWith("payday "))
                .flatMap(line -> ids(fields(line, 7)[5]).stream())
                .collect(Collectors.toSet());
        FoldPointText reading = new FoldPointText(
                plan, books.incomesById(named).stream().collect(Collectors.toMap(Income::id, Function.identity())));
        String[] days = fields(lines.get(0), 4);
        boolean known = lines.stream().skip(1).allMatch(reading::take);
        return known
                ? Optional.of(new FoldPoint(
                        LocalDate.parse(days[1]), LocalDate.parse(days[2]), LocalDate.parse(days[3]), reading.past()))
                : Optional.empty();
    }

    private FoldPoint.Past past() {
        return new FoldPoint.Past(
                new PayMemory(recent, received, taken, firstPaid, paidSources),
                new BillMemory(paid, payers, payerDays),
                new Inflow(carried, pots),
                limits,
                unpaid,
                borders);
    }

    private static String[] fields(String line, int count) {
        return line.split(" ", count);
    }

    private boolean take(String line) {
        return switch (fields(line, 2)[0]) {
            case "payday" -> takePayday(fields(line, 7));
            case "received" -> {
                String[] values = fields(line, 3);
                received.put(values[2], ids(values[1]));
                yield true;
            }
            case "taken" -> taken.addAll(ids(fields(line, 2)[1])) || taken.isEmpty();
            case "first-paid" -> {
                firstPaid = Optional.of(LocalDate.parse(fields(line, 2)[1]));
                yield true;
            }
            case "paid-source" -> paidSources.add(fields(line, 2)[1]);
            case "paid" -> takePaid(fields(line, 6));
            case "payer" -> takePayer(fields(line, 4));
            case "payer-day" -> {
                String[] values = fields(line, 3);
                payerDays.put(Long.valueOf(values[1]), LocalDate.parse(values[2]));
                yield true;
            }
            case "carried" -> {
                carried = Long.parseLong(fields(line, 2)[1]);
                yield true;
            }
            case "pot" -> {
                String[] values = fields(line, 3);
                pots.put(values[2], Long.valueOf(values[1]));
                yield true;
            }
            case "limit" -> takeLimit(fields(line, 4));
            case "unpaid" -> unpaid.add(fields(line, 2)[1]);
            case "border" -> borders.add(LocalDate.parse(fields(line, 2)[1]));
            default -> false;
        };
    }

    private boolean takePayday(String[] values) {
        Optional<PaySource> source = plan.sources().stream()
                .filter(one -> one.name().equals(values[6]))
                .findFirst();
        List<Long> payments = ids(values[5]);
        if (source.isEmpty() || !incomes.keySet().containsAll(payments)) {
            return false;
        }
        return recent.add(new PaydayFact(
                source.get(),
                LocalDate.parse(values[1]),
                LocalDate.parse(values[2]),
                Boolean.parseBoolean(values[3]),
                values[4].equals(NONE) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(values[4])),
                payments.stream().map(incomes::get).toList()));
    }

    private boolean takePaid(String[] values) {
        return paid.add(new BillMemory.Paid(
                values[5],
                LocalDate.parse(values[1]),
                Long.parseLong(values[2]),
                LocalDate.parse(values[3]),
                Long.parseLong(values[4])));
    }

    private boolean takePayer(String[] values) {
        Optional<Bill> bill = plan.bills().stream()
                .filter(one -> one.name().equals(values[3]))
                .findFirst();
        bill.ifPresent(one -> payers.computeIfAbsent(Long.valueOf(values[1]), id -> new HashMap<>())
                .put(Integer.valueOf(values[2]), one));
        return bill.isPresent();
    }

    private boolean takeLimit(String[] values) {
        CategoryPath category = CategoryPath.of(values[3]);
        Optional<SoftLimit> before =
                values[2].equals(NONE) ? Optional.empty() : plan.limits().limitOn(category, LocalDate.parse(values[2]));
        limits.put(values[3], new CarriedLimit(Long.parseLong(values[1]), before));
        return before.isPresent() || values[2].equals(NONE);
    }
}
