package dev.payweek.category;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The categories of one ledger, ready to be asked.
 *
 * <pre>{@code
 * var categories = new Categories(Categories.STANDARD);
 * categories.resolve("fun");                                   // Fun
 * categories.resolve("Food");                                  // Other:Food
 * categories.isDiscretionary(CategoryPath.of("Fun:Dining"));   // true
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Categories {

    /** Where spending goes that nobody has placed. */
    public static final CategoryPath OTHER = CategoryPath.of("Other");

    /** What a new ledger starts with: the four groups of the budget. */
    public static final List<Category> STANDARD = List.of(
            Category.of("Fun"),
            Category.of("Predictable Necessities"),
            Category.of("Unpredictable Necessities"),
            new Category(OTHER, true, false));

    private final NavigableMap<CategoryPath, Category> byPath = new TreeMap<>();

    /** Creates the view; of several categories with one path the last counts. */
    public Categories(Collection<Category> categories) {
        categories.forEach(category -> byPath.put(category.path(), category));
    }

    /** Returns all categories in the order of their paths. */
    public List<Category> all() {
        return List.copyOf(byPath.values());
    }

    /** Returns the category at the path, if there is one. */
    public Optional<Category> find(CategoryPath path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Returns the groups in the order of their names. */
    public List<CategoryPath> groups() {
        return byPath.keySet().stream().filter(path -> path.parent().isEmpty()).toList();
    }

    /**
     * Returns the path a person means by a name, whether or not it exists yet.
     *
     * <p>An existing path in any letter case is that path; a single word that is the innermost level of exactly one
     * category is that category; anything else lies below its existing group, and without one under {@link #OTHER}:
     * {@code "Food"} becomes {@code Other:Food}. Levels that exist are spelled as they are: {@code "fun:DINING:Thai"}
     * is {@code Fun:Dining:Thai}.
     *
     * @throws dev.payweek.refusal.LedgerException if the name is no path, or has {@link CategoryPath#MAX_LEVELS} levels
     *     and would come to lie below {@link #OTHER}
     */
    public CategoryPath resolve(String name) {
        CategoryPath asked = CategoryPath.of(name);
        Optional<CategoryPath> same = findLike(asked);
        if (same.isPresent()) {
            return same.get();
        }
        List<CategoryPath> leaves = byPath.keySet().stream()
                .filter(path -> path.leaf().equalsIgnoreCase(asked.name()))
                .toList();
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        return asExisting(findLike(asked.group()).isPresent() ? asked : OTHER.child(asked.name()));
    }

    /** Returns the existing category whose path reads the same apart from letter case; the same to the letter first. */
    public Optional<CategoryPath> findLike(CategoryPath path) {
        if (byPath.containsKey(path)) {
            return Optional.of(path);
        }
        return byPath.keySet().stream().filter(other -> other.readsLike(path)).findFirst();
    }

    private CategoryPath asExisting(CategoryPath path) {
        return findLike(path)
                .or(() -> path.parent().map(parent -> asExisting(parent).child(path.leaf())))
                .orElse(path);
    }

    /** Returns whether the path takes no new entries: it or a level above it is archived. */
    public boolean isArchived(CategoryPath path) {
        Optional<CategoryPath> level = Optional.of(path);
        while (level.isPresent()) {
            if (find(level.get()).filter(Category::archived).isPresent()) {
                return true;
            }
            level = level.get().parent();
        }
        return false;
    }

    /**
     * Returns whether spending at the path counts as discretionary: neither it nor a level above is marked otherwise.
     */
    public boolean isDiscretionary(CategoryPath path) {
        Optional<CategoryPath> level = Optional.of(path);
        while (level.isPresent()) {
            Category category = byPath.get(level.get());
            if (category != null && !category.discretionary()) {
                return false;
            }
            level = level.get().parent();
        }
        return true;
    }
}
