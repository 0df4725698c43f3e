package dev.payweek.testkit;

import static dev.payweek.testkit.Samples.day;
import static dev.payweek.testkit.Samples.expense;
import static dev.payweek.testkit.Samples.income;
import static dev.payweek.testkit.Samples.split;
import static dev.payweek.testkit.Samples.usd;
import static dev.payweek.testkit.Samples.write;
import static dev.payweek.testkit.StoreEntriesContract.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a query finds what it says, character by character, in every database alike. */
public interface StoreSearchContract extends FreshStore {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Straße 7            | STRASSE              | true",
                "STRASSE 7           | straße               | true",
                "ISPARTA             | isparta              | true",
                "isparta             | ISPARTA              | true",
                "Diyarbakır          | DIYARBAKIR           | false",
                "Crème brûlée        | CRÈME                | true",
                "Crème brûlée        | creme                | false",
                "Ωmega               | ωMEGA                | true",
                "100% cotton         | 0%                   | true",
                "100 cotton          | 0%                   | false",
                "snake_case          | e_c                  | true",
                "snakeXcase          | e_c                  | false",
                "back\\slash         | k\\s                 | true",
                "backslash           | k\\s                 | false",
                "O'Brien             | o'b                  | true",
                "[x] ^$.*            | $.*                  | true",
                "two words           | ords tw              | false",
                "socks 🧦 red        | 🧦                   | true",
                "socks               | 🧦                   | false",
                "plain               | \"\"                 | true",
            })
    default void words_are_found_without_letter_case_and_no_character_is_special(
            String title, String words, boolean found) {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(expense(1, Samples.details("2026-11-20", "1.00", title), "Fun")));
            EntryQuery query = text(words);
            assertEquals(found ? List.of(1L) : List.of(), ids(store, query));
            assertEquals(Long.valueOf(found ? 1 : 0), store.read(Samples.LEDGER, reader -> reader.countEntries(query)));
        }
    }

    @Test
    default void title_bank_text_and_note_are_searched_and_nothing_else() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(expense(1, worded("needle", "", ""), "Fun"));
                writer.put(expense(2, worded("x", "a NEEDLE b", ""), "Fun"));
                writer.put(expense(3, worded("x", "", "a\nNeedle"), "Fun"));
                writer.put(expense(4, Samples.details("2026-11-20", "1.00", "x"), "needle"));
            });
            assertEquals(List.of(3L, 2L, 1L), ids(store, text("needle")));
        }
    }

    @Test
    default void words_that_nothing_can_hold_find_nothing() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(expense(1, worded("a?b", "", ""), "Fun")));
            assertEquals(List.of(), ids(store, text("a\0")));
            assertEquals(List.of(), ids(store, text("a\uD83E")));
            assertEquals(List.of(), ids(store, text("\uD83Eb")));
            assertEquals(List.of(), ids(store, text("needle".repeat(20_000))));
        }
    }

    @Test
    default void a_category_means_itself_and_what_lies_below_in_its_own_letter_case() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(expense(1, "2026-11-20", "1.00", "Fun"));
                writer.put(expense(2, "2026-11-20", "1.00", "Fun:Dining"));
                writer.put(expense(3, "2026-11-20", "1.00", "Funds"));
                writer.put(expense(4, "2026-11-20", "1.00", "fun:dining"));
                writer.put(split(5, "2026-11-20", "Other", "1.00", "Fun:Dining:Out", "2.00"));
                writer.put(expense(6, "2026-11-20", "1.00", "F_n:Dining"));
                writer.put(expense(7, "2026-11-20", "1.00", "Fün:🧦"));
                writer.put(income(8, "2026-11-20", "1.00"));
            });
            assertEquals(List.of(5L, 2L, 1L), ids(store, category(EntryKind.EXPENSE, "Fun")));
            assertEquals(List.of(5L, 2L), ids(store, category(EntryKind.EXPENSE, "Fun:Dining")));
            assertEquals(List.of(5L), ids(store, category(EntryKind.EXPENSE, "Other")));
            assertEquals(List.of(6L), ids(store, category(EntryKind.EXPENSE, "F_n")));
            assertEquals(List.of(7L), ids(store, category(EntryKind.EXPENSE, "Fün")));
            assertEquals(List.of(), ids(store, category(EntryKind.INCOME, "Fun")));
        }
    }

    @Test
    default void account_amount_and_days_are_exact_and_bounds_are_counted_in() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> {
                writer.put(expense(1, on("2026-11-20", "-1.00", Optional.of("Card")), "Fun"));
                writer.put(expense(2, on("2026-11-21", "5.00", Optional.of("card")), "Fun"));
                writer.put(expense(3, on("2026-11-22", "9.00", Optional.empty()), "Fun"));
            });
            assertEquals(
                    List.of(1L), ids(store, query(Optional.of("Card"), OptionalLong.empty(), OptionalLong.empty())));
            assertEquals(
                    List.of(), ids(store, query(Optional.of("Card "), OptionalLong.empty(), OptionalLong.empty())));
            assertEquals(List.of(), ids(store, query(Optional.of("\0"), OptionalLong.empty(), OptionalLong.empty())));
            assertEquals(
                    List.of(3L, 2L), ids(store, query(Optional.empty(), OptionalLong.of(500), OptionalLong.of(900))));
            assertEquals(List.of(1L), ids(store, query(Optional.empty(), OptionalLong.of(-100), OptionalLong.of(499))));
            EntryQuery all = EntryQuery.all(EntryKind.EXPENSE);
            assertEquals(List.of(2L, 1L), ids(store, all.during(new DateSpan(day("2026-11-20"), day("2026-11-22")))));
            assertEquals(List.of(3L, 2L, 1L), ids(store, all.during(new DateSpan(LocalDate.MIN, LocalDate.MAX))));
        }
    }

    private static EntryQuery text(String words) {
        EntryQuery all = EntryQuery.all(EntryKind.EXPENSE);
        return new EntryQuery(
                all.kind(),
                all.span(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(words),
                OptionalLong.empty(),
                OptionalLong.empty(),
                EntryOrder.NEWEST_FIRST,
                Optional.empty(),
                OptionalInt.empty(),
                EntryQuery.Only.ALL);
    }

    private static EntryQuery category(EntryKind kind, String path) {
        return new EntryQuery(
                kind,
                DateSpan.ALWAYS,
                Optional.of(CategoryPath.of(path)),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                EntryOrder.NEWEST_FIRST,
                Optional.empty(),
                OptionalInt.empty(),
                EntryQuery.Only.ALL);
    }

    private static EntryQuery query(Optional<String> account, OptionalLong least, OptionalLong most) {
        return new EntryQuery(
                EntryKind.EXPENSE,
                DateSpan.ALWAYS,
                Optional.empty(),
                account,
                Optional.empty(),
                least,
                most,
                EntryOrder.NEWEST_FIRST,
                Optional.empty(),
                OptionalInt.empty(),
                EntryQuery.Only.ALL);
    }

    private static EntryDetails worded(String title, String bankText, String note) {
        return new EntryDetails(
                day("2026-11-20"),
                usd("1.00"),
                title,
                Optional.of(bankText),
                Optional.empty(),
                Optional.of(note),
                List.of());
    }

    private static EntryDetails on(String date, String amount, Optional<String> account) {
        return new EntryDetails(day(date), usd(amount), "x", Optional.empty(), account, Optional.empty(), List.of());
    }
}
