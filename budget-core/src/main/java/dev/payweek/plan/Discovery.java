package dev.payweek.plan;

import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that the ledger's own history suggests, with the entries it was seen in. Nothing of it holds until somebody
 * accepts it.
 *
 * <pre>{@code
 * budget.read(view -> view.discover()).discoveries();    // []
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id what names it; the same as long as kind, payee and cadence are, whatever the amount
 * @param kind what is suggested
 * @param state how well it is borne out
 * @param name the payee, or the category of a limit
 * @param account the account of the newest evidence
 * @param schedule when it comes, for what comes by a plan
 * @param amount the newest fixed amount, or the median of the last three
 * @param variable whether the amount is never the same for long
 * @param next the three next planned days; none for what stopped
 * @param hits how many planned days have an entry
 * @param misses how many planned days have none, days that no file covers left aside
 * @param extras how many entries lie beside the plan, such as a bonus or a payment made twice
 * @param priceChanges when a fixed amount became another
 * @param evidence the entries, oldest first; of a pair the one that left, then the one that came
 * @param says all that in one sentence
 * @param instead what else was looked at and why it fits less
 * @param until the last day it was seen, of what stopped
 * @param offer what accepting it sets; none when accepting it could only mislead
 */
public record Discovery(
        String id,
        Kind kind,
        State state,
        String name,
        Optional<String> account,
        Optional<PaySchedule> schedule,
        Optional<Money> amount,
        boolean variable,
        List<LocalDate> next,
        int hits,
        int misses,
        int extras,
        List<PriceChange> priceChanges,
        List<Evidence> evidence,
        String says,
        Optional<String> instead,
        Optional<LocalDate> until,
        Optional<Offer> offer) {

    /** What can be suggested. */
    public enum Kind {
        /** Pay that comes by a plan. */
        PAY_SOURCE,
        /** Income that follows no plan. */
        IRREGULAR_INCOME,
        /** Money that falls due more often than once a year. */
        BILL,
        /** Money that falls due once a year. */
        YEARLY,
        /** Money out of one own account and into another. */
        TRANSFER_PAIR,
        /** A purchase and what the same payee gave back. */
        REFUND_PAIR,
        /** Money to put aside for a yearly cost. */
        SET_ASIDE,
        /** What is usually spent in a category. */
        LIMIT
    }

    /** How well a suggestion is borne out. */
    public enum State {
        /** Seen often enough. */
        PROPOSED,
        /** Seen too seldom, or something else fits nearly as well. */
        EARLY,
        /** It has not come for a while although its account goes on. */
        STOPPED
    }

    /**
     * A fixed amount that became another: 11.99 USD, then 13.99 USD.
     *
     * <p>Immutable and safe for use by any number of threads.
     *
     * @param date the first day of the new amount
     * @param from what it was
     * @param to what it became
     */
    public record PriceChange(LocalDate date, Money from, Money to) {}

    /**
     * An entry that bears a suggestion out.
     *
     * <p>Immutable and safe for use by any number of threads.
     *
     * @param entry its id
     * @param date its day
     * @param amount its amount without a sign
     * @param account its account, when known
     */
    public record Evidence(long entry, LocalDate date, Money amount, Optional<String> account) {}

    /**
     * What accepting a suggestion sets.
     *
     * <p>All of them are immutable and safe for use by any number of threads.
     */
    public sealed interface Offer {

        /**
         * A pay source; of pay that is split between accounts one for each of them.
         *
         * @param sources the sources, the largest first
         */
        record Pay(List<PaySource> sources) implements Offer {}

        /**
         * A bill.
         *
         * @param bill the bill
         */
        record Due(Bill bill) implements Offer {}

        /**
         * A set-aside, and a rule that puts what it is for into its category.
         *
         * @param setAside the set-aside
         * @param match what it is for
         */
        record Pot(SetAside setAside, Condition match) implements Offer {}

        /**
         * A limit.
         *
         * @param limit the limit
         */
        record Most(SoftLimit limit) implements Offer {}

        /**
         * Two entries that are one movement between own accounts.
         *
         * @param left the entry of the account that the money left
         * @param came the entry of the account that it reached
         */
        record Moved(long left, long came) implements Offer {}

        /**
         * An entry that gives another one back.
         *
         * @param purchase what was given back
         * @param refund what came back
         */
        record GaveBack(long purchase, long refund) implements Offer {}
    }

    /** Returns whether it may be used without asking: seen often enough, going on, and to be accepted at all. */
    public boolean isProposed() {
        return state == State.PROPOSED && offer.isPresent();
    }
}
