package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Split;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.plan.BudgetPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which expense pays which due day of which bill: payments in order of date, decisions by hand first. */
final class BillLedger {

    /**
     * Where an expense would go.
     *
     * @param parts the places of the expense's parts that would pay
     */
    private record Offer(BillDues dues, LocalDate due, long amount, List<Integer> parts) {}

    private final BudgetPlan plan;
    private final BillClaims claims;
    private final GivenBack givenBack;
    private final List<Expense> candidates;
    private final Map<String, BillDues> dues = new TreeMap<>();
    private final Map<CategoryPath, List<BillDues>> withoutMatch = new HashMap<>();
    private final Map<Long, Map<Integer, Bill>> payers = new HashMap<>();
    private final Map<Long, LocalDate> payerDays = new HashMap<>();
    private final NavigableMap<LocalDate, Map<Long, Expense>> paidOn = new TreeMap<>();

    /**
     * Assigns payments to due days.
     *
     * @param memory what is known of payments before {@code from}
     * @param from the first day whose expenses are to be assigned
     * @param firstEntry the day of the ledger's first entry, with which bills begin that have no first day
     */
    BillLedger(BudgetPlan plan, Books books, BillMemory memory, LocalDate from, LocalDate firstEntry) {
        this.plan = plan;
        this.claims = new BillClaims(plan.bills());
        List<Expense> found = plan.bills().isEmpty()
                ? List.of()
                : books.billCandidates(plan.bills(), new DateSpan(from, DateSpan.ALWAYS.endExclusive()));
        for (Bill bill : plan.bills()) {
            BillDues own = new BillDues(bill, firstEntry);
            dues.put(bill.name(), own);
            if (bill.match().isEmpty()) {
                withoutMatch
                        .computeIfAbsent(bill.category(), path -> new ArrayList<>())
                        .add(own);
            }
        }
        memory.paid().forEach(paid -> own(paid.bill()).ifPresent(own -> own.pay(paid)));
        payers.putAll(memory.payers());
        payerDays.putAll(memory.payerDays());
        Map<Long, Expense> byHand = byHand(books, from);
        Map<Long, Expense> all = new LinkedHashMap<>(byHand);
        found.forEach(expense -> all.put(expense.id(), expense));
        this.givenBack = new GivenBack(all.values(), books.refundsOf(List.copyOf(all.keySet())));
        this.candidates = found.stream().sorted(byContent(givenBack)).toList();
        decide(byHand);
        candidates.stream().filter(expense -> expense.refundOf().isEmpty()).forEach(this::assign);
    }

    /** Of what is alike in all of this, it makes no difference which one pays a bill. */
    private static Comparator<Expense> byContent(GivenBack givenBack) {
        return Comparator.comparing(Expense::date)
                .thenComparing(Expense::amount, Comparator.reverseOrder())
                .thenComparing(expense -> expense.details().title())
                .thenComparing(expense -> expense.details().originalText())
                .thenComparing(expense -> expense.details().account().orElse(""))
                .thenComparing(expense -> expense.portions().toString())
                .thenComparing(expense -> expense.details().note().orElse(""))
                .thenComparing(expense -> inWords(givenBack.of(expense)))
                .thenComparing(Expense::id);
    }

