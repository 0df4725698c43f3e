package dev.payweek.match;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.CaseFolding;
import dev.payweek.refusal.LedgerException;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.NastyTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MatchPropertiesTest {

    /**
     * A pattern, and the same as the JDK reads it right: its loop goes on after one empty turn, whatever count was
     * asked for, so {@code (?:^|c){2}a} isn't found in "ca". There the turns are written out.
     */
    private record Source(String ours, String theirs) {

        Source around(String before, String after) {
            return new Source(before + ours + after, before + theirs + after);
        }

        Source then(Source next) {
            return new Source(ours + next.ours, theirs + next.theirs);
        }

        Source twice() {
            return new Source("(?:" + ours + "){2}", "(?:" + theirs + ")(?:" + theirs + ")");
        }
    }

    private static Source atom(Dice dice) {
        String atom = dice.oneOf("a", "b", "c", ".", "[ab]", "[^a]", "\\d", "\\w", "\\s", "[b-c\\d]", "^", "$", "\\b");
        return new Source(atom, atom);
    }

    private static Source pattern(Dice dice, int depth) {
        if (depth == 0) {
            return atom(dice);
        }
        return switch (dice.between(0, 5)) {
            case 0 -> pattern(dice, depth - 1).then(pattern(dice, depth - 1));
            case 1 ->
                pattern(dice, depth - 1)
                        .around("(", "|")
                        .then(pattern(dice, depth - 1))
                        .around("", ")");
            case 2 -> pattern(dice, depth - 1).around("(?:", ")" + dice.oneOf("*", "+", "?", "{1,}", "{0,2}"));
            case 3 -> pattern(dice, depth - 1).twice();
            case 4 -> pattern(dice, depth - 1).around("(", ")");
            default -> atom(dice).then(pattern(dice, depth - 1));
        };
    }

    private static String text(Dice dice) {
        return String.join("", dice.listOf(0, 8, () -> dice.oneOf("a", "b", "c", "1", " ", "-")));
    }

    @Test
    void patterns_find_what_the_jdk_finds() {
        forAll(10_000, dice -> {
            Source source = pattern(dice, dice.between(0, 3));
            TextPattern ours = TextPattern.of(source.ours());
            Pattern theirs = Pattern.compile(source.theirs(), Pattern.DOTALL);
            for (String text : dice.listOf(1, 5, () -> text(dice))) {
                assertEquals(theirs.matcher(text).find(), ours.isFoundIn(text), source + " in \"" + text + "\"");
            }
        });
    }

    @Test
    void steps_are_bounded_and_what_is_required_is_there() {
        forAll(5_000, dice -> {
            String source = pattern(dice, dice.between(0, 4)).ours();
            TextPattern pattern = TextPattern.of(source);
            String text = text(dice);
            Program.Search search = pattern.search(text);
            assertTrue(search.steps() <= 2L * (text.length() + 1) * pattern.size(), source);
            assertTrue(!search.found() || text.contains(pattern.required()), source);
        });
    }

    @Test
    void any_text_is_a_pattern_or_refused() {
        forAll(10_000, dice -> {
            String source = NastyTexts.any(dice) + dice.oneOf("", "(", "[", "{", "\\", "*", "|", "[^", "{9");
            try {
                TextPattern.of(source).isFoundIn(CaseFolding.fold(NastyTexts.any(dice)));
            } catch (LedgerException refusal) {
                assertEquals("value", refusal.problems().get(0).field());
            }
        });
    }

    private static Map<String, List<Integer>> phrases(Dice dice, int most) {
        Map<String, List<Integer>> phrases = new HashMap<>();
        int size = dice.between(0, most);
        for (int i = 0; i < size; i++) {
            String word = dice.percent(60) ? text(dice) : NastyTexts.any(dice);
            String phrase = CaseFolding.fold(word);
            if (!phrase.isEmpty()) {
                phrases.computeIfAbsent(phrase, p -> new ArrayList<>()).add(i);
            }
        }
        return phrases;
    }

    @Test
    void every_phrase_that_occurs_is_reported_and_of_the_exact_ones_no_other() {
        forAll(10_000, dice -> {
            Map<String, List<Integer>> phrases = phrases(dice, 12);
            var finder = new AhoCorasick(phrases);
            String text = dice.percent(50) ? text(dice).toUpperCase(Locale.ROOT) : NastyTexts.any(dice);
            Set<Integer> reported = new TreeSet<>();
            finder.find(text, numbers -> {
                for (int i = 0; i < numbers.length; i++) {
                    assertTrue(i == 0 || numbers[i - 1] < numbers[i]);
                    reported.add(numbers[i]);
                }
            });
            String folded = CaseFolding.fold(text);
            phrases.forEach((phrase, numbers) -> {
                boolean there = folded.contains(phrase);
                for (int number : numbers) {
                    assertTrue(!there || reported.contains(number), phrase);
                    assertTrue(there || !finder.isExact(phrase) || !reported.contains(number), phrase);
                }
            });
        });
    }

    @Test
    void what_is_too_much_for_the_table_is_cut_and_never_missed() {
        Map<String, List<Integer>> phrases = new HashMap<>();
        Dice dice = new Dice(7);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder phrase = new StringBuilder();
            for (int c = 0; c < 150; c++) {
                phrase.append((char) ('a' + dice.between(0, 25)));
            }
            phrases.put(phrase.toString(), List.of(i));
        }
        var finder = new AhoCorasick(phrases);
        phrases.forEach((phrase, numbers) -> {
            assertFalse(finder.isExact(phrase));
            Set<Integer> reported = new TreeSet<>();
            finder.find("xx" + phrase + "!", found -> reported.add(found[0]));
            assertTrue(reported.containsAll(numbers));
        });
    }
}
