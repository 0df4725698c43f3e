package dev.payweek.report;

import dev.payweek.money.Money;
import dev.payweek.period.BudgetWeek;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.LimitStatus;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.plan.ThresholdEvent.Threshold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What there is news of: the beginning of the day's pay period; each limit that spending has come near to or gone over,
 * in the period or in one of its weeks begun so far; bills that are late or were let go; pay that is missing. What was
 * let go or missing in periods that ended while nobody looked is news, too, unless it has been paid since.
 *
 * <p>A limit is watched in the stretch it is stated for. Going over counts as having come near, too: with {@code 100.00
 * USD} a week for Fun, 95.00 spent is news of {@code NEAR}, and 101.00 of {@code NEAR} and {@code OVER}.
 *
 * <p>Safe for use by any number of threads.
 */
public final class Thresholds {

    private final BudgetPlan plan;
    private final Books books;
    private final LocalDate today;
    private final Instant now;
    private final FoldPoint kept;

    private Thresholds(BudgetPlan plan, Books books, LocalDate today, Instant now, FoldPoint kept) {
        this.kept = kept;
        this.plan = plan;
        this.books = books;
        this.today = today;
        this.now = now;
    }

    /**
     * Returns what there is news of at a moment of a day.
     *
     * @param kept a point of the past that holds in these books, see {@link FoldPoint}
     */
    public static Thresholds of(BudgetPlan plan, Books books, LocalDate today, Instant now, FoldPoint kept) {
        return new Thresholds(plan, books, today, now, kept);
    }

    /**
     * Returns the events that are due, not yet numbered: retractions of news that no longer holds, then the news that
     * has not been reported.
     *
     * @param reported the events of the last 400 days, oldest first
     * @return events with id 0, made now; none when all has been reported
     */
    public List<ThresholdEvent> due(List<ThresholdEvent> reported) {
        Answer answer = answer(today);
        DateSpan period = answer.period().period().span();
        List<ThresholdEvent> standing = standing(reported);
        List<ThresholdEvent> reached = missed(standing, period);
        reached.addAll(reached(answer));
        // A kept point knows too little of days long past, so the whole past is gone over where it is asked for.
        Optional<Reckoning> whole =
                Stream.concat(standing.stream(), reached.stream()).anyMatch(event -> mayBeMended(event, period))
                        ? Optional.of(new Reckoning(plan, books, today, today, FoldPoint.START))
                        : Optional.empty();
        reached.removeIf(event -> mayBeMended(event, period)
                && whole.filter(reckoning -> isMended(event, reckoning)).isPresent());
        List<ThresholdEvent> due = new ArrayList<>();
        standing.stream()
                .filter(event -> event.threshold() == Threshold.BILL_LATE
                        || !event.span().startInclusive().isBefore(period.startInclusive())
                        || whole.filter(reckoning -> isMended(event, reckoning)).isPresent())
                .filter(event -> reached.stream().noneMatch(event::isAboutTheSameAs))
                .forEach(event -> due.add(event.retractedAt(now)));
        reached.stream()
                .filter(event -> standing.stream().noneMatch(event::isAboutTheSameAs))
                .forEach(due::add);
        return due;
    }

    /** Returns what nobody was there to notice: since the last period that was seen to begin, before the day's. */
    private List<ThresholdEvent> missed(List<ThresholdEvent> standing, DateSpan current) {
        List<ThresholdEvent> missed = new ArrayList<>();
        LocalDate seen = standing.stream()
                .filter(event -> event.threshold() == Threshold.NEW_PERIOD)
                .map(event -> event.span().startInclusive())
                .max(Comparator.naturalOrder())
                .orElse(today);
        LocalDate start = current.startInclusive();
        while (seen.isBefore(start)) {
            Answer then = answer(start.minusDays(1));
            DateSpan span = then.period().period().span();
            missed.addAll(0, unpaid(then, span));
            start = span.startInclusive();
        }
        return missed;
    }

    private Answer answer(LocalDate on) {
        return Answer.of(plan, books, on, today, kept);
    }

    private static boolean mayBeMended(ThresholdEvent event, DateSpan period) {
        return event.span().startInclusive().isBefore(period.startInclusive())
                && (event.threshold() == Threshold.PAY_MISSING || event.threshold() == Threshold.BILL_LET_GO);
    }