    private static String inWords(List<Expense> refunds) {
        return refunds.stream()
                .map(refund -> refund.date() + " " + refund.portions())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Map<Long, Expense> byHand(Books books, LocalDate from) {
        List<Long> ids = plan.billDecisions().stream()
                .flatMap(decision -> decision.paidBy().stream())
                .toList();
        return books.expensesById(ids).stream()
                .filter(expense -> !expense.date().isBefore(from))
                .filter(expense ->
                        expense.amount().isPositive() && expense.refundOf().isEmpty())
                .collect(Collectors.toMap(Expense::id, Function.identity()));
    }

    private void decide(Map<Long, Expense> byHand) {
        List<BillDecision> inOrder = plan.billDecisions().stream()
                .filter(decision -> dues.containsKey(decision.bill()))
                .sorted(Comparator.comparing(BillDecision::due).thenComparing(BillDecision::bill))
                .toList();
        for (BillDecision decision : inOrder) {
            own(decision.bill()).ifPresent(own -> decide(decision, own, byHand));
        }
    }

    private Optional<BillDues> own(String bill) {
        return Optional.ofNullable(dues.get(bill));
    }

    private void decide(BillDecision decision, BillDues own, Map<Long, Expense> byHand) {
        if (decision.paidBy().isEmpty()) {
            own.skip(decision.due());
            return;
        }
        Expense expense = byHand.get(decision.paidBy().get());
        if (expense != null && own.isOpen(decision.due())) {
            List<Integer> parts = parts(own.bill(), expense, true);
            long amount = sum(expense, parts);
            if (!givenBack.isAllOf(expense, parts, amount)) {
                pay(expense, new Offer(own, decision.due(), amount, parts));
            }
        }
    }

    private void assign(Expense expense) {
        Set<String> claiming = claims.of(expense);
        Optional<Offer> best = best(expense, claiming);
        while (best.isPresent()) {
            pay(expense, best.get());
            best = best(expense, claiming);
        }
    }

    private Optional<Offer> best(Expense expense, Set<String> claiming) {
        List<Offer> offers = new ArrayList<>();
        for (BillDues own : payable(expense, claiming)) {
            Bill bill = own.bill();
            List<Integer> parts = parts(bill, expense, bill.match().isPresent());
            long amount = sum(expense, parts);
            if (amount > 0 && !givenBack.isAllOf(expense, parts, amount)) {
                own.openFor(expense.date())
                        .filter(due -> bill.match().isPresent()
                                ? own.amountOn(due).orElse(0) <= 2 * amount
                                : Recognition.isWithinAQuarter(amount, own.amountOn(due)))
                        .ifPresent(due -> offers.add(new Offer(own, due, amount, parts)));
            }
        }
        return offers.stream().min(order(expense));
    }

    /** Returns the bills whose match holds; if there is none, those without a match that have a part's category. */
    private Collection<BillDues> payable(Expense expense, Set<String> claiming) {
        Map<String, BillDues> payable = new LinkedHashMap<>();
        claiming.forEach(name -> own(name).ifPresent(own -> payable.put(name, own)));
        if (claiming.isEmpty()) {
            for (Split part : expense.portions()) {
                Optional<CategoryPath> level = Optional.of(part.category());
                while (level.isPresent()) {
                    withoutMatch
                            .getOrDefault(level.get(), List.of())
                            .forEach(own -> payable.put(own.bill().name(), own));
                    level = level.get().parent();
                }
            }
        }
        return payable.values();
    }

    private static Comparator<Offer> order(Expense expense) {
        return Comparator.comparing((Offer offer) -> !Recognition.isWithinAQuarter(
                        offer.amount(), offer.dues().amountOn(offer.due())))
                .thenComparing(offer -> offer.dues().amountOn(offer.due()).isEmpty()
                        ? 0L
                        : Math.abs(offer.amount()
                                - offer.dues().amountOn(offer.due()).getAsLong()))
                .thenComparing(offer ->
                        Math.abs(offer.due().toEpochDay() - expense.date().toEpochDay()))
                .thenComparing(offer -> offer.dues().bill().name());
    }

    /** The parts of the bill's category that pay nothing yet; the whole, where none is of it and it may be taken so. */
    private List<Integer> parts(Bill bill, Expense expense, boolean orWhole) {
        List<Split> portions = expense.portions();
        Map<Integer, Bill> used = payers.getOrDefault(expense.id(), Map.of());
        List<Integer> within = new ArrayList<>();
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < portions.size(); i++) {
            if (portions.get(i).category().isWithin(bill.category())) {
                within.add(i);
            }
            free.add(i);
        }
        boolean whole = within.isEmpty() && orWhole && used.isEmpty();
        return (whole ? free : within)
                .stream()
                        .filter(i ->
                                !used.containsKey(i) && portions.get(i).amount().isPositive())
                        .toList();
    }

    private static long sum(Expense expense, List<Integer> parts) {
        return parts.stream()
                .mapToLong(i -> expense.portions().get(i).amount().minorUnits())
                .reduce(0, Math::addExact);
    }

    private void pay(Expense expense, Offer offer) {
        offer.dues()
                .pay(new BillMemory.Paid(
                        offer.dues().bill().name(), offer.due(), offer.amount(), expense.date(), expense.id()));
        Map<Integer, Bill> used = payers.computeIfAbsent(expense.id(), id -> new HashMap<>());
        offer.parts().forEach(part -> used.put(part, offer.dues().bill()));
        payerDays.put(expense.id(), expense.date());
        paidOn.computeIfAbsent(expense.date(), day -> new TreeMap<>()).put(expense.id(), expense);
    }

    /** Returns the expenses of a span that pay a bill; none of the days before those that were assigned. */
    List<Expense> paymentsIn(DateSpan span) {
        return paidOn.subMap(span.startInclusive(), span.endExclusive()).values().stream()
                .flatMap(payments -> payments.values().stream())
                .toList();
    }

    /** Returns which expenses the bills' matches hold of. */
    BillClaims claims() {
        return claims;
    }

    /** Returns the expenses that were looked at before the day. */
    List<Long> lookedAtBefore(LocalDate day) {
        return candidates.stream()
                .filter(expense -> expense.date().isBefore(day))
                .map(Expense::id)
                .toList();
    }

    /** Returns which parts of which expenses pay which bill. */
    Map<Long, Map<Integer, Bill>> payers() {
        return payers;
    }

    /** Returns the days of the expenses that pay a bill. */
    Map<Long, LocalDate> payerDays() {
        return payerDays;
    }

    /** Returns the due days of every bill. */
    List<BillDues> dues() {
        return List.copyOf(dues.values());
    }
}
