package dev.payweek.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Corner Coffee 12", "~ !"})
    void a_plain_line_is_given_back_as_it_is(String text) {
        assertSame(text, PrintableText.line(text, 80));
        assertSame(text, PrintableText.kept(text, 80));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " a,a, a",
                "a ,a,a ",
                "a  b,a b,a  b",
                "' ','',' '",
                "\u0001,'',\uFFFD",
                "a\u0007b,a b,a\uFFFDb",
                "a\u007Fb,a b,a\uFFFDb",
                "\u0085,'',\uFFFD",
                "caf\u00E9\t2,caf\u00E9 2,caf\u00E9\t2",
                "a\u000Bb,a b,a b"
            })
    void other_text_becomes_one_line_for_people_and_is_kept_as_far_as_stores_can(
            String text, String line, String kept) {
        assertEquals(line, PrintableText.line(text, 80));
        assertEquals(kept, PrintableText.kept(text, 80));
    }

    @ParameterizedTest
    @CsvSource({"abcd, 4, abcd", "abcde, 4, abcd", "abc\uD83D\uDE00, 4, abc", "abc\uD83D\uDE00, 5, abc\uD83D\uDE00"})
    void what_is_too_long_is_cut_and_never_within_a_character(String text, int most, String cut) {
        assertEquals(cut, PrintableText.line(text, most));
        assertEquals(cut, PrintableText.kept(text, most));
    }
}
