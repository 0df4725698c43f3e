package dev.payweek.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Carry;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SoftLimit;
import dev.payweek.report.Answer;
import dev.payweek.report.AnswerBuilder;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.ReportPoint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * How many rows a report reads from the store, counted: no more in a ledger of ten years with fifty entries a day than
 * in one of a year with three, with sources, bills, limits that roll over and a carried leftover.
 */
class FlatReportTest {

    private static final LedgerId LEDGER = LedgerId.FIRST;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate BEGIN = LocalDate.of(2016, 1, 1);

    /** A ledger, what is kept of it, and how many rows were read. */
    private static final class Household {
        private final MemoryStore store = new MemoryStore();
        private final KeptPoint kept = new KeptPoint();
        private BudgetPlan plan = plan();
        private long rows;

        Household(int days, int perDay) {
            store.create(LEDGER, () -> LedgerSettings.fresh(Money.currency("USD"), ZoneOffset.UTC));
            boolean written = store.write(LEDGER, writer -> {
                List<Entry> entries = new ArrayList<>();
                for (int i = 0; i < days; i++) {
                    add(writer, TODAY.minusDays(i), perDay, entries);
                }
                writer.add(entries);
                writer.append(new Change(1, Instant.EPOCH, "ann", "begin", List.of()));
                return true;
            });
            assertTrue(written);
            rowsOfReport();
        }

        private static void add(LedgerWriter writer, LocalDate day, int count, List<Entry> entries) {
            for (int i = 0; i < count; i++) {
                entries.add(expense(writer.nextId(), day, "Shop " + i, "Fun:Place " + i % 3));
            }
            if (day.getDayOfMonth() == 3) {
                entries.add(expense(writer.nextId(), day, "Landlord", "Home:Rent"));
                entries.add(expense(writer.nextId(), day, "Utility", "Home:Power"));
            }
            if (day.getDayOfMonth() == 20) {
                entries.add(income(writer.nextId(), day));
            }
        }

        /** Returns how many rows the report of today reads. */
        long rowsOfReport() {
            answer(kept);
            return rows;
        }

        private Answer answer(KeptPoint from) {
            rows = 0;
            return store.read(
                    LEDGER,
                    reader -> from.answer(
                            counted(reader),
                            () -> plan,
                            from.books(counted(reader)),
                            new AnswerBuilder.Days(TODAY, TODAY)));
        }

        /** Returns how many rows the first report of another process reads, and holds it against one from the start. */
        long rowsOfFirstReport() {
            Answer expected = store.read(LEDGER, reader -> Answer.of(plan, new LedgerBooks(reader), TODAY, TODAY));
            assertEquals(expected, answer(new KeptPoint()));
            return rows;
        }

        /** Writes what the reports so far went on from. */
        void write() {
            Optional<ReportPoint> point = store.read(LEDGER, reader -> kept.toWrite(reader, plan));
            boolean written = store.write(LEDGER, writer -> {
                point.ifPresent(own -> writer.put(Kinds.REPORT_POINT, own));
                return point.isPresent();
            });
            assertTrue(written);
            point.ifPresent(kept::written);
            Optional<ReportPoint> again = store.read(LEDGER, reader -> kept.toWrite(reader, plan));
            assertEquals(Optional.empty(), again);
        }

        long rowsAfter(Entry entry) {
            boolean written = store.write(LEDGER, writer -> {
                writer.put(entry);
                Edit<Entry> edit =
                        new Edit<>(Kinds.ENTRY, Kinds.ENTRY.key(entry), Optional.empty(), Optional.of(entry));
                writer.append(new Change(writer.version() + 1, Instant.EPOCH, "ann", "add", List.of(edit)));
                return true;
            });
            assertTrue(written);
            return rowsOfReport();
        }

        /** Returns how many rows the report reads after a change of the plan. */
        <T> long rowsAfter(Kind<T> kind, T before, T after, BudgetPlan changed) {
            boolean written = store.write(LEDGER, writer -> {
                Edit<T> edit = new Edit<>(kind, kind.key(after), Optional.of(before), Optional.of(after));
                writer.append(new Change(writer.version() + 1, Instant.EPOCH, "ann", "plan", List.of(edit)));
                return true;
            });
            assertTrue(written);
            plan = changed;
            return rowsOfReport();
        }

