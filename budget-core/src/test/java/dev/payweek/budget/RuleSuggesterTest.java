package dev.payweek.budget;

import static dev.payweek.testkit.Samples.details;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.RuleSet;
import dev.payweek.suggest.RuleSuggester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSuggesterTest {

    @ParameterizedTest
    @CsvSource({
        "IKEA, IKEA",
        "BP 1234, ''",
        "ESO 1234, ESO",
        "CORNER COFFEE 12 BERLIN, CORNER COFFEE",
        "ONE TWO THREE FOUR FIVE SIX, ONE TWO THREE FOUR",
        "7ELEVEN SHOP, 7ELEVEN SHOP",
    })
    void the_rule_offered_asks_for_the_first_words_before_a_number(String text, String words) {
        assertEquals(
                words,
                RuleSuggester.of(expense(1, details("2026-11-20", "4.50", text), "Fun"), new RuleSet(List.of()))
                        .map(RuleDraft::name)
                        .orElse(""));
    }

    @Test
    void a_name_of_many_letters_is_cut_and_never_within_a_character() {
        String text = "A" + "\uD83D\uDE00".repeat(60);
        assertEquals(
                "A" + "\uD83D\uDE00".repeat(39),
                RuleSuggester.of(expense(1, details("2026-11-20", "4.50", text), "Fun"), new RuleSet(List.of()))
                        .orElseThrow()
                        .name());
    }
}
