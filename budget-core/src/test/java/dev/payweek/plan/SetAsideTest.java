package dev.payweek.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.plan.SetAside.Amount;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetAsideTest {

    private static final LocalDate FIRST_ENTRY = LocalDate.of(2026, 1, 1);
    private static final SetAside CAR = SetAside.of("Car", usd("100.00"));

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static String problem(Executable made) {
        FieldError found = assertThrows(LedgerException.class, made).problems().get(0);
        return found.field() + " " + found.code();
    }

    @Test
    void each_part_is_stated_alone() {
        CategoryPath car = CategoryPath.of("Car");
        Amount yearly = Amount.perYear(usd("600.00")).from(day("2026-02-01"));
        assertEquals(new Amount(Optional.of(day("2026-02-01")), usd("600.00"), true), yearly);
        assertEquals(
                new SetAside(
                        "Car",
                        List.of(yearly),
                        Optional.of(car),
                        Optional.of(day("2026-02-01")),
                        Optional.of(day("2026-03-01"))),
                CAR.forCategory(car)
                        .with(List.of(yearly))
                        .from(day("2026-02-01"))
                        .until(day("2026-03-01")));
        assertEquals(List.of(Amount.perPeriod(usd("100.00"))), CAR.amounts());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31,",
        "2026-02-01, 50.00",
        "2026-02-28, 50.00",
        "2026-03-01, 80.00",
    })
    void the_latest_amount_that_has_begun_holds(String day, String amount) {
        SetAside car = CAR.with(List.of(
                Amount.perPeriod(usd("80.00")).from(day("2026-03-01")),
                Amount.perPeriod(usd("50.00")).from(day("2026-02-01"))));
        assertEquals(
                Optional.ofNullable(amount).map(SetAsideTest::usd),
                car.amountOn(day(day)).map(Amount::amount));
        assertEquals(amount != null, car.isInForce(day(day), FIRST_ENTRY));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, , , false",
        "2026-01-01, , , true",
        "2026-01-09, 2026-01-10, , false",
        "2026-01-10, 2026-01-10, 2026-01-10, true",
        "2026-01-11, 2026-01-10, 2026-01-10, false",
        "2025-12-01, 2025-12-01, , true",
    })
    void it_is_in_force_from_its_first_day_or_the_first_entry_to_its_last(
            String day, LocalDate from, LocalDate until, boolean holds) {
        SetAside car = new SetAside(
                "Car", CAR.amounts(), Optional.empty(), Optional.ofNullable(from), Optional.ofNullable(until));
        assertEquals(holds, car.isInForce(day(day), FIRST_ENTRY));
    }

    @Test
    void what_makes_no_set_aside_is_refused_with_its_place() {
        Amount later = Amount.perPeriod(usd("1.00")).from(FIRST_ENTRY);
        assertEquals("name blank", problem(() -> SetAside.of("", usd("1.00"))));
        assertEquals("amounts empty", problem(() -> CAR.with(List.of())));
        assertEquals("amounts/1/from coincides", problem(() -> CAR.with(List.of(later, later))));
        assertEquals("amount negative", problem(() -> SetAside.of("Car", usd("-0.01"))));
        assertEquals(
                usd("0.00"), SetAside.of("Car", usd("0.00")).amounts().get(0).amount());
        assertEquals("until before_from", problem(() -> CAR.from(FIRST_ENTRY).until(FIRST_ENTRY.minusDays(1))));
        LocalDate far = day("2300-01-01");
        assertThrows(LedgerException.class, () -> later.from(far));
        assertThrows(LedgerException.class, () -> CAR.from(far));
        assertThrows(LedgerException.class, () -> CAR.until(far));
    }

    @ParameterizedTest
    @CsvSource({
        "none, 450.00, 0.00",
        "none, -450.00, 0.00",
        "surplus, 150.00, 170.00",
        "surplus, -150.00, 0.00",
        "surplus, 290.00, 300.00",
        "deficit, 150.00, 0.00",
        "deficit, -150.00, -150.00",
        "deficit, -450.00, -300.00",
        "both, 150.00, 170.00",
        "both, -150.00, -130.00",
        "both, 450.00, 300.00",
        "both, -450.00, -300.00",
    })
    void a_period_carries_what_its_policy_says_with_what_pots_give_back(String policy, String left, String carried) {
        Carry carry = Carry.of(Rollover.Policy.valueOf(policy.toUpperCase(Locale.ROOT)))
                .cappedAt(usd("300.00"));
        assertEquals(usd(carried), carry.carried(usd(left), usd("20.00")));
        assertEquals(Optional.of(FIRST_ENTRY), carry.from(FIRST_ENTRY).from());
        assertThrows(LedgerException.class, () -> carry.from(day("2300-01-01")));
        assertThrows(LedgerException.class, () -> carry.cappedAt(usd("-0.01")));
    }
}
