package dev.payweek.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.CaseFolding;
import dev.payweek.refusal.LedgerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

    private static boolean found(String pattern, String text) {
        return TextPattern.of(pattern).isFoundIn(CaseFolding.fold(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '~',
            value = {
                "shell|SHELL 1234|true",
                "shell|shel l|false",
                "^shell|shell|true",
                "^shell|a shell|false",
                "shell$|a shell|true",
                "shell$|shells|false",
                "^$|x|false",
                "a.c|abc|true",
                "a.c|ac|false",
                "^.$|\uD83D\uDE00|true",
                "^ab*c|ac|true",
                "^ab*c|abbbc|true",
                "^ab+c|ac|false",
                "^ab+c|abbc|true",
                "^ab?c|abc|true",
                "^ab?c|abbc|false",
                "^a{2}$|aa|true",
                "^a{2}$|aaa|false",
                "^a{2,}$|a|false",
                "^a{2,}$|aaaa|true",
                "^a{2,3}$|aaa|true",
                "^a{2,3}$|aaaa|false",
                "^a{0}b|b|true",
                "^a{0,2}?b|aab|true",
                "^a+?b|aab|true",
                "^(a*)*$|aaaa|true",
                "^(ab){2}$|abab|true",
                "[abc]x|bx|true",
                "^[abc]x|dx|false",
                "^[a-c]+$|CAB|true",
                "^[A-C]+$|cab|true",
                "^[A-C]+$|cad|false",
                "^[^a-c]+$|xyz|true",
                "^[^A-C]+$|xyb|false",
                "^[]]|]|true",
                "^[a-]+$|a-a|true",
                "^[\\-x]+$|-x|true",
                "^[\\d.]+$|12.5|true",
                "^[^\\d]$|1|false",
                "^[\\D]$|1|false",
                "^[!-\\/]$|+|true",
                "^[\\!-/]$|0|false",
                "^\\d{4}$|2026|true",
                "^\\d$|x|false",
                "^\\D$|x|true",
                "^\\w+$|aZ_9ü|true",
                "^\\w$|-|false",
                "^\\W$|-|true",
                "^a\\sb$|a b|true",
                "^a\\sb$|a\u00A0b|true",
                "^a\\Sb$|a b|false",
                "a\\.b|axb|false",
                "a\\.b|a.b|true",
                "\\(x\\)|(x)|true",
                "\\bcat\\b|a cat!|true",
                "\\bcat\\b|concat|false",
                "\\bcat$|concat|false",
                "\\Bcat|concat|true",
                "\\Bcat|cat|false",
                "cat\\B|cats|true",
                "cat\\B|cat|false",
                "straße|STRASSE|true",
                "^stra(ß)+e$|strassße|true",
                "STRASSE|straße|true",
                "ΟΔΟΣ|οδος|true",
                "[Σ]$|οδος|true",
                "É|é|true",
                "[É]|é|true",
                "^[à-ï]$|É|true",
                "^[^à-ï]$|É|false",
                "^[^ß]$|x|true",
                "x\\ty|x\ty|true",
                "^\\s$|x|false",
                "^\\S$|x|true",
                "^[a-a]$|a|true",
                "[ς]$|ΟΔΟΣ|true",
                "^[ß]$|s|false",
                "}|}|true",
                "a-b|a-b|true",
            })
    void finds_what_its_syntax_says(String pattern, String text, boolean found) {
        assertEquals(found, found(pattern, text), pattern + " in " + text);
    }

    @Test
    void a_choice_is_any_of_its_parts_even_of_none() {
        assertTrue(found("^(tea|coffee)$", "coffee"));
        assertTrue(found("^(tea|coffee)$", "tea"));
        assertEquals(false, found("^(tea|coffee)$", "teacoffee"));
        assertTrue(found("^(tea|)$", ""));
        assertTrue(found("^a|b|c$", "xc"));
        assertTrue(found("x||y", "nothing"));
    }

    @Test
    void line_breaks_are_characters_like_others() {
        assertTrue(found("a.b", "a\nb"));
        assertTrue(found("^a\\n\\r?\\tb$", "a\n\tb"));
        assertEquals(false, found("a$", "a\nb"));
        assertEquals(false, found("^b", "a\nb"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "(a#at character 2: a group is not closed",
                "a)#at character 1: \")\" closes nothing; write \"\\)\" for the sign itself",
                "*a#at character 1: there is nothing to repeat; write \"\\*\" for the sign itself",
                "a|+#at character 3: there is nothing to repeat; write \"\\+\" for the sign itself",
                "?#at character 1: there is nothing to repeat; write \"\\?\" for the sign itself",
                "{2}#at character 1: there is nothing to repeat; write \"\\{\" for the sign itself",
                "a**#at character 2: one repetition cannot follow another; put the first into a group",
                "a{2}{3}#at character 4: one repetition cannot follow another; put the first into a group",
                "a{x}#at character 2: a repetition reads {2}, {2,} or {2,5}, up to 1000; write \"\\{\" for the sign"
                        + " itself",
                "a{1001}#at character 6: a repetition reads {2}, {2,} or {2,5}, up to 1000; write \"\\{\" for the"
                        + " sign itself",
                "a{99999}#at character 7: a repetition reads {2}, {2,} or {2,5}, up to 1000; write \"\\{\" for the"
                        + " sign itself",
                "a{2#at character 3: a repetition reads {2}, {2,} or {2,5}; write \"\\{\" for the sign itself",
                "a{2,#at character 4: a repetition reads {2}, {2,} or {2,5}, up to 1000; write \"\\{\" for the sign"
                        + " itself",
                "[a-#at character 3: something is missing",
                "a{3,2}#at character 6: in a repetition the smaller number comes first",
                "[a#at character 2: something is missing",
                "[z-a]#at character 4: in a range of characters the smaller comes first",
                "a\\#at character 2: something is missing",
                "(a)\\1#at character 5: \\1 is not known; known are \\d \\w \\s \\b, their capitals, \\t \\n \\r and a"
                        + " backslash before a sign",
                "\\p{L}#at character 2: \\p is not known; known are \\d \\w \\s \\b, their capitals, \\t \\n \\r and a"
                        + " backslash before a sign",
                "(?=a)#at character 2: of the groups with a question mark only (?:…) is known",
                "^*#at character 2: a place cannot be repeated",
                "\\b+#at character 3: a place cannot be repeated",
            })
    void says_where_a_pattern_goes_wrong(String pattern, String why) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> TextPattern.of(pattern));
        assertEquals("The pattern makes no sense " + why + ".", refusal.getMessage());
        assertEquals("wrong_pattern", refusal.problems().get(0).code());
        assertEquals("value", refusal.problems().get(0).field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{0,99}){0,99}){0,99}",
                "(a{1000}){1000}",
                "a{500}",
                "(a?){250}",
                "((a+)*|b{200}){2,5}",
                "(((((((a{9}){9}){9}){9}){9}){9}){9}){9}"
            })
    void what_grows_too_large_is_refused_before_it_grows(String pattern) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> TextPattern.of(pattern));
        assertEquals("pattern_too_large", refusal.problems().get(0).code());
    }

    @Test
    void the_bounds_themselves_are_taken() {
        assertEquals(500, TextPattern.of("a{499}").size());
        assertEquals(256, TextPattern.of("a".repeat(256)).source().length());
        assertEquals(
                "too_long",
                assertThrows(LedgerException.class, () -> TextPattern.of("a".repeat(257)))
                        .problems()
                        .get(0)
                        .code());
        assertTrue(found("(".repeat(50) + "a" + ")".repeat(50), "a"));
        assertEquals(
                "wrong_pattern",
                assertThrows(LedgerException.class, () -> TextPattern.of("(".repeat(51) + "a" + ")".repeat(51)))
                        .problems()
                        .get(0)
                        .code());
        assertThrows(LedgerException.class, () -> TextPattern.of(" "));
        assertTrue(found("(a)".repeat(60), "a".repeat(60)));
    }

    /** Each of these takes backtracking longer than anybody waits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "(a*)*b",
                "(a|aa)+b",
                "(.*a){20}$",
                "\\s+$",
                "(a|b)*a(a|b){99}c",
                "([a-z]+)*\\d",
                "(a?){99}a{99}b",
                "(x+x+)+y",
                "^(([a-z])+.)+[A-Z]([a-z])+$"
            })
    void no_pattern_takes_more_steps_than_text_times_size_allow(String source) {
        TextPattern pattern = TextPattern.of(source);
        for (String text : new String[] {"a".repeat(10_000) + "!", " ".repeat(9_999) + "x", "x".repeat(10_000)}) {
            long steps = pattern.search(text).steps();
            assertTrue(steps <= 2L * (text.length() + 1) * pattern.size(), source + " took " + steps);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"a|bc|d#8", ".^b#3", "a{2,}#5", "a{1,3}#5", "(ab)*#4", "x#1"})
    void knows_how_many_instructions_a_pattern_takes_before_writing_them(String pattern, int size) {
        assertEquals(size, new PatternReader(pattern).read().size());
        assertEquals(size + 1, TextPattern.of(pattern).size(), "with the one that says it is found");
    }

    @Test
    void each_look_at_an_instruction_is_a_step() {
        assertEquals(6, TextPattern.of("ab").search("ab").steps());
        assertEquals(1, TextPattern.of("ab").search("").steps());
        assertTrue(found("^\\tb", "\tb"));
        assertTrue(found("^\\sb", "\tb"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "Shell:\\d+#shell:",
                "^(big )?bakery$#bakery",
                "ab[cd]efg#efg",
                "(one|two)#~~",
                "a+b?#a",
                "a(bcd)e#bcd",
                "x*#~~",
                "(abc)+#abc",
                "(abc){0,3}z#z",
                "ab.cd#ab",
                "straße#strasse"
            })
    void knows_a_text_without_which_nothing_is_found(String pattern, String required) {
        assertEquals(required, TextPattern.of(pattern).required());
    }
}
