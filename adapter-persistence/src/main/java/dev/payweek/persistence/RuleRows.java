package dev.payweek.persistence;

import static dev.payweek.persistence.schema.tables.Category.CATEGORY;
import static dev.payweek.persistence.schema.tables.CategoryRule.CATEGORY_RULE;
import static java.util.Comparator.comparing;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Categories and the rules that choose them. Conditions and actions are kept in their own words. */
final class RuleRows {

    private static final Fixed CATEGORIES = Fixed.allOf(CATEGORY, CATEGORY.LEDGER);

    private static final Fixed RULES = Fixed.allOf(CATEGORY_RULE, CATEGORY_RULE.LEDGER);

    private final Link link;
    private final long ledger;

    RuleRows(Link link, long ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<Category> categories() {
        return link.rows(CATEGORIES, CATEGORY, ledger).stream()
                .map(row -> new Category(
                        CategoryPath.of(row.get(CATEGORY.PATH)),
                        row.get(CATEGORY.DISCRETIONARY),
                        row.get(CATEGORY.ARCHIVED)))
                .sorted(comparing(Category::path))
                .toList();
    }

    void put(Category category) {
        removeCategory(category.path());
        link.jooq()
                .insertInto(CATEGORY)
                .set(CATEGORY.LEDGER, ledger)
                .set(CATEGORY.PATH, category.path().name())
                .set(CATEGORY.DISCRETIONARY, category.discretionary())
                .set(CATEGORY.ARCHIVED, category.archived())
                .execute();
    }

    void removeCategory(CategoryPath path) {
        link.jooq()
                .deleteFrom(CATEGORY)
                .where(CATEGORY.LEDGER.eq(ledger))
                .and(CATEGORY.PATH.eq(path.name()))
                .execute();
    }

    List<CategoryRule> rules() {
        return link.rows(RULES, CATEGORY_RULE, ledger).stream()
                .map(RuleRows::rule)
                .sorted(comparing(CategoryRule::priority).thenComparing(CategoryRule::id))
                .toList();
    }

    private static CategoryRule rule(Record row) {
        return new CategoryRule(
                row.get(CATEGORY_RULE.ID),
                row.get(CATEGORY_RULE.VERSION),
                row.get(CATEGORY_RULE.NAME),
                row.get(CATEGORY_RULE.PRIORITY),
                row.get(CATEGORY_RULE.ENABLED),
                Optional.ofNullable(row.get(CATEGORY_RULE.VALID_FROM_DAY)).map(Days::day),
                Condition.parse(row.get(CATEGORY_RULE.CONDITION_TEXT)),
                RuleAction.parse(row.get(CATEGORY_RULE.ACTION_TEXT)));
    }

    void put(CategoryRule rule) {
        removeRule(rule.id());
        link.jooq()
                .insertInto(CATEGORY_RULE)
                .set(CATEGORY_RULE.LEDGER, ledger)
                .set(CATEGORY_RULE.ID, rule.id())
                .set(CATEGORY_RULE.VERSION, rule.version())
                .set(CATEGORY_RULE.NAME, rule.name())
                .set(CATEGORY_RULE.PRIORITY, rule.priority())
                .set(CATEGORY_RULE.ENABLED, rule.enabled())
                .set(
                        CATEGORY_RULE.VALID_FROM_DAY,
                        rule.validFrom().map(Days::number).orElse(null))
                .set(CATEGORY_RULE.CONDITION_TEXT, rule.when().toString())
                .set(CATEGORY_RULE.ACTION_TEXT, rule.then().toString())
                .execute();
    }

    void removeRule(long id) {
        link.jooq()
                .deleteFrom(CATEGORY_RULE)
                .where(CATEGORY_RULE.LEDGER.eq(ledger))
                .and(CATEGORY_RULE.ID.eq(id))
                .execute();
    }
}
