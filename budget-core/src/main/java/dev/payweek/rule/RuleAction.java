package dev.payweek.rule;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Split;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a matching rule makes of an entry. {@code toString} writes what {@link #parse} reads: {@code rename "Corner
 * Coffee" tag "treat" category Fun:Coffee}.
 *
 * <pre>{@code
 * var halves = RuleAction.parse("split 50% \"Fun\", 50% \"Other\"");
 * halves.parts(Money.of("0.05", "USD")).get(0).amount();    // 0.03 USD
 * halves.fits(EntryKind.INCOME);                            // false
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param outcome where the entry belongs or what it is
 * @param rename the title that an imported entry gets, 1 to 200 characters; the bank's own words stay
 * @param tags added to those the entry has, at most 20, each 1 to 40 characters, distinct
 */
public record RuleAction(Outcome outcome, Optional<String> rename, List<String> tags) {

    /** Where an entry belongs or what it is. */
    public sealed interface Outcome {}

    /**
     * Puts an expense into a category.
     *
     * @param category where it belongs
     */
    public record Categorise(CategoryPath category) implements Outcome {}

    /**
     * Splits an expense among categories; the largest share is its main one.
     *
     * @param shares 2 to 20 shares whose percents sum to 100
     */
    public record SplitUp(List<Share> shares) implements Outcome {
        /** Creates the split; refuses shares that are not the whole. */
        public SplitUp {
            shares = List.copyOf(shares);
            int sum = shares.stream().mapToInt(Share::percent).sum();
            var checks = new Validation();
            checks.that(shares.size() >= 2, "split", "too_few", "A split has at least two shares.");
            checks.that(shares.size() <= 20, "split", "too_many", "A split has at most 20 shares.");
            checks.that(sum == 100, "split", "sum", "The shares sum to " + sum + " percent, not to 100.");
            for (int i = 0; i < shares.size(); i++) {
                checks.that(
                        shares.get(i).percent() >= 1 && shares.get(i).percent() <= 99,
                        "split/" + i + "/percent",
                        "out_of_range",
                        "A share is 1 to 99 percent.");
            }
            checks.refuseIfAny();
        }

        CategoryPath main() {
            return shares.stream()
                    .max(Comparator.comparingInt(Share::percent))
                    .orElseThrow()
                    .category();
        }
    }

    /**
     * A part of a split.
     *
     * @param percent how much of the amount, a whole number from 1 to 99
     * @param category where it belongs
     */
    public record Share(int percent, CategoryPath category) {}

    /** Takes the movement as a transfer between own accounts. */
    public record MarkTransfer() implements Outcome {}

    /** Creates an action; refuses with every problem found. */
    public RuleAction {
        tags = tags.stream().map(String::strip).distinct().toList();
        var checks = new Validation();
        rename.ifPresent(title -> checks.text("rename", title, EntryDetails.MAX_TITLE));
        checks.that(tags.size() <= 20, "tags", "too_many", "A rule adds at most 20 tags.");
        for (int i = 0; i < Math.min(tags.size(), 20); i++) {
            checks.text("tags/" + i, tags.get(i), 40);
        }
        checks.refuseIfAny();
    }

    /** Returns an action that does nothing but reach the outcome: no title is changed, no tag added. */
    public static RuleAction of(Outcome outcome) {
        return new RuleAction(outcome, Optional.empty(), List.of());
    }

    /** Returns the action that puts expenses into a category such as {@code "Fun:Coffee"}. */
    public static RuleAction category(String name) {
        return of(new Categorise(CategoryPath.of(name)));
    }

    /**
     * Reads an action: {@code "category Fun:Coffee"}, {@code "split 60% \"Fun\", 40% \"Other\""} or {@code "transfer"},
     * each possibly after {@code rename "…"} and {@code tag "…"}.
     *
     * @throws LedgerException if the text is of another form, with the place where it stops making sense
     */
    public static RuleAction parse(String text) {
        return new ActionText(text).read();
    }

    /** Returns this action with a title that imported entries get. */
    public RuleAction renaming(String title) {
        return new RuleAction(outcome, Optional.of(title), tags);
    }

    /** Returns this action with a further tag that entries get. */
    public RuleAction tagging(String tag) {
        List<String> more = new ArrayList<>(tags);
        more.add(tag);
        return new RuleAction(outcome, rename, more);
    }

    /**
     * Returns whether it makes sense of such an entry: a category does of an expense only.
     */
    public boolean fits(EntryKind kind) {
        return outcome instanceof MarkTransfer || kind == EntryKind.EXPENSE;
    }

    /** Returns the category an expense gets; of a split that of its largest share; nothing when it gets none. */
    public Optional<CategoryPath> category() {
        if (outcome instanceof SplitUp split) {
            return Optional.of(split.main());
        }
        return outcome instanceof Categorise to ? Optional.of(to.category()) : Optional.empty();
    }

    /** Returns every category it names. */
    public List<CategoryPath> categories() {
        return outcome instanceof SplitUp split
                ? split.shares().stream().map(Share::category).toList()
                : category().stream().toList();
    }

    /** Returns the same action with each category replaced by another. */
    public RuleAction moved(UnaryOperator<CategoryPath> other) {
        if (outcome instanceof SplitUp split) {
            List<Share> shares = split.shares().stream()
                    .map(share -> new Share(share.percent(), other.apply(share.category())))
                    .toList();
            return new RuleAction(new SplitUp(shares), rename, tags);
        }
        return outcome instanceof Categorise to
                ? new RuleAction(new Categorise(other.apply(to.category())), rename, tags)
                : this;
    }

    /**
     * Returns the parts of an expense of that amount, which sum exactly to it: none unless the outcome is a split. What
     * does not divide goes to the shares with the largest remainders: 0.05 by 50 % and 50 % is 0.03 and 0.02. A part
     * that comes to nothing is none, and one part alone is no split: 0.01 by 50 % and 50 % has no parts.
     */
    public List<Split> parts(Money amount) {
        if (!(outcome instanceof SplitUp split)) {
            return List.of();
        }
        List<Money> amounts = amount.allocate(
                split.shares().stream().mapToLong(Share::percent).toArray());
        List<Split> parts = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            if (!amounts.get(i).isZero()) {
                parts.add(new Split(split.shares().get(i).category(), amounts.get(i)));
            }
        }
        return parts.size() > 1 ? parts : List.of();
    }

    /**
     * Returns the details with the tags added as far as 20 allow, and renamed if that is asked and the rule says so.
     */
    public EntryDetails apply(EntryDetails details, boolean renames) {
        Optional<String> title = renames ? rename : Optional.empty();
        if (title.isEmpty() && details.tags().containsAll(tags)) {
            return details;
        }
        List<String> all = new ArrayList<>(details.tags());
        tags.stream().filter(tag -> !all.contains(tag)).limit(20 - all.size()).forEach(all::add);
        return new EntryDetails(
                details.date(),
                details.amount(),
                title.orElse(details.title()),
                details.bankText(),
                details.account(),
                details.note(),
                all);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rename.ifPresent(
                title -> text.append("rename ").append(WordReader.quoted(title)).append(' '));
        tags.forEach(tag -> text.append("tag ").append(WordReader.quoted(tag)).append(' '));
        return text.append(written()).toString();
    }

    private String written() {
        if (outcome instanceof SplitUp split) {
            return split.shares().stream()
                    .map(share -> share.percent() + "% "
                            + WordReader.quoted(share.category().name()))
                    .collect(Collectors.joining(", ", "split ", ""));
        }
        if (outcome instanceof Categorise to) {
            return "category " + to.category();
        }
        return outcome instanceof MarkTransfer ? "transfer" : "paycheck";
    }
}
