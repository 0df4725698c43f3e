package dev.payweek.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillTest {

    private static final CategoryPath HOME = CategoryPath.of("Home");
    private static final Bill RENT = Bill.of("Rent", HOME, PaySchedule.monthly(5));
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 5);

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static String problem(Executable made) {
        FieldError found = assertThrows(LedgerException.class, made).problems().get(0);
        return found.field() + " " + found.code();
    }

    @Test
    void each_part_is_stated_alone() {
        Condition landlord = Condition.parse("title contains \"landlord\"");
        assertEquals(
                new Bill(
                        "Rent",
                        HOME,
                        Optional.of(usd("900.00")),
                        PaySchedule.monthly(5),
                        Optional.of(landlord),
                        Optional.of(JANUARY),
                        Optional.of(JANUARY)),
                RENT.costing(usd("900.00")).matching(landlord).from(JANUARY).until(JANUARY));
        assertEquals(Optional.empty(), RENT.amount());
    }

    @Test
    void what_makes_no_bill_is_refused_with_its_place() {
        assertEquals("name blank", problem(() -> Bill.of("", HOME, PaySchedule.monthly(5))));
        assertEquals("amount not_positive", problem(() -> RENT.costing(usd("0.00"))));
        assertEquals("schedule irregular", problem(() -> Bill.of("Rent", HOME, PaySchedule.asRecorded())));
        assertEquals("until before_from", problem(() -> RENT.from(JANUARY).until(JANUARY.minusDays(1))));
        assertThrows(LedgerException.class, () -> RENT.from(LocalDate.of(1800, 1, 1)));
        assertThrows(LedgerException.class, () -> RENT.until(LocalDate.of(2300, 1, 1)));
    }

    @Test
    void a_person_decides_of_one_due_day() {
        BillDecision paid = BillDecision.paid("Rent", JANUARY, 901);
        assertEquals(Optional.of(901L), paid.paidBy());
        assertEquals(BillDecision.paid("Rent", JANUARY.plusDays(1), 901), paid.on(JANUARY.plusDays(1)));
        assertEquals(Optional.empty(), BillDecision.skipped("Rent", JANUARY).paidBy());
        LocalDate far = LocalDate.of(2300, 1, 1);
        assertThrows(LedgerException.class, () -> BillDecision.skipped("Rent", far));
        assertThrows(LedgerException.class, () -> new PayDecision.PayOf("Acme", far));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05, false", "2026-02-05, true", "2026-02-06, false", "2026-04-05, true", "2026-05-05, false"})
    void it_is_due_on_the_days_of_its_schedule_between_its_first_and_last(LocalDate day, boolean due) {
        Bill bill = Bill.of("Rent", CategoryPath.of("Home"), PaySchedule.monthly(5))
                .from(LocalDate.of(2026, 2, 5))
                .until(LocalDate.of(2026, 4, 5));
        assertEquals(due, bill.isDueOn(day));
    }
}
