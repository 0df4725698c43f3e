package dev.payweek.edit;

import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleSet;
import java.util.List;
import java.util.function.Function;

/**
 * What every piece of work needs of a ledger's categories and rules, made ready when they change and not each time:
 * {@code compiled.rules(reader.all(Kinds.RULE))}. Safe for use by any number of threads.
 */
final class CompiledThings {

    private final Last<Category, Categories> categories = new Last<>(Categories::new);
    private final Last<CategoryRule, RuleSet> rules = new Last<>(RuleSet::new);

    Categories categories(List<Category> list) {
        return categories.of(list);
    }

    RuleSet rules(List<CategoryRule> list) {
        return rules.of(list);
    }

    /**
     * What was last made of a list.
     *
     * @param <T> what is listed
     * @param <M> what is made of it, which many threads may use
     */
    private static final class Last<T, M> {

        private final Function<List<T>, M> make;
        private volatile Compiled<T, M> last;

        private record Compiled<T, M>(List<T> from, M made) {}

        Last(Function<List<T>, M> make) {
            this.make = make;
            this.last = new Compiled<>(List.of(), make.apply(List.of()));
        }

        /** A store that knows that nothing has changed gives the very list it gave before: nothing is compared then. */
        M of(List<T> list) {
            Compiled<T, M> known = last;
            if (known.from() == list || known.from().equals(list)) {
                return known.made();
            }
            M made = make.apply(list);
            last = new Compiled<>(list, made);
            return made;
        }
    }
}
