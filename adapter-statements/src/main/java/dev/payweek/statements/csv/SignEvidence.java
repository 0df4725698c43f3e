package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.WrittenAmount;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What all rows of a file together say about the signs of its amounts.
 *
 * <p>In the order of trust: what a person answered; columns for either side; a column that says the way of amounts
 * without signs, or marks money in alone; a running balance, row by row if need be; the same column, purchases named
 * so, or the card issuer's thanks for a payment, contradicting the signs in every row. Where most amounts have a minus,
 * as in an account, signs stand. Where most have none, as among a card's purchases with a refund or two, they stand or
 * are turned only if headings or words bear it out, and are asked for otherwise. Amounts that are all positive, with
 * nothing to prove them, are asked for as well: purchases look like income. Only one or two of them, each with its
 * currency in a column of its own as accounts have it, may well lack a minus by chance and are taken as written, with a
 * remark.
 */
final class SignEvidence {

    static final String PARAMETER = "sign";

    /** So many amounts without a minus are no longer chance. */
    private static final int MANY = 3;

    /** So many words that agree are no chance. */
    private static final int ENOUGH = 2;

    /** Nobody pays a card so often without a single purchase, so a file that begins like this lists money out. */
    private static final int MANY_OUT = 1_000;

    private final Layout layout;
    private final BalanceProof proof = new BalanceProof();
    private final FeeProof fees = new FeeProof();
    private final WordEvidence words;
    private final SignExamples examples = new SignExamples();
    private int positive;
    private int negative;
    private BigDecimal largestPositive = BigDecimal.ZERO;
    private BigDecimal largestNegative = BigDecimal.ZERO;
    private int pluses;
    private int waysIn;
    private int waysOut;
    private int waysAgree;
    private int waysDisagree;
    private int firstIn;
    private int firstOut;
    private int outPositive;
    private int outNegative;
    private int inPositive;
    private int inNegative;

    SignEvidence(Layout layout) {
        this.layout = layout;
        this.words = new WordEvidence(layout.ofCard());
    }

    /** Takes a row that may state a balance apart from the movements. */
    void seeStated(CsvRow row, DecimalMark mark) {
        for (String cell : row.cells()) {
            WrittenAmount.of(cell)
                    .filter(WrittenAmount::isMarked)
                    .flatMap(amount -> amount.under(mark))
                    .ifPresent(proof::state);
        }
    }

