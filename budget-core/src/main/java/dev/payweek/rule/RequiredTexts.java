package dev.payweek.rule;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The case-folded texts without one of which a condition cannot hold: one of them must occur in the words to judge by.
 *
 * @param texts at least one
 * @param sufficient whether the condition also holds of every entry in which one occurs
 */
record RequiredTexts(Set<String> texts, boolean sufficient) {

    private static final int ENOUGH = 1_000;

    /** Returns the texts required by a condition; nothing when it may hold whatever the words are. */
    static Optional<RequiredTexts> of(Condition condition) {
        if (condition instanceof Comparison comparison) {
            return ofComparison(comparison);
        }
        if (condition instanceof Condition.All all) {
            return ofAll(all);
        }
        return condition instanceof Condition.Any any ? ofAny(any) : Optional.empty();
    }

    /**
     * Returns the one text required by a condition. Nothing when it may hold without one, or with one of several.
     */
    static Optional<String> only(Condition condition) {
        return of(condition)
                .filter(required -> required.texts().size() == 1)
                .map(required -> required.texts().iterator().next());
    }

    /** The bank's own words, when a required text can be in them, are the words to judge by. */
    private static Optional<RequiredTexts> ofComparison(Comparison comparison) {
        boolean title = comparison.field() == Field.TITLE;
        if (!(title || comparison.field() == Field.BANK_TEXT)
                || !(comparison.operand() instanceof Operand.Texts compared)) {
            return Optional.empty();
        }
        if (compared.pattern().isPresent()) {
            String required = compared.pattern().get().required();
            return required.isBlank() ? Optional.empty() : Optional.of(new RequiredTexts(Set.of(required), false));
        }
        boolean sufficient = title && comparison.operator() == Operator.CONTAINS;
        return Optional.of(new RequiredTexts(Set.copyOf(compared.folded()), sufficient));
    }

    /** One part that cannot hold is enough; the one with the longest texts is the rarest. */
    private static Optional<RequiredTexts> ofAll(Condition.All all) {
        Optional<RequiredTexts> rarest = Optional.empty();
        for (Condition part : all.parts()) {
            Optional<RequiredTexts> required = of(part);
            if (required.isPresent()
                    && (rarest.isEmpty()
                            || required.get().shortest() > rarest.get().shortest())) {
                rarest = required;
            }
        }
        boolean sufficient = all.parts().size() == 1;
        return rarest.map(required -> new RequiredTexts(required.texts(), required.sufficient() && sufficient));
    }

    private static Optional<RequiredTexts> ofAny(Condition.Any any) {
        Set<String> texts = new LinkedHashSet<>();
        boolean sufficient = true;
        for (Condition part : any.parts()) {
            Optional<RequiredTexts> required = of(part);
            if (required.isEmpty() || texts.size() > ENOUGH) {
                return Optional.empty();
            }
            texts.addAll(required.get().texts());
            sufficient &= required.get().sufficient();
        }
        return Optional.of(new RequiredTexts(texts, sufficient));
    }

    private int shortest() {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }
}
