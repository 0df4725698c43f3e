package dev.payweek.statements.csv;

import java.util.List;
import java.util.Optional;

/**
 * What the words beside amounts say of their signs. Pay comes in and groceries cost; refunds come in as well, though a
 * shop's own account sees them the other way round; and only a card issuer thanks for payments.
 */
final class WordEvidence {

    private final boolean ofCard;
    private int positiveOut;
    private int negativeOut;
    private int positiveIn;
    private int negativeIn;
    private int positiveRefunds;
    private int negativeRefunds;
    private int positiveThanks;
    private int negativeThanks;
    private int positivePurchases;
    private int negativePurchases;
    private int positiveBack;

    /** Begins with whether the file says itself that it is of a card. */
    WordEvidence(boolean ofCard) {
        this.ofCard = ofCard;
    }

    /** Takes the cells of words beside an amount that is positive or negative as written. */
    void see(List<String> cells, int sign) {
        boolean positive = sign > 0;
        boolean back = cells.stream().anyMatch(WordEvidence::areOfMoneyBack);
        positiveBack += back && positive ? 1 : 0;
        if (!back && cells.stream().anyMatch(WordEvidence::nameAPurchase)) {
            positivePurchases += positive ? 1 : 0;
            negativePurchases += positive ? 0 : 1;
        }
        cells.forEach(cell -> see(cell, positive, back));
    }

    /** {@code （消费）Shop}: where nothing but a bracket or a blank parts it from what follows, it is a word of its own. */
    private static boolean nameAPurchase(String words) {
        if (Vocabulary.PURCHASES.is(words)) {
            return true;
        }
        String first = words.replaceFirst("^[^\\p{L}]+", "").split("[^\\p{L}]", 2)[0];
        return !first.isEmpty() && Character.isIdeographic(first.codePointAt(0)) && Vocabulary.PURCHASES.is(first);
    }

    /** Of money that comes back, as another cell may say, what it was spent on says nothing. */
    private void see(String words, boolean positive, boolean back) {
        if (Vocabulary.CARD_PAYMENTS.areIn(words) || (ofCard && Vocabulary.REPAYMENTS.areIn(words))) {
            positiveThanks += positive ? 1 : 0;
            negativeThanks += positive ? 0 : 1;
        } else if (Vocabulary.REFUNDS.areIn(words)) {
            positiveRefunds += positive ? 1 : 0;
            negativeRefunds += positive ? 0 : 1;
        } else if (Vocabulary.INCOME.areIn(words)) {
            positiveIn += positive ? 1 : 0;
            negativeIn += positive ? 0 : 1;
        } else if (!back && Vocabulary.EXPENSES.areIn(words)) {
            positiveOut += positive ? 1 : 0;
            negativeOut += positive ? 0 : 1;
        }
    }

    /** Returns whether purchases are named so and never have a minus, as nothing that comes in has none either. */
    boolean purchasesArePositive() {
        return positivePurchases > 0 && negativePurchases == 0 && !isAnyIn();
    }

    /** Returns whether money that comes in stands without a minus, as far as words say. */
    boolean isAnyIn() {
        return positiveRefunds + positiveThanks + positiveIn > 0;
    }

    /** Returns whether a refund or a card's payment stands without a minus. */
    boolean isAnyBack() {
        return positiveRefunds + positiveThanks > 0;
    }

    /** Returns whether of so many amounts, none with a minus, each is named a purchase or money back, and some both. */
    boolean nameEach(int amounts) {
        return positivePurchases > 0 && positiveBack > 0 && positivePurchases + positiveBack == amounts;
    }

    /** Returns whether words speak of a refund or of a payment to a card. */
    static boolean areOfMoneyBack(String words) {
        return Vocabulary.REFUNDS.areIn(words)
                || Vocabulary.CARD_PAYMENTS.areIn(words)
                || Vocabulary.REPAYMENTS.areIn(words);
    }

    /** Returns whether a card issuer's thanks for payments always stand beside a minus. */
    boolean paymentsAreNegative() {
        return negativeThanks > 0 && positiveThanks == 0;
    }

    boolean hasNegativePayments() {
        return negativeThanks > 0;
    }

    /** Returns whether what people buy stands without a minus and nothing says otherwise. */
    boolean isOfCard() {
        return (positiveOut > 0 || paymentsAreNegative())
                && negativeOut == 0
                && positiveIn == 0
                && positiveRefunds == 0;
    }

    /** Returns whether words bear out the signs as they are written and none speaks against them. */
    boolean isOfAccount() {
        // A single purchase with a minus may be a refund that is not named so.
        boolean forIt = positiveIn + positiveRefunds + positiveThanks > 0 || negativeOut > 1;
        boolean against = positiveOut + negativeIn + negativeThanks + negativeRefunds > 0;
        return forIt && !against;
    }

    /** Returns whether any word bears out the signs as they are written. */
    boolean bearsOut() {
        return negativeOut + positiveIn + positiveRefunds + positiveThanks > 0;
    }

    /** Returns whether anything speaks for the view of a card, be it outweighed. */
    boolean mayBeOfCard() {
        return positiveOut + negativeIn + negativeThanks + negativeRefunds > 0;
    }

    /** Returns the way that the words of one row name; nothing if they name none or both. */
    static Optional<Direction> way(String words) {
        boolean in = Vocabulary.INCOME.areIn(words) || Vocabulary.REFUNDS.areIn(words);
        boolean out = Vocabulary.EXPENSES.areIn(words);
        return in == out ? Optional.empty() : Optional.of(in ? Direction.IN : Direction.OUT);
    }
}
