package dev.payweek.category;

import java.util.List;

/**
 * A category to think about, with everything that speaks for it. It is never applied by itself.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * var food = new Suggestion(CategoryPath.of("Food"), 86, "tesco", 9, 10, List.of(17L, 23L, 40L));
 * food.reason();    // "9 of your 10 expenses at \"tesco\" are in Food."
 * }</pre>
 *
 * @param category where the person would most likely put it
 * @param percent how sure that is, 1 to 99: of all seen, how many agree, with half of one against
 * @param merchant the merchant's name, or the beginning of one, that the person has had before
 * @param agreeing how many of the person's expenses of that merchant are in the category, at least 1
 * @param seen how many of the person's expenses of that merchant there are, at least as many as agree
 * @param examples the ids of up to three that agree, those learned first before others
 */
public record Suggestion(
        CategoryPath category, int percent, String merchant, int agreeing, int seen, List<Long> examples) {

    /** Creates a suggestion. */
    public Suggestion {
        examples = List.copyOf(examples);
    }

    /** Returns the evidence as a sentence: {@code "9 of your 10 expenses at \"tesco\" are in Food:Groceries."}. */
    public String reason() {
        return agreeing + " of your " + seen + (seen == 1 ? " expense" : " expenses") + " at \"" + merchant + "\" "
                + (agreeing == 1 ? "is" : "are") + " in " + category + ".";
    }
}