    /** Pay that came, or a bill that was paid, after the period of its news had ended. */
    private static boolean isMended(ThresholdEvent event, Reckoning reckoning) {
        return switch (event.threshold()) {
            case PAY_MISSING ->
                reckoning.facts().stream()
                        .noneMatch(fact -> !fact.isPaid()
                                && event.name()
                                        .equals(Optional.of(name(fact.source().name(), fact.payday()))));
            case BILL_LET_GO ->
                reckoning.bills().dues().stream()
                        .noneMatch(own -> event.name()
                                .flatMap(name -> dueDay(name, own.bill().name()))
                                .filter(own::isOpen)
                                .isPresent());
            case NEW_PERIOD, NEAR, OVER, BILL_LATE -> false;
        };
    }

    /** Returns the day of news that is about the bill. */
    private static Optional<LocalDate> dueDay(String name, String bill) {
        String before = bill + " ";
        return name.startsWith(before)
                        && name.length()
                                == before.length() + DateSpan.LATEST.toString().length()
                ? Optional.of(LocalDate.parse(name.substring(before.length())))
                : Optional.empty();
    }

    private static String name(String whose, LocalDate day) {
        return whose + " " + day;
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

    private List<ThresholdEvent> reached(Answer answer) {
        DateSpan period = answer.period().period().span();
        List<ThresholdEvent> reached = new ArrayList<>();
        reached.add(ThresholdEvent.of(Threshold.NEW_PERIOD, period, now));
        for (BudgetWeek week : answer.period().period().weeks()) {
            DateSpan span = week.span();
            if (!span.startInclusive().isAfter(today)) {
                LocalDate until = span.contains(today) ? today : span.lastDay();
                Answer then = until.equals(today) ? answer : answer(until);
                reached.addAll(limits(then, span, CategoryRow::week));
            }
        }
        reached.addAll(limits(answer, period, CategoryRow::period));
        answer.bills().stream()
                .filter(bill -> bill.state() == BillRow.State.LATE)
                .forEach(bill -> reached.add(ThresholdEvent.of(Threshold.BILL_LATE, DateSpan.of(bill.due()), now)
                        .about(bill.bill(), bill.amount())));
        reached.addAll(unpaid(answer, period));
        return reached;
    }

    /** The bills that a period let go, and the pay that it missed. */
    private List<ThresholdEvent> unpaid(Answer answer, DateSpan period) {
        List<ThresholdEvent> unpaid = new ArrayList<>();
        answer.letGo()
                .forEach(bill -> unpaid.add(ThresholdEvent.of(Threshold.BILL_LET_GO, period, now)
                        .about(name(bill.bill(), bill.due()), bill.amount())));
        answer.pay().stream()
                .filter(pay -> pay.state() == PayRow.State.MISSING)
                .forEach(pay -> unpaid.add(ThresholdEvent.of(Threshold.PAY_MISSING, period, now)
                        .about(name(pay.source(), pay.payday()), pay.amount())));
        return unpaid;
    }

    private List<ThresholdEvent> limits(Answer answer, DateSpan span, Function<CategoryRow, CategoryRow.Stretch> in) {
        return answer.categories().stream()
                .flatMap(Thresholds::withChildren)
                .flatMap(row -> {
                    CategoryRow.Stretch stretch = in.apply(row);
                    return thresholds(stretch.status().orElse(LimitStatus.NO_LIMIT))
                            .map(threshold -> ThresholdEvent.of(threshold, span, now)
                                    .about(row.category(), stretch.spent(), available(stretch)));
                })
                .toList();
    }

    private static Money available(CategoryRow.Stretch stretch) {
        return stretch.limit()
                .orElseThrow()
                .amount()
                .plus(stretch.limit().orElseThrow().carryIn());
    }

    private static Stream<CategoryRow> withChildren(CategoryRow row) {
        return Stream.concat(Stream.of(row), row.children().stream().flatMap(Thresholds::withChildren));
    }

    private static Stream<Threshold> thresholds(LimitStatus status) {
        return switch (status) {
            case NEAR -> Stream.of(Threshold.NEAR);
            case OVER -> Stream.of(Threshold.NEAR, Threshold.OVER);
            case WITHIN, NO_LIMIT -> Stream.empty();
        };
    }
}
