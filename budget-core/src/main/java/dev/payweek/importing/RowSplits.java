package dev.payweek.importing;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.PrintableText;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleSet;
import dev.payweek.statement.StatementPart;
import dev.payweek.statement.StatementRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The parts of one row on their way to being the splits of an expense.
 *
 * <p>Where the file names categories, they are the splits'. Where it does not, as in a bundle of payments, the rules
 * are asked of each part by its own words. Parts of which nothing is known that would distinguish them, or that do not
 * come exactly to the amount, make no splits; they stand in the note.
 */
final class RowSplits {

    /** Where the parts belong and who says so. */
    record Sorted(List<Split> splits, CategoryPath main, Provenance by, String reason) {}

    private static final int MOST_SPLITS = 100;

    private final StatementRow row;

    RowSplits(StatementRow row) {
        this.row = row;
    }

    boolean isEmpty() {
        return row.parts().isEmpty();
    }

    /** Returns whether the file itself says where a part belongs. */
    boolean areNamed() {
        return row.parts().stream().anyMatch(part -> part.categoryHint().isPresent());
    }

    /** Returns whether splits of them would keep all that the file says of them. */
    boolean areMereSplits() {
        return row.parts().stream()
                .allMatch(part -> part.text().isBlank() && part.categoryHint().isPresent());
    }

    /** Returns what the file says of them for a person to read: {@code "12.50 Groceries; 8.00 Household soap"}. */
    Optional<String> note(int maxLength) {
        String written = row.parts().stream().map(this::written).collect(Collectors.joining("; "));
        return Optional.of(PrintableText.line(written, maxLength)).filter(note -> !note.isBlank());
    }

    /** Amounts are written as people do: what is like the whole has no minus. */
    private String written(StatementPart part) {
        String amount = part.amount()
                .map(value -> row.amount().signum() < 0 ? value.negate() : value)
                .map(BigDecimal::toString)
                .orElse("");
        return (amount + " " + part.categoryHint().orElse("") + " " + part.text()).strip();
    }

    /**
     * Returns where an expense belongs by its parts, without splits if they all belong together; nothing if they do not
     * say.
     */
    Optional<Sorted> sorted(EntryDetails spent, RuleSet rules, Function<String, Optional<CategoryPath>> hinted) {
        Optional<List<Money>> amounts = amounts(spent.amount());
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        List<Split> splits = new ArrayList<>();
        Optional<Split> main = Optional.empty();
        Optional<CategoryRule> deciding = Optional.empty();
        for (int i = 0; i < row.parts().size(); i++) {
            StatementPart part = row.parts().get(i);
            Money amount = amounts.get().get(i);
            if (amount.isZero()) {
                continue;
            }
            Optional<CategoryRule> rule = areNamed() ? Optional.empty() : rule(part, amount, spent, rules);
            Optional<CategoryPath> category = part.categoryHint()
                    .flatMap(hinted)
                    .or(() -> rule.flatMap(one -> one.then().category()));
            Split split = new Split(category.orElse(Categories.OTHER), amount);
            splits.add(split);
            if (category.isPresent()
                    && main.filter(other -> !isLarger(split, other)).isEmpty()) {
                main = Optional.of(split);
                deciding = rule;
            }
        }
        List<Split> few = few(splits);
        if (main.isEmpty() || few.size() > MOST_SPLITS) {
            return Optional.empty();
        }
        Provenance by = deciding.map(CategoryRule::provenance).orElse(Provenance.IMPORT_HINT);
        String reason = deciding.map(
                        rule -> "its parts by the rules, the largest by rule " + rule.id() + " " + rule.name())
                .orElse("the file's parts");
        return Optional.of(new Sorted(few, main.get().category(), by, reason));
    }

    private static boolean isLarger(Split one, Split other) {
        return Comparator.comparing((Split split) -> split.amount().abs()).compare(one, other) > 0;
    }

    /** Asks the rules of one part as if it had been booked alone; only a category makes sense of a part. */
    private static Optional<CategoryRule> rule(StatementPart part, Money amount, EntryDetails spent, RuleSet rules) {
        String words = PrintableText.kept(part.text(), EntryDetails.MAX_BANK_TEXT);
        if (words.isBlank()) {
            return Optional.empty();
        }
        EntryDetails alone = new EntryDetails(
                spent.date(), amount, spent.title(), Optional.of(words), spent.account(), Optional.empty(), List.of());
        return rules.decide(alone, EntryKind.EXPENSE)
                .filter(rule -> rule.then().category().isPresent());
    }

    /** Returns the amounts as spent, if every part has one and they come exactly to the whole. */
    private Optional<List<Money>> amounts(Money whole) {
        List<Money> amounts = new ArrayList<>();
        Money sum = Money.zero(whole.currency());
        try {
            for (StatementPart part : row.parts()) {
                if (part.amount().isEmpty()) {
                    return Optional.empty();
                }
                Money amount = Money.of(part.amount().get(), whole.currency()).negated();
                amounts.add(amount);
                sum = sum.plus(amount);
            }
        } catch (LedgerException | ArithmeticException unusable) {
            // An amount with more decimals than the currency has, or beyond any range, is no part of this whole.
            return Optional.empty();
        }
        return sum.equals(whole) ? Optional.of(amounts) : Optional.empty();
    }

    /** What belongs together needs no splits, and a bundle of very many payments has one for each category. */
    private static List<Split> few(List<Split> splits) {
        Map<CategoryPath, Money> sums = new LinkedHashMap<>();
        splits.forEach(split -> sums.merge(split.category(), split.amount(), Money::plus));
        if (sums.size() > 1 && splits.size() <= MOST_SPLITS) {
            return splits;
        }
        sums.values().removeIf(Money::isZero);
        return sums.size() < 2
                ? List.of()
                : sums.entrySet().stream()
                        .map(sum -> new Split(sum.getKey(), sum.getValue()))
                        .toList();
    }
}
