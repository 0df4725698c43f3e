package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.schema.tables.Category.CATEGORY;
import static dev.payweek.persistence.schema.tables.CategoryRule.CATEGORY_RULE;
import static java.util.Comparator.comparing;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.persistence.table.EpochDays;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Categories and the rules that choose them. Conditions and actions are kept in their own words. */
final class RuleRows {

    static final ChecksummedTable CATEGORIES = ChecksummedTable.sealed(CATEGORY, 2);

    static final ChecksummedTable RULES = ChecksummedTable.sealed(CATEGORY_RULE, 2);

    private final Session link;
    private final LedgerRow ledger;

    RuleRows(Session link, LedgerRow ledger) {
        this.link = link;
        this.ledger = ledger;
    }

    List<Category> categories() {
        return CATEGORIES.all(link, ledger.seals()).stream()
                .map(row -> new Category(
                        CategoryPath.of(row.get(CATEGORY.PATH)),
                        row.get(CATEGORY.DISCRETIONARY),
                        row.get(CATEGORY.ARCHIVED)))
                .sorted(comparing(Category::path))
                .toList();
    }

    void put(Category category) {
        CATEGORIES.put(link, ledger.seals(), category.path().name(), category.discretionary(), category.archived());
    }

    void removeCategory(CategoryPath path) {
        CATEGORIES.remove(link, ledger.seals(), path.name());
    }

    List<CategoryRule> rules() {
        return RULES.all(link, ledger.seals()).stream()
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
                Optional.ofNullable(row.get(CATEGORY_RULE.VALID_FROM_DAY)).map(EpochDays::day),
                Condition.parse(row.get(CATEGORY_RULE.CONDITION_TEXT)),
                RuleAction.parse(row.get(CATEGORY_RULE.ACTION_TEXT)));
    }

    void put(CategoryRule rule) {
        RULES.put(
                link,
                ledger.seals(),
                rule.id(),
                rule.version(),
                rule.name(),
                rule.priority(),
                rule.enabled(),
                rule.validFrom().map(EpochDays::number),
                rule.when().toString(),
                rule.then().toString());
    }

    void removeRule(long id) {
        RULES.remove(link, ledger.seals(), id);
    }
}
