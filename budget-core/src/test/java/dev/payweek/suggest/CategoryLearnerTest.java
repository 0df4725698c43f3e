package dev.payweek.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.category.CategoryPath;
import dev.payweek.category.Suggestion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CategoryLearnerTest {

    private static final CategoryPath FOOD = CategoryPath.of("Food");
    private static final CategoryPath FUEL = CategoryPath.of("Car:Fuel");

    private final CategoryLearner learner = new CategoryLearner();

    private void learn(CategoryPath category, int times, String title) {
        for (int i = 1; i <= times; i++) {
            learner.learn(title, category, i);
        }
    }

    @Test
    void a_merchant_seen_before_is_known_in_every_writing_and_says_so() {
        learner.learn("TESCO STORE 2296", FOOD, 17);
        Suggestion suggestion = learner.suggest("Tesco Stores 6227 Leeds").orElseThrow();
        assertEquals(new Suggestion(FOOD, 75, "tesco", 1, 1, List.of(17L)), suggestion);
        assertEquals("1 of your 1 expense at \"tesco\" is in Food.", suggestion.reason());
    }

    @Test
    void the_category_of_most_is_suggested_with_how_many_and_three_examples() {
        learn(FOOD, 9, "Tesco");
        learner.learn("Tesco", FUEL, 99);
        Suggestion suggestion = learner.suggest("tesco").orElseThrow();
        assertEquals(new Suggestion(FOOD, 86, "tesco", 9, 10, List.of(1L, 2L, 3L)), suggestion);
        assertEquals("9 of your 10 expenses at \"tesco\" are in Food.", suggestion.reason());
    }

    @Test
    void habits_that_are_too_mixed_suggest_nothing() {
        learn(FOOD, 3, "Amazon");
        learn(FUEL, 2, "Amazon");
        assertEquals(FOOD, learner.suggest("Amazon").orElseThrow().category());
        learn(FUEL, 1, "Amazon");
        assertEquals(Optional.empty(), learner.suggest("Amazon"));
    }

    @Test
    void a_new_merchant_gets_what_names_that_begin_alike_agree_on() {
        learn(FUEL, 4, "Shell Penhale");
        learn(FUEL, 3, "Shell Corrida");
        assertEquals(
                new Suggestion(FUEL, 93, "shell", 7, 7, List.of(1L, 2L, 3L)),
                learner.suggest("SHELL FIVEWAYS 387").orElseThrow());
    }

    @Test
    void a_beginning_seen_too_seldom_or_in_doubt_suggests_nothing() {
        learn(FUEL, 6, "Shell Penhale");
        assertEquals(Optional.empty(), learner.suggest("Shell Fiveways"));
        learn(FUEL, 6, "Shell Corrida");
        learn(FOOD, 1, "Shell Bakery");
        assertEquals(Optional.empty(), learner.suggest("Shell Fiveways"));
    }

    @Test
    void the_longer_beginning_counts_before_the_shorter() {
        learn(FUEL, 20, "Asda Petrol North");
        learn(FOOD, 20, "Asda Home North");
        assertEquals(
                "asda petrol",
                learner.suggest("ASDA PETROL SOUTH").orElseThrow().merchant());
        assertEquals(Optional.empty(), learner.suggest("Asda Garden"));
    }

    @Test
    void nothing_is_made_of_nothing() {
        learn(FOOD, 9, "***");
        assertEquals(Optional.empty(), learner.suggest("***"));
        assertEquals(Optional.empty(), learner.suggest("Unknown"));
    }

    @Test
    void equal_evidence_always_suggests_the_same() {
        learn(FUEL, 1, "Kiosk");
        learn(FUEL, 1, "Kiosk");
        assertEquals(FUEL, learner.suggest("Kiosk").orElseThrow().category());
    }
}
