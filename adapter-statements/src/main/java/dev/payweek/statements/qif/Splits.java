package dev.payweek.statements.qif;

import dev.payweek.statement.StatementPart;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.WrittenAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The splits of one record: what they come to, what is wrong with them, and the parts they are. */
final class Splits {

    private final List<QifSplit> splits;
    private final List<Optional<BigDecimal>> amounts = new ArrayList<>();
    private final BigDecimal whole;
    private BigDecimal sum = BigDecimal.ZERO;
    private Optional<String> trouble = Optional.empty();

    Splits(List<QifSplit> splits, BigDecimal whole, DecimalMark mark) {
        this.splits = splits;
        this.whole = whole;
        for (QifSplit split : splits) {
            Optional<BigDecimal> amount = WrittenAmount.of(split.amount()).flatMap(written -> written.under(mark));
            amounts.add(amount);
            sum = sum.add(amount.orElse(BigDecimal.ZERO));
            if (amount.isEmpty() && !split.amount().isEmpty()) {
                trouble = trouble.or(() -> Optional.of("The amount of the split in line " + split.line() + ", \""
                        + split.amount() + "\", is none; the record is taken whole."));
            }
        }
        settle();
    }

    /** A single split without an amount is what the others leave of the whole. */
    private void settle() {
        if (trouble.isPresent()) {
            return;
        }
        List<QifSplit> open =
                splits.stream().filter(split -> split.amount().isEmpty()).toList();
        if (open.size() == 1) {
            amounts.set(splits.indexOf(open.get(0)), Optional.of(whole.subtract(sum)));
        } else if (open.size() > 1) {
            trouble = Optional.of("The splits in lines " + open.get(0).line() + " and "
                    + open.get(1).line() + " have no amount; the record is taken whole.");
        } else if (!splits.isEmpty() && sum.compareTo(whole) != 0) {
            trouble = Optional.of("The splits from line " + splits.get(0).line() + " on come to "
                    + sum.toPlainString() + ", not to the amount of " + whole.toPlainString()
                    + "; the record is taken whole.");
        }
    }

    /** Returns why the splits are not the whole, if they are not. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Returns whether all of the record goes to or comes from own accounts. */
    boolean areTransfers() {
        return !splits.isEmpty() && splits.stream().allMatch(split -> isAccount(split.category()));
    }

    /** Returns whether a category is an account in brackets. */
    static boolean isAccount(String category) {
        return category.startsWith("[");
    }

    /** Returns the category that a lone split gives to all of the record. */
    Optional<String> onlyCategory() {
        return splits.size() == 1 && trouble.isEmpty() && splits.get(0).memo().isEmpty()
                ? hint(splits.get(0).category())
                : Optional.empty();
    }

    /** Returns the parts; none if a lone split says no more than the record itself. */
    List<StatementPart> parts() {
        if (onlyCategory().isPresent()) {
            return List.of();
        }
        List<StatementPart> parts = new ArrayList<>();
        for (int i = 0; i < splits.size(); i++) {
            QifSplit split = splits.get(i);
            String words = isAccount(split.category()) ? split.category() + " " + split.memo() : split.memo();
            parts.add(new StatementPart(amounts.get(i), words.strip(), hint(split.category())));
        }
        return parts;
    }

    /** Returns the category without the class behind it; an account is none. */
    static Optional<String> hint(String category) {
        return Optional.of(category.replaceFirst("/.*", "")).filter(name -> !isAccount(name) && !name.isEmpty());
    }
}
