package dev.payweek.category;

/**
 * A category of a ledger, such as {@code Category.of("Fun:Dining")}; rent, which nobody chooses to spend, is {@code new
 * Category(CategoryPath.of("Predictable Necessities:Rent"), false, false)}.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param path its place in the tree
 * @param discretionary whether spending in it counts as discretionary; rent, say, is shown but does not
 * @param archived whether it is kept for history only and offered no more
 */
public record Category(CategoryPath path, boolean discretionary, boolean archived) {

    /**
     * Returns a discretionary category in use.
     *
     * @throws dev.payweek.refusal.LedgerException if the path is not one, see {@link CategoryPath}
     */
    public static Category of(String path) {
        return new Category(CategoryPath.of(path), true, false);
    }
}
