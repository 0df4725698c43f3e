package dev.payweek.store;

import dev.payweek.category.CategoryPath;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

final class RuleKind extends Kind<CategoryRule> {

    RuleKind() {
        super("rule", CategoryRule.class);
    }

    @Override
    public String key(CategoryRule rule) {
        return Long.toString(rule.id());
    }

    @Override
    public Comparator<CategoryRule> order() {
        return Comparator.comparingInt(CategoryRule::priority).thenComparingLong(CategoryRule::id);
    }

    @Override
    protected void write(CategoryRule rule, FieldLines to) {
        to.with("id", rule.id())
                .with("version", rule.version())
                .with("name", rule.name())
                .with("priority", rule.priority())
                .with("enabled", rule.enabled())
                .with("valid_from", rule.validFrom())
                .with("when", rule.when())
                .with("then", rule.then());
    }

    @Override
    protected CategoryRule read(FieldLines.Read from) {
        return new CategoryRule(
                Long.parseLong(from.one("id")),
                Integer.parseInt(from.one("version")),
                from.one("name"),
                Integer.parseInt(from.one("priority")),
                Boolean.parseBoolean(from.one("enabled")),
                from.find("valid_from").map(LocalDate::parse),
                Condition.parse(from.one("when")),
                RuleAction.parse(from.one("then")));
    }

    @Override
    public int version(CategoryRule rule) {
        return rule.version();
    }

    @Override
    public CategoryRule withVersion(CategoryRule rule, int version) {
        return rule.withVersion(version);
    }

    @Override
    public List<CategoryPath> categories(CategoryRule rule) {
        return rule.then().categories();
    }

    @Override
    public CategoryRule moved(CategoryRule rule, UnaryOperator<CategoryPath> move) {
        RuleAction then = rule.then().moved(move);
        return then.equals(rule.then()) ? rule : rule.doing(then);
    }
}
