package dev.payweek.rule;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The case-folded texts without one of which a condition cannot hold: one of them must occur in the words to judge by.
 *
 * @param texts at least one
 * @param suffice whether the condition also holds of every entry in which one occurs
 */
record RequiredTexts(Set<String> texts, boolean suffice) {

    private static final int ENOUGH = 1_000;

    /** Returns the needles of a condition; nothing when it may hold whatever the words are. */
    static Optional<RequiredTexts> of(Condition condition) {
        if (condition instanceof Comparison comparison) {
            return ofComparison(comparison);
        }
        if (condition instanceof Condition.All all) {
            return ofAll(all);
        }
        return condition instanceof Condition.Any any ? ofAny(any) : Optional.empty();
    }

    /** The bank's own words, when a needle can be in them, are the words to judge by. */
    private static Optional<RequiredTexts> ofComparison(Comparison comparison) {
        boolean title = comparison.field() == Field.TITLE;
        if (!(title || comparison.field() == Field.BANK_TEXT)
                || !(comparison.comparand() instanceof Operand.Texts compared)) {
            return Optional.empty();
        }
        if (compared.pattern().isPresent()) {
            String required = compared.pattern().get().required();
            return required.isBlank() ? Optional.empty() : Optional.of(new RequiredTexts(Set.of(required), false));
        }
        boolean suffice = title && comparison.operator() == Operator.CONTAINS;
        return Optional.of(new RequiredTexts(Set.copyOf(compared.folded()), suffice));
    }

    /** One part that cannot hold is enough; the one with the longest texts is the rarest. */
    private static Optional<RequiredTexts> ofAll(Condition.All all) {
        Optional<RequiredTexts> rarest = Optional.empty();
        for (Condition part : all.parts()) {
            Optional<RequiredTexts> needles = of(part);
            if (needles.isPresent()
                    && (rarest.isEmpty()
                            || needles.get().shortest() > rarest.get().shortest())) {
                rarest = needles;
            }
        }
        boolean suffice = all.parts().size() == 1;
        return rarest.map(needles -> new RequiredTexts(needles.texts(), needles.suffice() && suffice));
    }

    private static Optional<RequiredTexts> ofAny(Condition.Any any) {
        Set<String> texts = new LinkedHashSet<>();
        boolean suffice = true;
        for (Condition part : any.parts()) {
            Optional<RequiredTexts> needles = of(part);
            if (needles.isEmpty() || texts.size() > ENOUGH) {
                return Optional.empty();
            }
            texts.addAll(needles.get().texts());
            suffice &= needles.get().suffice();
        }
        return Optional.of(new RequiredTexts(texts, suffice));
    }

    private int shortest() {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }
}
