package dev.payweek.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.ForAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A made-up ledger, a day and the day it is asked on; {@code -Dseed=…} repeats one that fails. Every law looks at the
 * same ledgers, so that each of them and its answers are made once.
 */
final class LedgerDay {

    static final int LEDGERS = 2_500;
    private static final int DAYS = 4;
    private static final List<Long> SEEDS = ForAll.seeds(LEDGERS);
    private static final Map<Long, List<LedgerDay>> MADE = new ConcurrentHashMap<>();

    /** What must hold on each of them. */
    interface Law {
        void holds(LedgerDay of);
    }

    private final Dice dice;
    private final BudgetPlan plan;
    private final List<Entry> entries;
    private final Books books;
    private final LocalDate on;
    private final LocalDate today;
    private Optional<Reckoning> reckoning = Optional.empty();
    private Optional<Answer> answer = Optional.empty();

    private LedgerDay(Dice dice, RandomLedger ledger, BudgetPlan plan, Books books) {
        this.plan = plan;
        this.entries = ledger.entries();
        this.books = books;
        this.on = ledger.day();
        this.today = dice.percent(50) ? on : ledger.day();
        this.dice = new Dice(dice.between(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /** Holds the law on each of 10,000 days. */
    static void forEach(Law law) {
        ForAll.forEach(
                SEEDS,
                dice -> MADE.computeIfAbsent(dice.seed(), seed -> of(dice)).forEach(law::holds));
    }

    private static List<LedgerDay> of(Dice dice) {
        RandomLedger ledger = new RandomLedger(dice);
        BudgetPlan plan = ledger.plan();
        Books books = Books.of(ledger.entries());
        return IntStream.range(0, DAYS)
                .mapToObj(i -> new LedgerDay(dice, ledger, plan, books))
                .toList();
    }

    /** Returns dice for one law's own choices. */
    Dice dice() {
        return dice;
    }

    BudgetPlan plan() {
        return plan;
    }

    List<Entry> entries() {
        return entries;
    }

    LocalDate on() {
        return on;
    }

    LocalDate today() {
        return today;
    }

    Reckoning reckoning() {
        Reckoning made = reckoning.orElseGet(() -> new Reckoning(plan, books, on, today, FoldPoint.START));
        reckoning = Optional.of(made);
        return made;
    }

    Answer answer() {
        Answer made = answer.orElseGet(() -> new AnswerBuilder(reckoning(), today).answer(books));
        answer = Optional.of(made);
        return made;
    }

    Answer answer(List<Entry> others) {
        return Answer.of(plan, Books.of(others), on, today);
    }

    /** Returns what the period of another day comes to, without the rest of an answer. */
    PeriodState stateOn(LocalDate day, LocalDate asked) {
        Reckoning made = day.equals(on) && asked.equals(today)
                ? reckoning()
                : new Reckoning(plan, books, day, asked, FoldPoint.START);
        PayPeriod period = made.timeline().containing(day);
        Inflow into = new PotFold(made).into(period);
        return made.state(period, into);
    }

    boolean isVisible(LocalDate day) {
        return !day.isAfter(on) || day.isAfter(today);
    }

    boolean isAfterFirst(LocalDate day) {
        return entries.stream().map(Entry::date).anyMatch(other -> isVisible(other) && !other.isAfter(day));
    }

    static String titleOf(BudgetPlan plan, String name) {
        boolean matched = plan.sources().stream()
                .anyMatch(source -> source.name().equals(name) && source.match().isPresent());
        return matched ? "pay" + name.charAt(name.length() - 1) : "wage";
    }

    static boolean wasPaidBefore(LedgerDay of, PayRow row) {
        return of.reckoning().facts().stream()
                .anyMatch(fact -> fact.source().name().equals(row.source())
                        && fact.isPaid()
                        && fact.payday().isBefore(row.payday())
                        && fact.day().isBefore(row.payday()));
    }

    static Expense expense(LocalDate day, String title, CategoryPath category, Money amount, long id) {
        return new Expense(
                id,
                1,
                EntryDetails.of(day, amount, title),
                category,
                Provenance.MANUAL,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static void assertEnough(int tried, int least) {
        assertTrue(
                tried >= least || System.getProperty("seed") != null || System.getProperty("tries") != null,
                "only " + tried + " cases were to the point");
    }
}
