package dev.payweek.category;

/**
 * A category of a ledger.
 *
 * @param path its place in the tree
 * @param discretionary whether spending in it counts as discretionary; rent, say, is shown but does not
 * @param archived whether it is kept for history only and offered no more
 */
public record Category(CategoryPath path, boolean discretionary, boolean archived) {

    /** Returns a discretionary category in use. */
    public static Category of(String path) {
        return new Category(CategoryPath.of(path), true, false);
    }
}
