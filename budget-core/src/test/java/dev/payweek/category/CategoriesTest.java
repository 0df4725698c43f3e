package dev.payweek.category;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.refusal.LedgerException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesTest {

    private static Categories categories(String... paths) {
        return new Categories(Stream.of(paths).map(Category::of).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Fun, Fun",
        "fun, Fun",
        "' FUN : dining ', Fun:Dining",
        "dining, Fun:Dining",
        "DINING, Fun:Dining",
        "predictable necessities, Predictable Necessities",
        "gifts, Other:gifts",
        "Food, Other:Food",
        "Food:Thai, Other:Food:Thai",
        "fun:Bars, Fun:Bars",
        "fun:DINING:Thai, Fun:Dining:Thai",
        "other:pets:cat, Other:Pets:cat",
        "PETS:Dog, Other:Pets:Dog",
        "Funeral, Other:Funeral",
        "Gin:Bars, Other:Gin:Bars",
    })
    void a_name_means_the_place_a_person_would_look_for_it(String name, String path) {
        Categories categories = categories(
                "Fun",
                "Fun:Dining",
                "Fun:Gifts",
                "Other",
                "Other:Gifts:Birthday",
                "Other:Pets",
                "Predictable Necessities",
                "Predictable Necessities:Gifts");
        assertEquals(path, categories.resolve(name).name());
    }

    @Test
    void the_same_to_the_letter_comes_before_the_same_in_other_letters() {
        Categories categories = categories("FUN", "Fun", "fun");
        assertEquals("Fun", categories.resolve("Fun").name());
        assertEquals("fun", categories.resolve("fun").name());
        assertEquals("FUN", categories.resolve("fuN").name());
    }

    @Test
    void an_unknown_path_too_deep_for_other_is_refused() {
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> categories("Other").resolve("a:b:c:d"));
        assertEquals("A category has at most 4 levels: \"Other:a:b:c:d\".", refusal.getMessage());
        assertThrows(LedgerException.class, () -> categories("Other").resolve(" "));
    }

    @Test
    void a_new_ledger_has_the_four_groups() {
        Categories standard = new Categories(Categories.STANDARD);
        assertEquals(
                List.of("Fun", "Other", "Predictable Necessities", "Unpredictable Necessities"),
                standard.groups().stream().map(CategoryPath::name).toList());
        assertTrue(standard.all().stream().allMatch(Category::discretionary));
        assertFalse(standard.all().stream().anyMatch(Category::archived));
    }

    @Test
    void of_several_with_one_path_the_last_counts() {
        Category archived = new Category(CategoryPath.of("Fun"), false, true);
        Categories categories = new Categories(List.of(Category.of("Fun"), archived, Category.of("Eat")));
        assertEquals(List.of(Category.of("Eat"), archived), categories.all());
        assertEquals(Optional.of(archived), categories.find(CategoryPath.of("Fun")));
        assertEquals(Optional.empty(), categories.find(CategoryPath.of("fun")));
        assertEquals(Optional.of(CategoryPath.of("Fun")), categories.findLike(CategoryPath.of("fun")));
        assertEquals(Optional.empty(), categories.findLike(CategoryPath.of("Bars")));
    }

    @Test
    void what_lies_below_a_category_that_is_not_discretionary_is_not_either() {
        Categories categories = new Categories(List.of(
                new Category(CategoryPath.of("Home"), false, false),
                Category.of("Home:Garden"),
                Category.of("Fun"),
                new Category(CategoryPath.of("Fun:Club"), false, false)));
        assertFalse(categories.isDiscretionary(CategoryPath.of("Home")));
        assertFalse(categories.isDiscretionary(CategoryPath.of("Home:Garden")));
        assertFalse(categories.isDiscretionary(CategoryPath.of("Home:Unknown:Deep")));
        assertTrue(categories.isDiscretionary(CategoryPath.of("Fun")));
        assertFalse(categories.isDiscretionary(CategoryPath.of("Fun:Club")));
        assertTrue(categories.isDiscretionary(CategoryPath.of("Unknown")));
    }

    @ParameterizedTest
    @CsvSource({"Old, true", "Old:Car, true", "Old:Car:Fuel, true", "Fun, false", "Fun:Old, false", "New, false"})
    void what_lies_below_an_archived_category_is_archived(String path, boolean archived) {
        Categories categories = new Categories(List.of(
                new Category(CategoryPath.of("Old"), true, true), new Category(CategoryPath.of("Fun"), true, false)));
        assertEquals(archived, categories.isArchived(CategoryPath.of(path)));
    }
}
