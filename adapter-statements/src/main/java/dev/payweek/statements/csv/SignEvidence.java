package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What all rows of a file together say about the signs of its amounts.
 *
 * <p>In the order of trust: what a person answered; columns for either side; a column that says the way of amounts
 * without signs; a running balance, row by row if need be; the same column, purchases named so, or the card issuer's
 * thanks for a payment, contradicting the signs in every row. Signs that nothing contradicts stand. Amounts that are
 * all positive, with neither balance nor heading to prove them, are asked for: purchases look like income. Only one or
 * two of them, each with its currency in a column of its own as accounts have it, may well lack a minus by chance and
 * are taken as written, with a remark.
 */
final class SignEvidence {

    static final String PARAMETER = "sign";

    /** So many amounts without a minus are no longer chance. */
    private static final int MANY = 3;

    /** Nobody pays a card so often without a single purchase, so a file that begins like this lists money out. */
    private static final int MANY_OUT = 1_000;

    private final Layout layout;
    private final BalanceProof proof = new BalanceProof();
    private int positive;
    private int negative;
    private int waysAgree;
    private int waysDisagree;
    private int cardPaymentsPositive;
    private int cardPaymentsNegative;
    private int outPositive;
    private int outNegative;
    private int inPositive;
    private int inNegative;
    private int purchasesPositive;
    private int purchasesNegative;

    SignEvidence(Layout layout) {
        this.layout = layout;
    }

    /** Takes the next movement of the file. */
    void see(CsvRow row, WrittenMoney money) {
        Optional<BigDecimal> written = layout.hasSides() ? money.inLessOut() : money.amount();
        proof.see(row.line(), written, money.balance());
        int sign = written.map(BigDecimal::signum).orElse(0);
        positive += sign > 0 ? 1 : 0;
        negative += sign < 0 ? 1 : 0;
        int out = money.out().map(BigDecimal::signum).orElse(0);
        int in = money.in().map(BigDecimal::signum).orElse(0);
        outPositive += out > 0 ? 1 : 0;
        outNegative += out < 0 ? 1 : 0;
        inPositive += in > 0 ? 1 : 0;
        inNegative += in < 0 ? 1 : 0;
        if (sign != 0) {
            money.way().ifPresent(way -> compare(way, sign));
            if (!layout.hasSides()) {
                for (int column : layout.words()) {
                    seeWords(row.cell(column), sign);
                }
            }
        }
    }

    private void seeWords(String words, int sign) {
        if (Vocabulary.PURCHASES.is(words)) {
            purchasesPositive += sign > 0 ? 1 : 0;
            purchasesNegative += sign < 0 ? 1 : 0;
        }
        if (Vocabulary.CARD_PAYMENTS.areIn(words)) {
            cardPaymentsPositive += sign > 0 ? 1 : 0;
            cardPaymentsNegative += sign < 0 ? 1 : 0;
        }
    }

    private void compare(Direction way, int sign) {
        if ((way == Direction.IN) == (sign > 0)) {
            waysAgree++;
        } else {
            waysDisagree++;
        }
    }

    /** Returns how signs are to be read, or nothing if a person must decide. */
    Optional<SignRule> rule(ReadOptions options) {
        Optional<String> answer =
                options.answer(PARAMETER).map(text -> text.strip().toLowerCase(Locale.ROOT));
        if (answer.isPresent()) {
            return Optional.of(answered(answer.get()));
        }
        return layout.hasSides() ? sides() : single();
    }

    /** Returns whether rows of both kinds were seen, or so many of one that what they show holds for more of them. */
    boolean isProven() {
        return layout.hasSides()
                ? outPositive + outNegative > 0 && inPositive + inNegative > 0
                : (positive > 0 && negative > 0) || waysAgree + waysDisagree > 0 || isAllOut();
    }

    private boolean isAllOut() {
        return negative >= MANY_OUT && positive == 0 && cardPaymentsNegative == 0;
    }

    /** Returns which way each amount goes, where only the running balance shows it. */
    Optional<BalanceSigns> balanceSigns() {
        return proof.signs();
    }

