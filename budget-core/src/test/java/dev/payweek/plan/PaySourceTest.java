package dev.payweek.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaySourceTest {

    private static final PaySchedule MONTHLY = PaySchedule.monthly(1);
    private static final PaySource ACME = PaySource.of("Acme", MONTHLY);
    private static final PayVersion FIRST = PayVersion.of(MONTHLY);

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static String problem(Executable made) {
        FieldError found = assertThrows(LedgerException.class, made).problems().get(0);
        return found.field() + " " + found.code();
    }

    private static List<PayVersion> versions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> FIRST.from(day("2020-01-01").plusDays(i)))
                .toList();
    }

    @Test
    void of_one_schedule_it_has_always_held_and_is_not_primary() {
        assertEquals("Acme", ACME.name());
        assertEquals(List.of(FIRST), ACME.versions());
        assertEquals(DateSpan.EARLIEST, FIRST.firstDay());
        assertEquals(4, ACME.toleranceDays());
        assertEquals(Optional.empty(), ACME.primaryFrom());
        assertFalse(ACME.isIrregular());
        assertTrue(PaySource.of("Gigs", PaySchedule.asRecorded()).isIrregular());
    }

    @Test
    void each_part_is_changed_alone() {
        Condition condition = Condition.parse("title contains \"acme\"");
        PaySource changed = ACME.primaryFrom(day("2026-01-01"))
                .until(day("2026-12-31"))
                .matching(condition)
                .withTolerance(2)
                .spread(true);
        assertEquals(
                new PaySource(
                        "Acme",
                        List.of(FIRST),
                        Optional.of(day("2026-01-01")),
                        Optional.of(day("2026-12-31")),
                        Optional.of(condition),
                        2,
                        Optional.of(true),
                        Optional.empty()),
                changed);
        assertEquals(Optional.of(DateSpan.EARLIEST), changed.primary().primaryFrom());
        assertEquals(
                Optional.of(day("2027-01-01")),
                PaySource.of("Gigs", PaySchedule.asRecorded())
                        .withHorizon(day("2027-01-01"))
                        .horizon());
        Money pay = Money.of("2000.00", "USD");
        assertEquals(
                new PayVersion(Optional.of(day("2026-07-01")), MONTHLY, Optional.of(pay)),
                FIRST.expecting(pay).from(day("2026-07-01")));
    }

    @ParameterizedTest
    @CsvSource({"2019-12-31, 2020-01-01", "2020-01-01, 2020-01-01", "2020-06-30, 2020-01-01", "2020-07-01, 2020-07-01"})
    void the_latest_version_that_has_begun_rules_and_the_first_all_days_before(String nominal, String from) {
        PaySource source = ACME.with(List.of(FIRST.from(day("2020-07-01")), FIRST.from(day("2020-01-01"))));
        assertEquals(Optional.of(day(from)), source.versionOn(day(nominal)).from());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 16})
    void a_tolerance_beyond_its_bounds_is_refused(int days) {
        assertEquals("tolerance_days out_of_range", problem(() -> ACME.withTolerance(days)));
    }

    @Test
    void bounds_are_inclusive() {
        assertEquals(0, ACME.withTolerance(0).toleranceDays());
        assertEquals(15, ACME.withTolerance(15).toleranceDays());
        assertEquals(100, ACME.with(versions(100)).versions().size());
    }

    @Test
    void what_makes_no_source_is_refused_with_its_place() {
        PayVersion irregular = PayVersion.of(PaySchedule.asRecorded());
        PayVersion later = FIRST.from(day("2020-01-01"));
        assertEquals("name blank", problem(() -> PaySource.of(" ", MONTHLY)));
        assertEquals("versions empty", problem(() -> ACME.with(List.of())));
        assertEquals("versions too_many", problem(() -> ACME.with(versions(101))));
        assertEquals("versions/1/from coincides", problem(() -> ACME.with(List.of(later, later))));
        assertEquals("versions mixed", problem(() -> ACME.with(List.of(irregular, later))));
        assertEquals("horizon not_irregular", problem(() -> ACME.withHorizon(day("2026-01-01"))));
        assertEquals("expected not_positive", problem(() -> FIRST.expecting(Money.of("0.00", "USD"))));
        LocalDate far = day("2300-01-01");
        assertThrows(LedgerException.class, () -> ACME.primaryFrom(far));
        assertThrows(LedgerException.class, () -> ACME.until(far));
        assertThrows(LedgerException.class, () -> FIRST.from(far));
        PaySource gigs = PaySource.of("Gigs", PaySchedule.asRecorded());
        assertThrows(LedgerException.class, () -> gigs.withHorizon(far));
    }
}
