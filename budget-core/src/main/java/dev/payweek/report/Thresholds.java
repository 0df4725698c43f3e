package dev.payweek.report;

import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.LimitStatus;
import dev.payweek.plan.Per;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.plan.ThresholdEvent.Threshold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is news of: the beginning of the day's pay period, and each limit that spending has come near to or gone
 * over, in the period or in one of its weeks begun so far.
 *
 * <p>A limit is watched in the stretch it is stated for. Going over counts as having come near, too: with {@code 100.00
 * USD} a week for Fun, 95.00 spent is news of {@code NEAR}, and 101.00 of {@code NEAR} and {@code OVER}.
 *
 * <p>Safe for use by any number of threads.
 */
public final class Thresholds {

    /**
     * Something that holds now.
     *
     * @param line the category's figures; absent for a new period
     */
    private record Reached(Threshold threshold, DateSpan span, Optional<CategoryLine> line) {

        private ThresholdEvent event(Instant at) {
            return new ThresholdEvent(
                    0,
                    at,
                    threshold,
                    false,
                    span,
                    line.map(CategoryLine::category),
                    line.map(CategoryLine::spent),
                    line.flatMap(CategoryLine::available));
        }
    }

    private final ReportInput picture;
    private final LocalDate today;
    private final RolloverFold carrying;
    private final PayPeriod period;

    private Thresholds(ReportInput picture, LocalDate today) {
        this.picture = picture;
        this.today = today;
        this.carrying = new RolloverFold(picture);
        this.period = carrying.calendar().periodContaining(today);
    }

    /**
     * Returns the events that are due, not yet numbered: retractions of news that no longer holds, then the news that
     * nobody has been notified.
     *
     * @param reported the events of the stretches that begin in the day's pay period or later, oldest first
     * @return events with id 0, made at {@code now}; none when all has been reported
     */
    public static List<ThresholdEvent> due(
            ReportInput picture, LocalDate today, Instant now, List<ThresholdEvent> reported) {
        List<ThresholdEvent> reached = new Thresholds(picture, today)
                .reached().stream().map(one -> one.event(now)).toList();
        List<ThresholdEvent> standing = standing(reported);
        List<ThresholdEvent> due = new ArrayList<>();
        standing.stream()
                .filter(event -> reached.stream().noneMatch(event::isAboutTheSameAs))
                .forEach(event -> due.add(event.retractedAt(now)));
        reached.stream()
                .filter(event -> standing.stream().noneMatch(event::isAboutTheSameAs))
                .forEach(due::add);
        return due;
    }

    /** What has been reported and not been retracted. */
    private static List<ThresholdEvent> standing(List<ThresholdEvent> reported) {
        List<ThresholdEvent> standing = new ArrayList<>();
        for (ThresholdEvent event : reported) {
            standing.removeIf(event::isAboutTheSameAs);
            if (!event.retracted()) {
                standing.add(event);
            }
        }
        return standing;
    }

    private List<Reached> reached() {
        List<Reached> reached = new ArrayList<>();
        reached.add(new Reached(Threshold.NEW_PERIOD, period.span(), Optional.empty()));
        period.weeks().stream()
                .map(week -> week.span())
                .filter(week -> !week.startInclusive().isAfter(today))
                .forEach(week -> reached.addAll(reachedIn(week, ReportView.WEEK)));
        reached.addAll(reachedIn(period.span(), ReportView.PAY_PERIOD));
        return reached;
    }

    private List<Reached> reachedIn(DateSpan span, ReportView view) {
        LocalDate until = span.contains(today) ? today : span.lastDay();
        BudgetReport report = BudgetReport.of(picture, carrying, until, view);
        return report.categories().stream()
                .flatMap(Thresholds::withChildren)
                .filter(line -> isStatedFor(line, view))
                .flatMap(line ->
                        thresholds(line.status()).map(threshold -> new Reached(threshold, span, Optional.of(line))))
                .toList();
    }

    private static Stream<CategoryLine> withChildren(CategoryLine line) {
        return Stream.concat(Stream.of(line), line.children().stream().flatMap(Thresholds::withChildren));
    }

    private boolean isStatedFor(CategoryLine line, ReportView view) {
        Per wanted = view == ReportView.WEEK ? Per.WEEK : Per.PAY_PERIOD;
        return picture.plan()
                .limitOn(line.category(), period.span().lastDay())
                .filter(limit -> limit.per() == wanted)
                .isPresent();
    }

    private static Stream<Threshold> thresholds(LimitStatus status) {
        return switch (status) {
            case NEAR -> Stream.of(Threshold.NEAR);
            case OVER -> Stream.of(Threshold.NEAR, Threshold.OVER);
            case WITHIN, NO_LIMIT -> Stream.empty();
        };
    }
}
