package dev.payweek.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.ThresholdEvent.Threshold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdEventTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final DateSpan WEEK = DateSpan.ofDays(LocalDate.of(2026, 11, 20), 7);

    private static ThresholdEvent event(long id, Threshold threshold, DateSpan span, String category, String spent) {
        return new ThresholdEvent(
                id,
                NOON,
                threshold,
                false,
                span,
                Optional.of(CategoryPath.of(category)),
                Optional.empty(),
                Optional.of(Money.of(spent, "USD")),
                Optional.of(Money.of("100.00", "USD")));
    }

    private static final ThresholdEvent NEAR = event(0, Threshold.NEAR, WEEK, "Fun", "90.00");

    @Test
    void a_number_changes_nothing_else() {
        assertEquals(event(7, Threshold.NEAR, WEEK, "Fun", "90.00"), NEAR.numbered(7));
    }

    @Test
    void a_new_period_is_news_without_figures_and_a_limit_has_its_own() {
        assertEquals(
                new ThresholdEvent(
                        0,
                        NOON,
                        Threshold.NEW_PERIOD,
                        false,
                        WEEK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                ThresholdEvent.of(Threshold.NEW_PERIOD, WEEK, NOON));
        assertEquals(
                NEAR,
                ThresholdEvent.of(Threshold.NEAR, WEEK, NOON)
                        .about(CategoryPath.of("Fun"), Money.of("90.00", "USD"), Money.of("100.00", "USD")));
    }

    @Test
    void retracted_it_has_its_own_moment_and_awaits_its_own_number() {
        Instant evening = Instant.parse("2026-11-22T20:00:00Z");
        assertEquals(
                new ThresholdEvent(
                        0,
                        evening,
                        Threshold.NEAR,
                        true,
                        WEEK,
                        NEAR.category(),
                        NEAR.name(),
                        NEAR.spent(),
                        NEAR.limit()),
                NEAR.numbered(7).retractedAt(evening));
    }

    @Test
    void threshold_stretch_and_category_make_two_speak_of_the_same() {
        assertTrue(NEAR.isAboutTheSameAs(
                event(9, Threshold.NEAR, WEEK, "Fun", "95.00").retractedAt(NOON)));
        assertFalse(NEAR.isAboutTheSameAs(event(0, Threshold.OVER, WEEK, "Fun", "90.00")));
        assertFalse(NEAR.isAboutTheSameAs(event(0, Threshold.NEAR, WEEK, "Fun:Bars", "90.00")));
        DateSpan longer = DateSpan.ofDays(WEEK.startInclusive(), 14);
        assertFalse(NEAR.isAboutTheSameAs(event(0, Threshold.NEAR, longer, "Fun", "90.00")));
    }
}
