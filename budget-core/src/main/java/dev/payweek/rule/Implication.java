package dev.payweek.rule;

import java.util.List;

/**
 * Finds out of two conditions whether one holds wherever the other does. It only says yes when that is certain; a no
 * may mean that it is too hard to find out.
 */
final class Implication {

    private Implication() {}

    /** Returns whether it is certain that the second condition holds of every entry of which the first does. */
    static boolean holds(Condition given, Condition wanted) {
        if (given.equals(wanted)) {
            return true;
        }
        if (wanted instanceof Condition.All all && each(given, all.parts())) {
            return true;
        }
        if (given instanceof Condition.Any any && any.parts().stream().allMatch(part -> holds(part, wanted))) {
            return true;
        }
        if (wanted instanceof Condition.Any any && any.parts().stream().anyMatch(part -> holds(given, part))) {
            return true;
        }
        if (given instanceof Condition.All all && all.parts().stream().anyMatch(part -> holds(part, wanted))) {
            return true;
        }
        if (given instanceof Condition.Not one && wanted instanceof Condition.Not other) {
            return holds(other.part(), one.part());
        }
        return given instanceof Comparison one && wanted instanceof Comparison other && holds(one, other);
    }

    private static boolean each(Condition given, List<Condition> wanted) {
        return wanted.stream().allMatch(part -> holds(given, part));
    }

    private static boolean holds(Comparison given, Comparison wanted) {
        if (given.operand() instanceof Operand.Texts one && wanted.operand() instanceof Operand.Texts other) {
            return isWithin(given.field(), wanted.field()) && holds(one, other);
        }
        if (given.field() != wanted.field()) {
            return false;
        }
        if (given.operand() instanceof Operand.Range one && wanted.operand() instanceof Operand.Range other) {
            return other.lowest() <= one.lowest() && one.highest() <= other.highest();
        }
        return given.operand() instanceof Operand.Words one
                && wanted.operand() instanceof Operand.Words other
                && other.words().containsAll(one.words());
    }

    /** The bank's own words, where there are any, are the words to judge by. */
    private static boolean isWithin(Field given, Field wanted) {
        return given == wanted || (given == Field.BANK_TEXT && wanted == Field.TITLE);
    }

    private static boolean holds(Operand.Texts given, Operand.Texts wanted) {
        return switch (given.operator()) {
            case IS, ONE_OF -> given.folded().stream().allMatch(wanted::holds);
            case CONTAINS ->
                wanted.operator() == Operator.CONTAINS
                        && wanted.holds(given.folded().get(0));
            case STARTS_WITH ->
                (wanted.operator() == Operator.CONTAINS || wanted.operator() == Operator.STARTS_WITH)
                        && wanted.holds(given.folded().get(0));
            case ENDS_WITH ->
                (wanted.operator() == Operator.CONTAINS || wanted.operator() == Operator.ENDS_WITH)
                        && wanted.holds(given.folded().get(0));
            default -> false;
        };
    }
}
