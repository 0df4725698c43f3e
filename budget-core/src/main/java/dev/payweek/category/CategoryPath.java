package dev.payweek.category;

import dev.payweek.refusal.Validation;
import java.util.Optional;

/**
 * The place of a category in the tree, such as {@code Fun:Dining}: a group and up to three levels below it.
 *
 * <pre>{@code
 * var dining = CategoryPath.of("Fun : Dining");      // Fun:Dining
 * dining.isWithin(CategoryPath.of("Fun"));           // true
 * CategoryPath.of("a:b:c:d:e");                      // refused: A category has at most 4 levels: "a:b:c:d:e".
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param name the levels joined by colons, one to four of them, each 1 to 40 characters without surrounding blanks
 */
public record CategoryPath(String name) implements Comparable<CategoryPath> {

    /** The most levels a path may have, inclusive. */
    public static final int MAX_LEVELS = 4;

    private static final int MAX_LEVEL_LENGTH = 40;

    /**
     * Creates a path from its name; blanks around each level are dropped.
     *
     * @throws dev.payweek.refusal.LedgerException with each problem: {@code too_deep}, {@code blank}, {@code too_long}
     *     or {@code control_character}
     */
    public CategoryPath {
        name = isPlain(name) ? name : checked(name);
    }

    /** Most names are plain words with colons between, and paths are made from paths all the time. */
    private static boolean isPlain(String name) {
        int levels = 1;
        int length = 0;
        char last = ' ';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ':') {
                if (length == 0 || last == ' ') {
                    return false;
                }
                levels++;
                length = 0;
            } else {
                length++;
                if (c < ' ' || c >= 0x7F || (c == ' ' && length == 1) || length > MAX_LEVEL_LENGTH) {
                    return false;
                }
            }
            last = c;
        }
        return length > 0 && last != ' ' && levels <= MAX_LEVELS;
    }

    private static String checked(String whole) {
        String[] levels = whole.split(":", -1);
        var checks = new Validation();
        if (levels.length > MAX_LEVELS) {
            String message = "A category has at most " + MAX_LEVELS + " levels: \"" + Validation.excerpt(whole) + "\".";
            checks.note("category", "too_deep", message);
        }
        for (int i = 0; i < Math.min(levels.length, MAX_LEVELS); i++) {
            levels[i] = levels[i].strip();
            checks.text("category", levels[i], MAX_LEVEL_LENGTH);
        }
        checks.refuseIfAny();
        return String.join(":", levels);
    }

    // By hand, as for each record that a start compares: one that the VM makes costs a new process some 50 ms.
    @Override
    public boolean equals(Object other) {
        return other instanceof CategoryPath path && path.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns the path of a name such as {@code "Fun:Dining"}; refuses what is no path. */
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

    /** Returns whether this is the other path or lies below it. */
    public boolean isWithin(CategoryPath other) {
        int length = other.name.length();
        return name.startsWith(other.name) && (name.length() == length || name.charAt(length) == ':');
    }

    /**
     * Returns where this path comes to lie when a level it is in is moved: {@code Fun:Dining:Thai} with {@code
     * Fun:Dining} moved to {@code Food} is {@code Food:Thai}. A path elsewhere stays.
     *
     * @throws dev.payweek.refusal.LedgerException if it would have more than {@link #MAX_LEVELS} levels
     */
    public CategoryPath moved(CategoryPath from, CategoryPath to) {
        return isWithin(from) ? new CategoryPath(to.name + name.substring(from.name.length())) : this;
    }

    /** Returns the path of a level below this one; refuses a fifth level. */
    public CategoryPath child(String leaf) {
        return new CategoryPath(name + ":" + leaf);
    }

    /** Returns whether the other path reads the same apart from letter case. */
    boolean readsLike(CategoryPath other) {
        return name.equalsIgnoreCase(other.name);
    }

    /** Orders alphabetically, each level before what lies below it. */
    @Override
    public int compareTo(CategoryPath other) {
        int end = Math.min(name.length(), other.name.length());
        for (int i = 0; i < end; i++) {
            if (name.charAt(i) != other.name.charAt(i)) {
                return Integer.compare(rank(name.charAt(i)), rank(other.name.charAt(i)));
            }
        }
        return Integer.compare(name.length(), other.name.length());
    }

    /** The colon comes before everything that a level's name may hold. */
    private static char rank(char letter) {
        return letter == ':' ? 0 : letter;
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
