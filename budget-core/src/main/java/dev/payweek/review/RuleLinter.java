package dev.payweek.review;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleFinding;
import dev.payweek.rule.RuleFinding.Kind;
import dev.payweek.rule.RuleSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks at a ledger's entries with all its rules at once and finds those that do nothing.
 *
 * <pre>{@code
 * budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
 * var linting = new RuleLinter(budget.read(view -> view.rules()));
 * linting.look(budget.spend(Money.of("12.00", "USD"), "Cinema", LocalDate.of(2026, 11, 21)));
 * linting.ofRules().get(0).kind();    // MATCHES_NOTHING
 * }</pre>
 *
 * <p>Holds no entries. Not safe for use by several threads.
 */
public final class RuleLinter {

    private final RuleSet rules;
    private final Set<Long> first = new HashSet<>();
    private Predicate<CategoryPath> archived = path -> false;

    /** For each rule that matched but was not first, a rule that was. */
    private final Map<Long, CategoryRule> inTheWay = new HashMap<>();

    /** Begins with no entry. */
    public RuleLinter(RuleSet rules) {
        this.rules = rules;
    }

    /** Lets no rule decide for these categories, which take no new entries. */
    public RuleLinter closing(Predicate<CategoryPath> categories) {
        archived = categories;
        return this;
    }

    /** Looks at an entry. */
    public void look(Entry entry) {
        List<CategoryRule> matching = rules.matching(entry.details(), entry.kind());
        if (!matching.isEmpty()) {
            first.add(matching.get(0).id());
            matching.subList(1, matching.size()).forEach(rule -> inTheWay.put(rule.id(), matching.get(0)));
        }
    }

    /** Returns the rules that could decide something and have decided nothing so far; no other has more to show. */
    List<CategoryRule> undecided() {
        return rules.inOrder().stream()
                .filter(rule -> rule.enabled()
                        && !first.contains(rule.id())
                        && rule.then().categories().stream().noneMatch(archived)
                        && rules.shadowOf(rule).isEmpty())
                .toList();
    }

    /** Takes over of one rule what another has found that looked at every entry which the rule matches. */
    void learn(CategoryRule rule, RuleLinter other) {
        if (other.first.contains(rule.id())) {
            first.add(rule.id());
        }
        Optional.ofNullable(other.inTheWay.get(rule.id())).ifPresent(one -> inTheWay.put(rule.id(), one));
    }

    /** Returns what there is to say of each rule, in the order they are asked: one thing at most. */
    public List<RuleFinding> ofRules() {
        return rules.inOrder().stream().flatMap(rule -> of(rule).stream()).toList();
    }

    private Optional<RuleFinding> of(CategoryRule rule) {
        if (!rule.enabled()) {
            return Optional.of(finding(Kind.DISABLED, rule, Optional.empty(), "is switched off."));
        }
        Optional<CategoryPath> closed =
                rule.then().categories().stream().filter(archived).findFirst();
        if (closed.isPresent()) {
            return Optional.of(finding(
                    Kind.ARCHIVED_CATEGORY,
                    rule,
                    Optional.empty(),
                    "decides nothing new, since the category \"" + closed.get() + "\" is archived."));
        }
        Optional<CategoryRule> shadow = rules.shadowOf(rule);
        if (shadow.isPresent()) {
            return Optional.of(finding(
                    Kind.UNREACHABLE,
                    rule,
                    shadow,
                    "can never decide: the rule \"" + shadow.get().name() + "\" matches whatever it matches."));
        }
        if (first.contains(rule.id())) {
            return Optional.empty();
        }
        Optional<CategoryRule> other = Optional.ofNullable(inTheWay.get(rule.id()));
        return Optional.of(other.map(one -> finding(
                        Kind.NEVER_FIRST,
                        rule,
                        other,
                        "has decided nothing so far: earlier rules such as \"" + one.name() + "\" match first."))
                .orElseGet(() -> finding(Kind.MATCHES_NOTHING, rule, other, "matches no entry.")));
    }

    private static RuleFinding finding(Kind kind, CategoryRule rule, Optional<CategoryRule> other, String what) {
        return new RuleFinding(
                kind,
                Optional.of(rule.id()),
                other.map(CategoryRule::id),
                Optional.empty(),
                "The rule \"" + rule.name() + "\" " + what);
    }

    /**
     * Returns the categories that nothing uses, by path; groups and archived ones are left alone.
     *
     * @param spentIn the categories that entries are in, or that a plan is for
     * @param limited the categories with a limit
     */
    public List<RuleFinding> ofCategories(
            Collection<Category> categories, Set<CategoryPath> spentIn, Set<CategoryPath> limited) {
        Set<CategoryPath> used = new HashSet<>(spentIn);
        rules.inOrder().forEach(rule -> used.addAll(rule.then().categories()));
        List<RuleFinding> findings = new ArrayList<>();
        for (Category category : categories) {
            CategoryPath path = category.path();
            Predicate<CategoryPath> within = other -> other.isWithin(path);
            boolean parent = categories.stream()
                    .map(Category::path)
                    .anyMatch(other -> !other.equals(path) && other.isWithin(path));
            if (used.stream().anyMatch(within) || category.archived()) {
                continue;
            }
            if (limited.contains(path)) {
                findings.add(finding(Kind.IDLE_LIMIT, path, "has a limit, but no expense and no rule uses it."));
            } else if (path.level() > 1 && !parent) {
                findings.add(finding(Kind.DEAD_CATEGORY, path, "is used by nothing."));
            }
        }
        return findings;
    }

    private static RuleFinding finding(Kind kind, CategoryPath path, String what) {
        return new RuleFinding(
                kind, Optional.empty(), Optional.empty(), Optional.of(path), "The category \"" + path + "\" " + what);
    }
}