        /** The same reader, of which every row that it gives is counted. */
        private LedgerReader counted(LedgerReader reader) {
            return (LedgerReader) Proxy.newProxyInstance(
                    LedgerReader.class.getClassLoader(),
                    new Class<?>[] {LedgerReader.class},
                    (proxy, method, given) -> {
                        Object[] arguments = given == null ? new Object[0] : given.clone();
                        for (int i = 0; i < arguments.length; i++) {
                            if (arguments[i] instanceof Consumer<?> action) {
                                arguments[i] = counting(action);
                            }
                        }
                        try {
                            Object result = method.invoke(reader, arguments);
                            rows += result instanceof Collection<?> many ? many.size() : 1;
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private <T> Consumer<T> counting(Consumer<T> action) {
            return row -> {
                rows++;
                action.accept(row);
            };
        }
    }

    private static BudgetPlan plan() {
        PaySource job = PaySource.of("job", PaySchedule.monthly(20))
                .matching(Comparison.of(Field.TITLE, Operator.IS, "Employer"))
                .primaryFrom(BEGIN);
        List<Bill> bills = List.of(
                Bill.of("rent", CategoryPath.of("Home:Rent"), PaySchedule.monthly(3)),
                Bill.of("power", CategoryPath.of("Home:Power"), PaySchedule.monthly(3))
                        .matching(Comparison.of(Field.TITLE, Operator.IS, "Utility")));
        List<SoftLimit> limits = List.of(limit("Fun:Place 1", Per.WEEK), limit("Fun:Place 2", Per.PERIOD));
        return BudgetPlan.of(Money.currency("USD"))
                .withSources(List.of(job))
                .withBills(bills)
                .withLimits(limits)
                .withCarry(Carry.of(Rollover.Policy.BOTH));
    }

    private static SoftLimit limit(String category, Per per) {
        return new SoftLimit(CategoryPath.of(category), Money.of("50.00", "USD"), per, BEGIN)
                .with(Rollover.of(Rollover.Policy.BOTH));
    }

    private static Expense expense(long id, LocalDate day, String title, String category) {
        return new Expense(
                id,
                1,
                EntryDetails.of(day, Money.of("5.00", "USD"), title),
                CategoryPath.of(category),
                Provenance.MANUAL,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Income income(long id, LocalDate day) {
        return new Income(id, 1, EntryDetails.of(day, Money.of("1000.00", "USD"), "Employer"), Optional.empty());
    }

    @Test
    void a_report_reads_as_little_of_a_long_and_full_ledger_as_of_a_short_one() {
        Household small = new Household(365, 3);
        Household large = new Household(3_650, 50);
        assertEquals(1, large.rowsOfReport());
        Entry coffee = expense(9_000_001, TODAY, "Coffee", "Fun:Place 1");
        Entry rent = expense(9_000_002, TODAY, "Landlord", "Home:Rent");
        Entry power = expense(9_000_003, TODAY, "Utility", "Home:Power");
        Entry bonus = income(9_000_004, TODAY);
        List<Entry> written = List.of(coffee, rent, power, bonus);
        List<Long> ofLarge = written.stream().map(large::rowsAfter).toList();
        assertEquals(written.stream().map(small::rowsAfter).toList(), ofLarge);
        assertTrue(ofLarge.stream().allMatch(rows -> rows <= 20), ofLarge::toString);
    }

    @Test
    void the_first_report_of_a_process_reads_as_little_of_a_long_and_full_ledger_as_of_a_short_one() {
        Household small = new Household(365, 3);
        Household large = new Household(3_650, 50);
        small.write();
        large.write();
        long ofSmall = small.rowsOfFirstReport();
        assertEquals(ofSmall, large.rowsOfFirstReport());
        large.rowsAfter(expense(9_000_001, TODAY, "Utility", "Home:Power"));
        assertTrue(large.rowsOfFirstReport() <= ofSmall + 5, "the change is read, too, and what it brought");
    }

    @Test
    void a_limit_from_a_later_day_on_leaves_the_past_as_it_was() {
        SoftLimit before = new SoftLimit(CategoryPath.of("Fun:Place 1"), Money.of("60.00", "USD"), Per.WEEK, TODAY);
        SoftLimit after = before.with(Rollover.of(Rollover.Policy.BOTH));
        BudgetPlan changed =
                plan().withLimits(List.of(limit("Fun:Place 1", Per.WEEK), limit("Fun:Place 2", Per.PERIOD), after));
        long ofSmall = new Household(365, 3).rowsAfter(Kinds.LIMIT, before, after, changed);
        assertEquals(ofSmall, new Household(3_650, 50).rowsAfter(Kinds.LIMIT, before, after, changed));
        assertTrue(ofSmall < 1_000, ofSmall + " rows");
    }

    @Test
    void of_other_bills_only_the_payments_are_gone_through_again() {
        Bill before = plan().bills().get(1);
        Bill after = before.costing(Money.of("5.00", "USD"));
        BudgetPlan changed = plan().withBills(List.of(plan().bills().get(0), after));
        long ofSmall = new Household(365, 3).rowsAfter(Kinds.BILL, before, after, changed);
        assertEquals(ofSmall, new Household(3_650, 50).rowsAfter(Kinds.BILL, before, after, changed));
        assertTrue(ofSmall < 1_000, ofSmall + " rows");
    }

    @Test
    void the_first_report_of_a_process_goes_on_from_where_another_one_was_until_the_past_changes() {
        Household household = new Household(3_650, 8);
        long all = household.rowsOfFirstReport();
        household.write();
        long some = household.rowsOfFirstReport();
        assertTrue(some < 2_000 && all > 20_000, some + " of " + all);
        household.rowsAfter(expense(9_000_001, TODAY, "Coffee", "Fun:Place 1"));
        assertTrue(household.rowsOfFirstReport() < 2_000, "after an expense of today");
        household.rowsAfter(expense(9_000_002, TODAY.minusYears(3), "Coffee", "Fun:Place 1"));
        assertTrue(household.rowsOfFirstReport() > 20_000, "after an old expense");
        household.write();
        assertTrue(household.rowsOfFirstReport() < 2_000, "once it is written again");
    }
}
