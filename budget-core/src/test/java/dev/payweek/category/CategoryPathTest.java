package dev.payweek.category;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryPathTest {

    private static CategoryPath path(String name) {
        return CategoryPath.of(name);
    }

    @Test
    void knows_its_levels() {
        CategoryPath thai = path(" Fun : Dining:Thai ");
        assertEquals("Fun:Dining:Thai", thai.name());
        assertEquals("Fun:Dining:Thai", thai.toString());
        assertEquals(path("Fun"), thai.group());
        assertEquals(Optional.of(path("Fun:Dining")), thai.parent());
        assertEquals("Thai", thai.leaf());
        assertEquals(3, thai.level());
        assertEquals(path("Fun:Dining:Thai:Lunch"), thai.child("Lunch"));
        assertEquals(path("Fun"), path("Fun").group());
        assertEquals(Optional.empty(), path("Fun").parent());
        assertEquals("Fun", path("Fun").leaf());
        assertEquals(1, path("Fun").level());
    }

    @Test
    void is_within_itself_and_what_lies_above_and_not_within_a_namesake() {
        assertTrue(path("Fun").isWithin(path("Fun")));
        assertTrue(path("Fun:Dining").isWithin(path("Fun")));
        assertFalse(path("Funeral").isWithin(path("Fun")));
        assertFalse(path("Fun").isWithin(path("Fun:Dining")));
    }

    @Test
    void each_level_is_sorted_before_what_lies_below_it_and_before_its_namesakes() {
        List<CategoryPath> sorted = Stream.of("Fun-2", "Fun:Bars", "Fun", "Fun 2", "Fun:Bars:Gin", "Eat")
                .map(CategoryPath::of)
                .sorted()
                .toList();
        assertEquals(
                List.of("Eat", "Fun", "Fun:Bars", "Fun:Bars:Gin", "Fun 2", "Fun-2"),
                sorted.stream().map(CategoryPath::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'', blank, The category must not be empty.",
        "' ', blank, The category must not be empty.",
        "Fun:, blank, The category must not be empty.",
        ":Fun, blank, The category must not be empty.",
        "Fun::Bars, blank, The category must not be empty.",
        "a:b:c:d:e, too_deep, 'A category has at most 4 levels: \"a:b:c:d:e\".'",
        "12345678901234567890123456789012345678901, too_long, The category must not be longer than 40 characters.",
        "'a\0b', control_character, The category must not contain control characters or half characters.",
        "'a\uD83D', control_character, The category must not contain control characters or half characters.",
    })
    void refuses_what_names_no_place(String name, String code, String message) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> path(name));
        assertEquals(
                new FieldError("category", code, message), refusal.problems().get(0));
    }

    @Test
    void the_message_about_a_deep_path_shows_only_its_beginning() {
        assertEquals(
                "A category has at most 4 levels: \"" + "a:".repeat(40) + "…\".",
                assertThrows(LedgerException.class, () -> path("a:".repeat(50_000) + "a"))
                        .getMessage());
    }

    @Test
    void a_message_shows_a_path_of_eighty_characters_whole() {
        String path = "a:".repeat(39) + "ab";
        assertEquals(
                "A category has at most 4 levels: \"" + path + "\".",
                assertThrows(LedgerException.class, () -> path(path)).getMessage());
    }

    @Test
    void four_levels_of_forty_characters_are_allowed() {
        String level = "x".repeat(40);
        assertEquals(4, path(String.join(":", level, level, level, level)).level());
    }

    @Test
    void what_lies_in_a_moved_level_moves_with_it() {
        CategoryPath dining = CategoryPath.of("Fun:Dining");
        CategoryPath food = CategoryPath.of("Food");
        assertEquals(
                CategoryPath.of("Food:Thai"), CategoryPath.of("Fun:Dining:Thai").moved(dining, food));
        assertEquals(food, dining.moved(dining, food));
        assertEquals(CategoryPath.of("Fun:Bars"), CategoryPath.of("Fun:Bars").moved(dining, food));
    }

    /** A blank around a name takes the long way through the checks, which most names need not take. */
    @Test
    void a_name_is_judged_alike_with_and_without_a_blank_around_it() {
        List<String> letters = List.of("a", "Z9-", " ", ":", "\t", "\u0000", "\u007f", "é", "\u00a0", "b".repeat(39));
        forAll(20_000, dice -> {
            StringBuilder name = new StringBuilder();
            int length = dice.between(0, 9);
            for (int i = 0; i < length; i++) {
                name.append(letters.get(dice.between(0, letters.size() - 1)));
            }
            assertEquals(judged(" " + name), judged(name.toString()), name.toString());
        });
    }

    private static String judged(String name) {
        try {
            return path(name).name();
        } catch (LedgerException refusal) {
            return refusal.problems().stream().map(FieldError::code).toList().toString();
        }
    }
}