    /** Takes the next movement of the file. */
    void see(CsvRow row, WrittenMoney money) {
        Optional<BigDecimal> written = layout.hasSides() ? money.inLessOut() : money.amount();
        proof.see(row.line(), written, money.balance());
        fees.see(money, written);
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
            money.way()
                    .ifPresentOrElse(
                            way -> compare(way, sign),
                            () -> layout.wayOfOwner(row).ifPresent(way -> agree(way, sign)));
            if (!layout.hasSides()) {
                seeSingle(row, money, sign);
            } else if (!layout.sidesNamed()) {
                seeSide(row, sign);
            }
        }
    }

    /** Thanks for a payment show at once which of two columns is money in; other words only if they recur. */
    private void seeSide(CsvRow row, int sign) {
        for (int column : layout.words()) {
            boolean thanks = Vocabulary.CARD_PAYMENTS.areIn(row.cell(column));
            Optional<Direction> way = thanks ? Optional.of(Direction.IN) : WordEvidence.way(row.cell(column));
            int weight = thanks ? ENOUGH : 1;
            boolean first =
                    way.filter(one -> (one == Direction.IN) == (sign > 0)).isPresent();
            firstIn += first ? weight : 0;
            firstOut += way.isPresent() && !first ? weight : 0;
        }
    }

    private Optional<Boolean> firstIsInByWords() {
        boolean clear = firstIn == 0 ? firstOut >= ENOUGH : firstOut == 0 && firstIn >= ENOUGH;
        return clear ? Optional.of(firstIn > 0) : Optional.empty();
    }

    private void seeSingle(CsvRow row, WrittenMoney money, int sign) {
        pluses += sign > 0 && money.hasPlus() ? 1 : 0;
        BigDecimal size = money.amount().map(BigDecimal::abs).orElse(BigDecimal.ZERO);
        largestPositive = sign > 0 ? largestPositive.max(size) : largestPositive;
        largestNegative = sign < 0 ? largestNegative.max(size) : largestNegative;
        words.see(
                Stream.concat(layout.words().stream().map(row::cell), Stream.of(layout.cell(row, ColumnRole.CATEGORY)))
                        .toList(),
                sign);
        examples.see(row, layout, sign);
    }

    private void compare(Direction way, int sign) {
        waysIn += way == Direction.IN ? 1 : 0;
        waysOut += way == Direction.OUT ? 1 : 0;
        agree(way, sign);
    }

    private void agree(Direction way, int sign) {
        if ((way == Direction.IN) == (sign > 0)) {
            waysAgree++;
        } else {
            waysDisagree++;
        }
    }

    /** Returns how signs are to be read, or nothing if a person must decide. */
    Optional<SignRule> rule(ReadOptions options) {
        Optional<String> answer = options.answer(PARAMETER).map(String::strip);
        if (answer.isPresent()) {
            return Optional.of(answered(answer.get()));
        }
        return layout.hasSides() ? sides() : single();
    }

    /** Returns the words that mean money out, if a person explained them. */
    Optional<Set<String>> outWords(ReadOptions options) {
        return options.answer(PARAMETER)
                .map(String::strip)
                .flatMap(answer -> layout.openWays().flatMap(ways -> ways.outWords(answer)));
    }

    /** Returns whether rows of both kinds were seen, or so many of one that what they show holds for more of them. */
    boolean isProven() {
        return layout.hasSides()
                ? outPositive + outNegative > 0 && inPositive + inNegative > 0
                : (positive > 0 && negative > 0) || waysAgree + waysDisagree > 0 || isAllOut();
    }

    private boolean isAllOut() {
        return negative >= MANY_OUT && positive == 0 && !words.hasNegativePayments();
    }

    /** Returns which way each amount goes, where only the running balance shows it. */
    Optional<BalanceSigns> balanceSigns() {
        return proof.signs();
    }

    FeeProof fees() {
        return fees;
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
        return proof.isFirstIn()
                .or(this::firstIsInByWords)
                .map(firstIsIn -> firstIsIn ? SignRule.IN_LESS_OUT : SignRule.OUT_LESS_IN);
    }

    private Optional<SignRule> single() {
        if (positive + negative == 0) {
            return Optional.of(SignRule.AS_WRITTEN);
        }
        if (negative == 0 && waysIn + waysOut > 0) {
            return Optional.of(byWay());
        }
        if (waysAgree > 0 && waysDisagree == 0) {
            return Optional.of(SignRule.AS_WRITTEN);
        }
        if (negative == 0 && proof.signs().isPresent()) {
            return Optional.of(SignRule.BY_BALANCE);
        }
        if (negative == 0 && pluses > 0 && pluses < positive) {
            return Optional.of(SignRule.BY_PLUS);
        }
        Optional<SignRule> proven = proof.isAsWritten().map(as -> as ? SignRule.AS_WRITTEN : SignRule.INVERTED);
        if (proven.isPresent()) {
            return proven;
        }
        if (words.purchasesArePositive()) {
            return Optional.of(SignRule.INVERTED);
        }
        if (negative == 0 && words.nameEach(positive)) {
            return Optional.of(SignRule.INVERTED_BUT_REFUNDS);
        }
        return negative == 0 ? ofHeadings() : mixed();
    }

    /** A mark in some rows only, and always the same one, parts the file into those that have it and the others. */
    private SignRule byWay() {
        boolean some = waysIn + waysOut < positive;
        if (some && waysOut == 0) {
            return SignRule.BY_MARK_OF_IN;
        }
        return some && waysIn == 0 ? SignRule.BY_MARK_OF_OUT : SignRule.BY_WAY;
    }

    /** Both signs occur, and neither a balance nor a column says which of them means money out. */
    private Optional<SignRule> mixed() {
        boolean waysContradict = waysDisagree > 0 && waysAgree == 0 && positive > 0;
        if (waysContradict || (words.paymentsAreNegative() && positive > 0)) {
            return Optional.of(SignRule.INVERTED);
        }
        if (negative > positive) {
            return Optional.of(SignRule.AS_WRITTEN);
        }
        if (positive > negative && words.isOfCard()) {
            return Optional.of(SignRule.INVERTED);
        }
        // As many of each: in an account pay outweighs what is bought, on a card the payment does.
        boolean outweighed = largestNegative.compareTo(largestPositive) <= 0 || words.bearsOut();
        boolean even = positive == negative && !words.mayBeOfCard() && outweighed;
        if (even || words.isOfAccount() || layout.hasHeading(Vocabulary.SELLERS)) {
            return Optional.of(SignRule.AS_WRITTEN);
        }
        if (layout.ofCard()) {
            return Optional.of(SignRule.INVERTED);
        }
        // A card's statement has neither a running balance nor the number of a bank account.
        boolean account = layout.has(ColumnRole.BALANCE)
                || layout.account().isPresent()
                || layout.hasHeading(Vocabulary.ACCOUNTS);
        return account ? Optional.of(SignRule.AS_WRITTEN) : Optional.empty();
    }

    /** Without any minus, a card's file is of purchases and a seller's of sales; any other leaves it open. */
    private Optional<SignRule> ofHeadings() {
        if (layout.ofCard() && !words.isAnyIn()) {
            return Optional.of(SignRule.INVERTED);
        }
        return layout.hasHeading(Vocabulary.SELLERS) || isTooLittleToTell()
                ? Optional.of(SignRule.AS_WRITTEN)
                : Optional.empty();
    }

    private boolean isTooLittleToTell() {
        return positive < MANY
                && layout.has(ColumnRole.CURRENCY)
                && layout.openWays().isEmpty();
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
        return switch (answer.toLowerCase(Locale.ROOT)) {
            case "positive_in" -> sides ? wrong(answer) : SignRule.AS_WRITTEN;
            case "positive_out" -> sides ? wrong(answer) : inverted();
            case "first_in" -> sides ? SignRule.IN_LESS_OUT : wrong(answer);
            case "first_out" -> sides ? SignRule.OUT_LESS_IN : wrong(answer);
            default ->
                layout.openWays().flatMap(ways -> ways.outWords(answer)).isPresent()
                        ? SignRule.BY_WORDS
                        : wrong(answer);
        };
    }

    /** Where refunds have no minus either, only their words set them apart. */
    private SignRule inverted() {
        return negative == 0 && words.isAnyBack() ? SignRule.INVERTED_BUT_REFUNDS : SignRule.INVERTED;
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
        return examples.question(layout, negative > 0);
    }
}
