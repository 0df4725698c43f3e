package dev.payweek.plan;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import java.time.Instant;
import java.util.Optional;

/**
 * News about the budget: a pay period has begun, spending has come near a limit or gone over it, a bill is late, pay is
 * missing.
 *
 * <p>For one stretch, category and threshold there is one event, and none again until it has been retracted, which
 * happens when a refund or a correction takes the figure back.
 *
 * <pre>{@code
 * budget.limit("Fun", Money.of("100.00", "USD"), Per.WEEK);
 * budget.add(EntryDraft.expense(Money.of("95.00", "USD"), "Concert").category("Fun"));
 * List<ThresholdEvent> news = budget.notice();
 * news.get(0).threshold();    // NEW_PERIOD
 * news.get(1).threshold();    // NEAR
 * budget.notice();            // []
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id the number that names it within its ledger; later ones are greater; 0 when it has none yet
 * @param at when it was noticed, to the millisecond
 * @param threshold what was reached
 * @param retracted whether this retracts the news
 * @param span the pay period, the stretch that the limit is stated for, or the due day of a late bill
 * @param category whose limit; absent for what is not about a limit
 * @param name the late bill; the bill and due day that were let go, or the source and payday whose pay is missing
 * @param spent what was spent in the category then, or the amount of bill or pay; absent for a new period
 * @param limit limit and carry-in together; absent for what is not about a limit
 */
public record ThresholdEvent(
        long id,
        Instant at,
        Threshold threshold,
        boolean retracted,
        DateSpan span,
        Optional<CategoryPath> category,
        Optional<String> name,
        Optional<Money> spent,
        Optional<Money> limit) {

    /** What there can be news of. */
    public enum Threshold {
        /** A pay period has begun. */
        NEW_PERIOD,
        /** Spending has reached the share of the limit that counts as near. */
        NEAR,
        /** Spending has gone over the limit. */
        OVER,
        /** A bill is past its due day and not paid. */
        BILL_LATE,
        /** A bill was not paid until its next due day came. */
        BILL_LET_GO,
        /** Pay is overdue by more than its source's tolerance. */
        PAY_MISSING
    }

    /** Returns the news that a threshold was reached, not yet numbered; of a new period that is all there is to say. */
    public static ThresholdEvent of(Threshold threshold, DateSpan span, Instant at) {
        return new ThresholdEvent(
                0, at, threshold, false, span, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns the same news about the limit on a category. */
    public ThresholdEvent about(CategoryPath whose, Money spentThen, Money available) {
        return new ThresholdEvent(
                id,
                at,
                threshold,
                retracted,
                span,
                Optional.of(whose),
                name,
                Optional.of(spentThen),
                Optional.of(available));
    }

    /** Returns the same news about a bill or about pay. */
    public ThresholdEvent about(String whose, Money amount) {
        return new ThresholdEvent(
                id, at, threshold, retracted, span, category, Optional.of(whose), Optional.of(amount), limit);
    }

    /** Returns the same event under a number. */
    public ThresholdEvent numbered(long number) {
        return new ThresholdEvent(number, at, threshold, retracted, span, category, name, spent, limit);
    }

    /** Returns the event that retracts this one, not yet numbered. */
    public ThresholdEvent retractedAt(Instant moment) {
        return new ThresholdEvent(0, moment, threshold, true, span, category, name, spent, limit);
    }

    /**
     * Returns whether both speak of the same threshold of the same category in the same stretch. A period is the same
     * wherever it ends, and so are a bill that was let go and pay that is missing in whatever period it is noticed.
     */
    public boolean isAboutTheSameAs(ThresholdEvent other) {
        boolean sameStretch = switch (threshold) {
            case NEW_PERIOD -> span.startInclusive().equals(other.span.startInclusive());
            case BILL_LET_GO, PAY_MISSING -> true;
            case NEAR, OVER, BILL_LATE -> span.equals(other.span);
        };
        return threshold == other.threshold
                && sameStretch
                && category.equals(other.category)
                && name.equals(other.name);
    }
}
