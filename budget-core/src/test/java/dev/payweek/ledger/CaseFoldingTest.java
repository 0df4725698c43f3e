package dev.payweek.ledger;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.testkit.NastyTexts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldingTest {

    @ParameterizedTest
    @CsvSource({
        "COFFEE, coffee",
        "straße, strasse",
        "STRASSE, strasse",
        "STRAẞE, strasse",
        "ΟΔΟΣ, οδοσ",
        "οδος, οδοσ",
        "IŞIK, işik",
        "ﬁve, five",
        "ÄÖÜ, äöü",
        "K, k",
        "ǅ, ǆ",
        "123 %_, 123 %_",
    })
    void letter_case_is_removed_as_unicode_says(String text, String folded) {
        assertEquals(folded, CaseFolding.fold(text));
    }

    @Test
    void the_machines_locale_plays_no_part() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals("title", CaseFolding.fold("TITLE"));
            assertEquals("i\u0307", CaseFolding.fold("İ"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void folding_twice_is_folding_once_for_every_letter_there_is() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String letter = Character.toString(c);
            String folded = CaseFolding.fold(letter);
            assertEquals(folded, CaseFolding.fold(folded));
            assertEquals(folded, CaseFolding.fold(letter.toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void a_part_of_a_text_folds_to_a_part_of_the_folded_text() {
        forAll(5_000, dice -> {
            String part = NastyTexts.any(dice);
            String text = dice.oneOf("", "x", "ΑΒΓ", " ") + part + dice.oneOf("", "x", "ΑΒΓ", " ", "Σ");
            assertTrue(CaseFolding.fold(text).contains(CaseFolding.fold(part)), text);
        });
    }
}
