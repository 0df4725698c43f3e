package dev.payweek.category;

import dev.payweek.refusal.Checks;
import java.util.Optional;

/**
 * The place of a category in the tree, such as {@code Fun:Dining}: a group and up to three levels below it.
 *
 * @param name the levels joined by colons, one to four of them, each 1 to 40 characters without surrounding blanks
 */
public record CategoryPath(String name) implements Comparable<CategoryPath> {

    /** The most levels a path may have, inclusive. */
    public static final int MAX_LEVELS = 4;

    private static final int MAX_LEVEL_LENGTH = 40;

    /** Creates a path from its name; blanks around each level are dropped. */
    public CategoryPath {
        String[] levels = name.split(":", -1);
        var checks = new Checks();
        checks.that(
                levels.length <= MAX_LEVELS,
                "category",
                "too_deep",
                "A category has at most " + MAX_LEVELS + " levels: \"" + shortened(name) + "\".");
        for (int i = 0; i < Math.min(levels.length, MAX_LEVELS); i++) {
            levels[i] = levels[i].strip();
            checks.text("category", levels[i], MAX_LEVEL_LENGTH);
        }
        checks.refuseIfAny();
        name = String.join(":", levels);
    }

    /** Returns the path of a name such as {@code "Fun:Dining"}. */
    public static CategoryPath of(String name) {
        return new CategoryPath(name);
    }

    /** Returns the outermost level: {@code Fun} for {@code Fun:Dining}. */
    public CategoryPath group() {
        int colon = name.indexOf(':');
        return colon < 0 ? this : new CategoryPath(name.substring(0, colon));
    }

    /** Returns the level this one lies in, or nothing for a group. */
    public Optional<CategoryPath> parent() {
        int colon = name.lastIndexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(new CategoryPath(name.substring(0, colon)));
    }

    /** Returns the innermost level's own name: {@code Dining} for {@code Fun:Dining}. */
    public String leaf() {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    /** Returns the number of levels, from 1. */
    public int level() {
        return (int) name.chars().filter(c -> c == ':').count() + 1;
    }

    /** Tells whether this is the other path or lies below it. */
    public boolean isWithin(CategoryPath other) {
        return name.equals(other.name) || name.startsWith(other.name + ":");
    }

    /**
     * Returns where this path comes to lie when a level it is in is moved: {@code Fun:Dining:Thai} with {@code
     * Fun:Dining} moved to {@code Food} is {@code Food:Thai}. A path elsewhere stays.
     */
    public CategoryPath moved(CategoryPath from, CategoryPath to) {
        return isWithin(from) ? new CategoryPath(to.name + name.substring(from.name.length())) : this;
    }

    /** Returns the path of a level below this one. */
    public CategoryPath child(String leaf) {
        return new CategoryPath(name + ":" + leaf);
    }

    /** Tells whether the other path reads the same apart from letter case. */
    boolean readsLike(CategoryPath other) {
        return name.equalsIgnoreCase(other.name);
    }

    /** Orders alphabetically, each level before what lies below it. */
    @Override
    public int compareTo(CategoryPath other) {
        return name.replace(':', '\u0001').compareTo(other.name.replace(':', '\u0001'));
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
