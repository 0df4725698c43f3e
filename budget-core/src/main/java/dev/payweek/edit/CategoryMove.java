package dev.payweek.edit;

import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryKind;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Moves a category, or merges it into another, with all that names it: history follows; {@code "Fun:Dining"} becomes
 * {@code "Food:Dining"} in old expenses too. For one thread, with its session.
 */
public final class CategoryMove {

    private final LedgerSession edit;
    private final LedgerWriter writer;
    private final ChangeLog log;
    private final CategoryPath from;
    private final CategoryPath to;

    /** Prepares the move of a category. */
    public CategoryMove(LedgerSession edit, CategoryPath from, CategoryPath to) {
        this.edit = edit;
        this.writer = edit.writer();
        this.log = edit.log();
        this.from = from;
        this.to = to;
    }

    /** Gives the category another name or place. */
    public void move() {
        requireMovable();
        edit.categories().findLike(to).filter(like -> !like.equals(from)).ifPresent(like -> {
            throw LedgerException.conflict("There is already a category \"" + like + "\"; merge into it instead.");
        });
        boolean discretionary =
                edit.categories().find(from).map(Category::discretionary).orElse(true);
        to.parent().ifPresent(parent -> edit.require(parent, discretionary));
        follow();
        log.describe("move category " + from + " to " + to);
    }

    /** Makes one category of two. */
    public void merge() {
        requireMovable();
        if (edit.categories().find(to).isEmpty()) {
            throw LedgerException.notFound("There is no category \"" + to + "\" to merge into.");
        }
        requireNoLimits();
        follow();
        log.describe("merge category " + from + " into " + to);
    }

    private void requireMovable() {
        if (edit.categories().find(from).isEmpty()) {
            throw LedgerException.notFound("There is no category \"" + from + "\".");
        }
        if (from.equals(Categories.OTHER)) {
            throw LedgerException.conflict("The group \"" + from + "\" stays, since what nobody has placed is there.");
        }
        if (to.isWithin(from)) {
            throw LedgerException.conflict("The category \"" + from + "\" cannot come to lie in itself.");
        }
    }

    /** A limit would be lost, or would come to hold for more than it was set for; either is for a person to say. */
    private void requireNoLimits() {
        writer.all(Kinds.LIMIT).stream()
                .filter(limit -> limit.category().isWithin(from))
                .findFirst()
                .ifPresent(limit -> {
                    throw LedgerException.conflict(
                            "The category \"" + limit.category() + "\" has a limit of " + limit.amount()
                                    + "; remove it first, and set one on \"" + to + "\" if there is to be one.");
                });
    }

    private void follow() {
        moveCategories();
        moveExpenses();
        moveLimits();
        Kinds.SMALL.stream()
                .filter(kind -> !kind.equals(Kinds.CATEGORY) && !kind.equals(Kinds.LIMIT))
                .forEach(this::moveNames);
    }

    private <T> void moveNames(Kind<T> kind) {
        writer.all(kind).forEach(thing -> log.replace(kind, thing, kind.moved(thing, this::moved), "move"));
    }

    private CategoryPath moved(CategoryPath path) {
        return path.moved(from, to);
    }

    private void moveCategories() {
        List<Category> moving = edit.categories().all().stream()
                .filter(category -> category.path().isWithin(from))
                .toList();
        moving.forEach(category -> log.remove(Kinds.CATEGORY, category, "move"));
        for (Category category : moving) {
            CategoryPath path = moved(category.path());
            if (edit.categories().find(path).isEmpty()) {
                log.put(Kinds.CATEGORY, new Category(path, category.discretionary(), category.archived()), "move");
            }
        }
    }

    /** Ids first, since a store is not written while it is read through. */
    private void moveExpenses() {
        List<Long> ids = new ArrayList<>();
        writer.forEachEntry(EntryQuery.all(EntryKind.EXPENSE).inCategory(from), entry -> ids.add(entry.id()));
        for (long id : ids) {
            writer.findEntry(id)
                    .ifPresent(found -> log.replace(Kinds.ENTRY, found, Kinds.ENTRY.moved(found, this::moved), "move"));
        }
    }

    /** What is limited already where it comes to lie keeps its own limit. */
    private void moveLimits() {
        Set<CategoryPath> limited = writer.all(Kinds.LIMIT).stream()
                .map(SoftLimit::category)
                .filter(category -> !category.isWithin(from))
                .collect(Collectors.toSet());
        writer.all(Kinds.LIMIT).stream()
                .filter(limit -> limit.category().isWithin(from))
                .forEach(limit -> {
                    log.remove(Kinds.LIMIT, limit, "move");
                    if (!limited.contains(moved(limit.category()))) {
                        log.put(Kinds.LIMIT, limit.on(moved(limit.category())), "move");
                    }
                });
    }
}
