package dev.payweek.match;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * A set of characters as a class of a pattern names it, asked about case-folded characters: {@code [A-F]} has {@code
 * c}, and {@code [^A-F]} has not.
 */
final class CharacterSet {

    private static final int SIMPLE = 128;

    private final List<IntPredicate> members;
    private final boolean negated;
    private final boolean[] simple = new boolean[SIMPLE];

    CharacterSet(List<IntPredicate> members, boolean negated) {
        this.members = List.copyOf(members);
        this.negated = negated;
        for (int c = 0; c < SIMPLE; c++) {
            simple[c] = computed(c);
        }
    }

    static CharacterSet any() {
        return new CharacterSet(List.of(), true);
    }

    static CharacterSet of(int character) {
        return new CharacterSet(List.of(c -> c == character), false);
    }

    boolean contains(int folded) {
        return folded < SIMPLE ? simple[folded] : computed(folded);
    }

    /** A folded character stands for its capital too, so a class that names the capital means it. */
    private boolean computed(int folded) {
        return negated
                != (isMember(folded)
                        || isMember(Character.toUpperCase(folded))
                        || isMember(Character.toTitleCase(folded)));
    }

    private boolean isMember(int character) {
        for (IntPredicate member : members) {
            if (member.test(character)) {
                return true;
            }
        }
        return false;
    }
}
