package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statements.cell.BalanceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quick look never hides what the long one would find. */
class FirstLettersTest {

    private static FirstLetters learned() {
        FirstLetters letters = new FirstLetters();
        letters.add("opening balance");
        letters.add("b f");
        letters.add("ny");
        letters.addWithin("saldo");
        return letters;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Opening",
                "OPENING BALANCE: 1.00",
                "b/f",
                "B. F.",
                "Ny saldo",
                "NY",
                "Tagessaldo 31.12.",
                "SALDO",
                "Überschuss",
                "Tägl. Stand"
            })
    void texts_whose_first_word_may_be_one_are_looked_at(String text) {
        assertTrue(learned().mayBegin(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Corner Coffee", "Card payment, opening", "nylon", "bf", "sal", "Konto saldo", ""})
    void others_are_left(String text) {
        assertFalse(learned().mayBegin(text), text);
    }

    @Test
    void a_part_too_short_to_tell_words_apart_is_refused() {
        FirstLetters letters = new FirstLetters();
        assertThrows(IllegalArgumentException.class, () -> letters.addWithin("sum"));
    }

    @Test
    void every_label_of_a_balance_and_its_day_is_looked_at() {
        List<String> words = new ArrayList<>();
        BalanceWords.forEach(words::add, part -> words.addAll(List.of(part, "x" + part, part + "x")));
        List<String> hidden = new ArrayList<>();
        int labels = 0;
        for (String word : words) {
            for (String label : List.of(word + " balance 31.03.2026", word + "x saldo 31.03.2026", word)) {
                boolean found = BalanceWords.areAll(label, Vocabulary.TOTALS::is);
                String capitals = label.toUpperCase(Locale.ROOT);
                labels += found ? 1 : 0;
                if (found && !(Vocabulary.LABELS.mayBegin(label) && Vocabulary.LABELS.mayBegin(capitals))) {
                    hidden.add(label);
                }
            }
        }
        assertEquals(List.of(), hidden);
        assertTrue(labels > 100, () -> "few words make a label");
    }
}
