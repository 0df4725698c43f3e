package dev.payweek.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AhoCorasickTest {

    private static List<String> found(AhoCorasick finder, String text) {
        List<String> found = new ArrayList<>();
        finder.find(text, numbers -> found.add(Arrays.toString(numbers)));
        return found;
    }

    @Test
    void reports_what_ends_at_each_place_the_longer_with_the_shorter() {
        var finder = new AhoCorasick(
                Map.of("he", List.of(4), "she", List.of(2), "his", List.of(3), "hers", List.of(1, 7), "e", List.of(0)));
        assertEquals(List.of("[0, 2, 4]", "[1, 7]"), found(finder, "ushers"));
        assertEquals(List.of("[0, 2, 4]", "[1, 7]"), found(finder, "USHERS"));
        assertEquals(List.of("[3]"), found(finder, "xhisx"));
        assertEquals(List.of("[0]", "[0, 4]"), found(finder, "e{he"));
        assertEquals(List.of(), found(finder, "h-i-s"));
        assertEquals(List.of(), found(finder, ""));
    }

    @Test
    void letters_beyond_ascii_are_found_in_any_case_and_only_perhaps() {
        var finder = new AhoCorasick(Map.of("strasse", List.of(1), "köln", List.of(2)));
        assertEquals(List.of("[1]"), found(finder, "Hauptstraße"));
        assertEquals(List.of("[2]"), found(finder, "KÖLN"));
        assertEquals(List.of("[2]"), found(finder, "ab köln"));
        assertEquals(List.of(), found(finder, "kzln"));
        assertTrue(finder.isExact("strasse"));
        assertFalse(finder.isExact("köln"));
        assertEquals(List.of("[2]"), found(finder, "k" + (char) ('ö' + 32 * 40) + "ln"));
        assertFalse(finder.isExact("a\u0080"));
        assertTrue(finder.isExact("a\u007f"));
    }

    @Test
    void the_last_capital_and_the_first_letters_beyond_ascii_are_letters_like_others() {
        assertEquals(List.of("[1]", "[1]"), found(new AhoCorasick(Map.of("z", List.of(1))), "PIZZA"));
        var finder = new AhoCorasick(Map.of("a\u0080", List.of(1), "\u0081b", List.of(2)));
        assertEquals(List.of("[1]"), found(finder, "A\u0080"));
        assertEquals(List.of("[2]"), found(new AhoCorasick(Map.of("\u0081b", List.of(2))), "\u0081B"));
        assertEquals(List.of(), found(finder, "\u0081-b a"));
        assertEquals(List.of(), found(new AhoCorasick(Map.of("ab", List.of(1))), "a\u0080b"));
    }

    @Test
    void without_letters_beyond_ascii_such_a_text_breaks_a_phrase() {
        var finder = new AhoCorasick(Map.of("ab", List.of(1)));
        assertEquals(List.of("[1]"), found(finder, "aéabé"));
        assertEquals(List.of(), found(finder, "aéb"));
        assertEquals(List.of(), found(new AhoCorasick(Map.of()), "anything é"));
    }

    @Test
    void so_many_phrases_that_the_table_would_burst_are_known_by_their_beginnings() {
        Map<String, List<Integer>> phrases = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            phrases.put(Integer.toString(100_000 + i * 7_919 % 899_999, 36).repeat(20) + "zz", List.of(i));
        }
        phrases.put("tiny", List.of(2_000));
        String forty = "q".repeat(40);
        phrases.put(forty, List.of(2_001));
        var finder = new AhoCorasick(phrases);
        assertTrue(finder.isExact(forty));
        assertTrue(finder.isExact("tiny"));
        assertEquals(List.of("[2000]"), found(finder, "a tiny one"));
        String one = phrases.keySet().stream()
                .filter(phrase -> phrase.length() > 20)
                .findFirst()
                .orElseThrow();
        assertFalse(finder.isExact(one));
        assertTrue(found(finder, one.substring(0, one.length() - 2)).size() >= 1);
        Map<String, List<Integer>> few = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            few.put(Integer.toString(100_000 + i * 7_919, 36).repeat(20), List.of(i));
        }
        var whole = new AhoCorasick(few);
        few.keySet().forEach(phrase -> assertTrue(whole.isExact(phrase)));
    }
}
