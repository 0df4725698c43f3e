package dev.payweek.query;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.category.CategoryPath;
import dev.payweek.edit.OpenLedger;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.LedgerId;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.Carry;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SetAside;
import dev.payweek.report.Answer;
import dev.payweek.report.AnswerBuilder;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.ReportPoint;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Dice;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of the expenses that may pay bills, while the plan and the entries change. */
class KeptPayersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> NAMES = List.of("Power", "Water", "Rent", "Phone");

    private final MemoryStore store = new MemoryStore();
    private final Budget budget = Budget.on(store, Access.READ_WRITE, NOON);
    private final OpenLedger ledger = new OpenLedger(store, LedgerId.FIRST, NOON);
    private final KeptPoint kept = new KeptPoint();

    private static Money usd(int minorUnits) {
        return Money.ofMinor(minorUnits, Money.currency("USD"));
    }

    private static EntryDraft expense(String title, LocalDate day, int minorUnits) {
        return EntryDraft.expense(usd(minorUnits), title)
                .category("Home:" + title)
                .on(day);
    }

    private static Bill bill(String name, int day) {
        return Bill.of(name, CategoryPath.of("Home:" + name), PaySchedule.monthly(day));
    }

    private static Bill matching(String name, int day) {
        return bill(name, day).matching(Comparison.of(Field.TITLE, Operator.CONTAINS, name.toLowerCase(Locale.ROOT)));
    }

    /** In this process, and in one that begins with what others have written. */
    private static void assertRight(OpenLedger ledger, KeptPoint keeper) {
        boolean same = ledger.read(view -> {
            for (LocalDate on : List.of(TODAY, TODAY.minusDays(9))) {
                Answer expected = new Reports(view).answer(on, TODAY);
                assertEquals(expected, new Reports(view, keeper).answer(on, TODAY));
                assertEquals(expected, new Reports(view, new KeptPoint()).answer(on, TODAY));
            }
            return true;
        });
        assertTrue(same);
    }

    @Test
    void whatever_becomes_of_plan_and_entries_the_answer_is_that_of_the_whole_ledger() {
        forAll(60, dice -> {
            MemoryStore memory = new MemoryStore();
            Budget own = Budget.on(memory, Access.READ_WRITE, NOON);
            KeptPoint keeper = new KeptPoint();
            own.change("ann", edit -> {
                edit.put(PaySource.of("job", PaySchedule.monthly(20)).primaryFrom(TODAY.minusDays(900)));
                for (int i = 0; i < 40; i++) {
                    some(dice, edit);
                }
            });
            for (int step = 0; step < 12; step++) {
                if (step == 6) {
                    long last = own.version();
                    own.change("ann", edit -> edit.undo(last));
                } else {
                    own.change("ann", change(dice, own));
                }
                OpenLedger again = new OpenLedger(memory, LedgerId.FIRST, NOON);
                assertRight(again, keeper);
                if (dice.percent(30)) {
                    WrittenPoint.keep(again, keeper);
                    assertTrue(LedgerCheck.of(again).isSound());
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 400})
    void a_row_that_was_moved_to_a_day_its_import_does_not_have_goes_and_comes_with_it(int daysAgo) {
        budget.change("ann", edit -> {
            edit.put(PaySource.of("job", PaySchedule.monthly(20)).primaryFrom(TODAY.minusDays(900)));
            edit.put(bill("Power", 3));
            edit.carry(new Carry(Rollover.Policy.BOTH, Optional.empty(), Optional.of(TODAY.minusDays(800))));
            for (int i = 0; i < 30; i++) {
                edit.add(EntryDraft.income(usd(100_000), "Pay").on(TODAY.minusDays(i * 30L)));
            }
            edit.add(expense("Shop", TODAY.minusDays(200), 100));
        });
        assertRight(ledger, kept);
        String rows = "#rows\n2026-11-19;-40.00;Power\n2026-11-20;-41.00;Power";
        WrittenPoint.keep(ledger, kept);
        budget.importStatement(
                StatementFile.of("bank.rows", rows.getBytes(StandardCharsets.UTF_8)), ImportOptions.NONE);
        assertRight(ledger, kept);
        WrittenPoint.keep(ledger, kept);
        List<Entry> all = new ArrayList<>();
        budget.use(view -> view.forEachEntry(EntryQuery.all(EntryKind.EXPENSE), all::add));
        for (Entry entry : all) {
            LocalDate day = entry.importBatch().isPresent() ? TODAY.minusDays(daysAgo + entry.id() % 2) : entry.date();
            budget.change("ann", edit -> edit.replace(entry.id(), expense("Power", day, 4_000)));
        }
        assertRight(ledger, kept);
        long batch = all.stream()
                .flatMap(entry -> entry.importBatch().stream())
                .findFirst()
                .orElseThrow();
        budget.change("ann", edit -> edit.removeImport(batch));
        assertRight(ledger, kept);
        budget.change("ann", edit -> edit.undo(budget.version()));
        assertRight(ledger, kept);
        budget.change("ann", edit -> edit.undo(budget.version()));
        assertRight(ledger, kept);
    }

    @Test
    void what_was_left_to_other_processes_is_checked_and_a_payment_that_is_lost_is_not_passed_over() {
        budget.change("ann", edit -> {
            edit.put(PaySource.of("job", PaySchedule.monthly(20)).primaryFrom(TODAY.minusDays(900)));
            edit.put(matching("Power", 3));
            for (int i = 0; i < 300; i += 10) {
                edit.add(expense("Power", TODAY.minusDays(i), 4_000));
            }
        });
        budget.keepPoint();
        ReportPoint point = store.<Optional<ReportPoint>>read(
                        LedgerId.FIRST, reader -> reader.find(Kinds.REPORT_POINT, ""))
                .orElseThrow();
        WrittenPayers payers = WrittenPayers.parse(point.payers());
        assertEquals(List.of("match title contains \"power\""), payers.asked());
        assertEquals(13, payers.entries().size());
        assertTrue(LedgerCheck.of(ledger).isSound());
        List<Long> fewer = List.copyOf(payers.entries()).subList(0, 12);
        String lacking = new WrittenPayers(payers.version(), payers.from(), payers.asked(), fewer).text();
        write(new ReportPoint(point.version(), point.lookedFor(), point.text(), lacking));
        assertFalse(LedgerCheck.of(ledger).isSound());
        List<Long> lost = List.of(9_999L);
        String gone = new WrittenPayers(payers.version(), payers.from(), payers.asked(), lost).text();
        write(new ReportPoint(point.version(), point.lookedFor(), point.text(), gone));
        assertRight(ledger, new KeptPoint());
    }

    private void write(ReportPoint point) {
        boolean written = store.write(LedgerId.FIRST, writer -> {
            writer.put(Kinds.REPORT_POINT, point);
            return true;
        });
        assertTrue(written);
    }

    private static void some(Dice dice, BudgetEdit edit) {
        LocalDate day = TODAY.minusDays(dice.between(0, 800));
        edit.add(
                dice.percent(15)
                        ? EntryDraft.income(usd(100_000), "Pay").on(day)
                        : expense(dice.oneOf(NAMES), day, dice.between(1_000, 5_000)));
    }

    private static Consumer<BudgetEdit> change(Dice dice, Budget own) {
        String name = dice.oneOf(NAMES);
        int day = dice.between(1, 28);
        List<Entry> all = new ArrayList<>();
        own.use(view -> view.forEachEntry(EntryQuery.all(EntryKind.EXPENSE), all::add));
        return switch (dice.between(0, 8)) {
            case 0 -> edit -> edit.put(bill(name, day));
            case 1, 2 -> edit -> edit.put(matching(name, day));
            case 3 ->
                edit -> edit.limit(
                        "Home",
                        usd(20_000),
                        dice.oneOf(Per.values()),
                        TODAY.minusDays(dice.oneOf(List.of(0, 3, 40, 90, 200))),
                        Rollover.of(dice.oneOf(Rollover.Policy.values())));
            case 4 -> edit -> edit.carry(Carry.of(dice.oneOf(Rollover.Policy.values())));
            case 5 -> edit -> edit.delete(EntryKind.EXPENSE, dice.oneOf(all).id());
            case 6 -> edit -> edit.put(dice.percent(50) ? bill(name, day).from(TODAY.minusDays(100)) : bill(name, day));
            case 7 ->
                edit -> edit.put(SetAside.of("Home", usd(dice.between(0, 9_000)))
                        .forCategory(CategoryPath.of("Home"))
                        .from(TODAY.minusDays(dice.between(0, 400))));
            default -> edit -> some(dice, edit);
        };
    }

    /** Returns how many rows the report of today reads. */
    private long read() {
        long[] rows = {0};
        boolean answered = ledger.read(view -> {
            LedgerReader counted = counted(view.reader(), rows);
            AnswerBuilder.Days days = new AnswerBuilder.Days(TODAY, TODAY);
            kept.answer(counted, new Reports(view)::plan, kept.books(counted), days);
            return true;
        });
        assertTrue(answered);
        return rows[0];
    }

    private static LedgerReader counted(LedgerReader reader, long[] rows) {
        return (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given.clone();
                    for (int i = 0; i < arguments.length; i++) {
                        if (arguments[i] instanceof Consumer<?> action) {
                            arguments[i] = counting(action, rows);
                        }
                    }
                    try {
                        return method.invoke(reader, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static <T> Consumer<T> counting(Consumer<T> action, long[] rows) {
        return row -> {
            rows[0]++;
            action.accept(row);
        };
    }

    @Test
    void a_change_of_the_plan_reads_none_of_the_expenses_again_that_are_known() {
        budget.change("ann", edit -> {
            edit.put(PaySource.of("job", PaySchedule.monthly(20)).primaryFrom(TODAY.minusDays(900)));
            edit.put(matching("Power", 3));
            for (int i = 0; i < 800; i++) {
                LocalDate day = TODAY.minusDays(i);
                edit.add(expense("Shop", day, 100));
                if (day.getDayOfMonth() == 3) {
                    edit.add(expense("Power", day, 4_000));
                }
            }
        });
        assertTrue(read() > 800);
        budget.change("ann", edit -> edit.limit("Home", usd(20_000), Per.PERIOD, TODAY, Rollover.NONE));
        assertTrue(read() < 60);
        budget.change("ann", edit -> edit.put(matching("Power", 4)));
        assertTrue(read() < 60);
        budget.change("ann", edit -> edit.put(bill("Water", 4)));
        assertTrue(read() < 60);
    }
}