    private Optional<SignRule> sides() {
        if (layout.sidesNamed()) {
            // A column that is never positive holds magnitudes with a minus; in any other a minus is a refund.
            boolean outTurned = outNegative > 0 && outPositive == 0;
            boolean inTurned = inNegative > 0 && inPositive == 0;
            if (inTurned) {
                return Optional.of(outTurned ? SignRule.OUT_LESS_IN : SignRule.MINUS_IN_MINUS_OUT);
            }
            return Optional.of(outTurned ? SignRule.IN_PLUS_OUT : SignRule.IN_LESS_OUT);
        }
        if (outNegative + inNegative > 0) {
            return Optional.of(SignRule.IN_PLUS_OUT);
        }
        return proof.isAsWritten().map(firstIsIn -> firstIsIn ? SignRule.IN_LESS_OUT : SignRule.OUT_LESS_IN);
    }

    private Optional<SignRule> single() {
        if (positive + negative == 0) {
            return Optional.of(SignRule.AS_WRITTEN);
        }
        if (negative == 0 && waysAgree + waysDisagree > 0) {
            return Optional.of(SignRule.BY_WAY);
        }
        if (waysAgree > 0 && waysDisagree == 0) {
            return Optional.of(SignRule.AS_WRITTEN);
        }
        if (negative == 0 && proof.signs().isPresent()) {
            return Optional.of(SignRule.BY_BALANCE);
        }
        Optional<SignRule> proven = proof.isAsWritten().map(as -> as ? SignRule.AS_WRITTEN : SignRule.INVERTED);
        if (proven.isPresent()) {
            return proven;
        }
        if (purchasesPositive > 0 && purchasesNegative == 0) {
            return Optional.of(SignRule.INVERTED);
        }
        if (negative == 0) {
            return ofHeadings();
        }
        boolean waysContradict = waysDisagree > 0 && waysAgree == 0 && positive > 0;
        boolean thanksContradict = cardPaymentsNegative > 0 && cardPaymentsPositive == 0 && positive > 0;
        return Optional.of(waysContradict || thanksContradict ? SignRule.INVERTED : SignRule.AS_WRITTEN);
    }

    /** Without any minus, a card's file is of purchases and a seller's of sales; any other leaves it open. */
    private Optional<SignRule> ofHeadings() {
        if (layout.hasHeading(Vocabulary.CARDS)) {
            return Optional.of(SignRule.INVERTED);
        }
        return layout.hasHeading(Vocabulary.SELLERS) || isTooLittleToTell()
                ? Optional.of(SignRule.AS_WRITTEN)
                : Optional.empty();
    }

    private boolean isTooLittleToTell() {
        return positive < MANY && layout.has(ColumnRole.CURRENCY);
    }

    /** Returns what is assumed of the signs rather than known, if so. */
    Optional<String> assumption(ReadOptions options) {
        boolean assumed = options.answer(PARAMETER).isEmpty()
                && !layout.hasSides()
                && negative == 0
                && positive > 0
                && isTooLittleToTell()
                && !layout.hasHeading(Vocabulary.SELLERS)
                && rule(options).equals(Optional.of(SignRule.AS_WRITTEN))
                && proof.isAsWritten().isEmpty();
        return assumed
                ? Optional.of("No amount in " + layout.nameOf(ColumnRole.AMOUNT)
                        + " has a minus; so few of them are taken as money in. If they are money out, answer sign with"
                        + " positive_out.")
                : Optional.empty();
    }

    private SignRule answered(String answer) {
        boolean sides = layout.hasSides();
        return switch (answer) {
            case "positive_in" -> sides ? wrong(answer) : SignRule.AS_WRITTEN;
            case "positive_out" -> sides ? wrong(answer) : SignRule.INVERTED;
            case "first_in" -> sides ? SignRule.IN_LESS_OUT : wrong(answer);
            case "first_out" -> sides ? SignRule.OUT_LESS_IN : wrong(answer);
            default -> wrong(answer);
        };
    }

    private SignRule wrong(String answer) {
        throw LedgerException.invalid(
                PARAMETER,
                "unknown",
                "\"" + answer + "\" is no answer; "
                        + String.join(" or ", question().options()) + " is.");
    }

    /** Returns the question to ask when {@link #rule} is open. */
    Question question() {
        if (layout.hasSides()) {
            return new Question(
                    "sign",
                    "Amounts stand in " + layout.nameOf(ColumnRole.MONEY_IN) + " and "
                            + layout.nameOf(ColumnRole.MONEY_OUT)
                            + ". Which of them is money in: is the first money in or money out?",
                    PARAMETER,
                    List.of("first_out", "first_in"));
        }
        return new Question(
                "sign",
                "No amount in " + layout.nameOf(ColumnRole.AMOUNT)
                        + " has a minus. Are these amounts money in, or money out as on many cards?",
                PARAMETER,
                List.of("positive_out", "positive_in"));
    }
}
