package dev.payweek.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final CategoryPath FUN = CategoryPath.of("Fun");
    private static final CategoryPath FOOD = CategoryPath.of("Other:Food");

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static EntryDetails details(String amount) {
        return EntryDetails.of(DAY, usd(amount), "Market");
    }

    private static Expense expense(String amount, Split... splits) {
        return new Expense(
                7, 1, details(amount), FUN, Provenance.DEFAULT, List.of(splits), Optional.empty(), Optional.empty());
    }

    private static List<String> problems(Executable making) {
        return assertThrows(LedgerException.class, making).problems().stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    @Test
    void a_title_and_tags_lose_their_surrounding_blanks_and_tags_are_told_once() {
        EntryDetails details = new EntryDetails(
                DAY,
                usd("1.00"),
                "  Market ",
                Optional.of(" MARKET "),
                Optional.of("card"),
                Optional.of(""),
                List.of(" a", "b", "a "));
        assertEquals("Market", details.title());
        assertEquals(List.of("a", "b"), details.tags());
        assertEquals(Optional.of(" MARKET "), details.bankText());
        assertEquals(" MARKET ", details.originalText());
        assertEquals("market\n market \n", details.searchText());
    }

    @Test
    void the_words_to_judge_by_are_the_banks_when_there_are_any() {
        EntryDetails blank = new EntryDetails(
                DAY, usd("1.00"), "Mine", Optional.of(" "), Optional.empty(), Optional.empty(), List.of());
        assertEquals("Mine", blank.originalText());
        assertEquals("Mine", EntryDetails.of(DAY, usd("1.00"), "Mine").originalText());
    }

    @Test
    void every_problem_of_the_facts_is_told_at_once() {
        List<String> many = IntStream.range(0, 21).mapToObj(i -> "tag" + i).toList();
        assertEquals(
                List.of(
                        "date out_of_range",
                        "amount out_of_range",
                        "title too_long",
                        "bank_text too_long",
                        "account blank",
                        "note too_long",
                        "tags too_many"),
                problems(() -> new EntryDetails(
                        LocalDate.of(1899, 12, 31),
                        Money.ofMinor(Long.MIN_VALUE, Money.currency("USD")),
                        "x".repeat(201),
                        Optional.of("x".repeat(2_001)),
                        Optional.of(" "),
                        Optional.of("x".repeat(1_001)),
                        many)));
        assertEquals(
                List.of("date out_of_range", "title blank", "account too_long", "tags/1 blank", "tags/2 too_long"),
                problems(() -> new EntryDetails(
                        LocalDate.of(2201, 1, 1),
                        usd("10000000000.00"),
                        " ",
                        Optional.of("x".repeat(2_000)),
                        Optional.of("x".repeat(81)),
                        Optional.of("x".repeat(1_000)),
                        List.of("ok", "", "x".repeat(41)))));
    }

    @Test
    void the_extremes_of_the_facts_are_allowed() {
        List<String> tags =
                IntStream.range(0, 20).mapToObj(i -> "t".repeat(38) + (10 + i)).toList();
        EntryDetails details = new EntryDetails(
                LocalDate.of(1900, 1, 1),
                usd("-10000000000.00"),
                "x".repeat(200),
                Optional.empty(),
                Optional.of("x".repeat(80)),
                Optional.empty(),
                tags);
        assertEquals(20, details.tags().size());
        assertEquals(
                LocalDate.of(2200, 12, 31),
                EntryDetails.of(LocalDate.of(2200, 12, 31), usd("1.00"), "x").date());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u001Bb", "a\u007Fb", "a\u0085b", "a\uD800b", "\uDC00"})
    void control_and_half_characters_are_refused(String title) {
        assertEquals(List.of("title control_character"), problems(() -> EntryDetails.of(DAY, usd("1.00"), title)));
    }

    @Test
    void splits_must_sum_to_the_amount() {
        Expense split = expense("10.00", new Split(FUN, usd("12.50")), new Split(FOOD, usd("-2.50")));
        assertEquals(2, split.portions().size());
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> expense("10.00", new Split(FUN, usd("5.00")), new Split(FOOD, usd("4.99"))));
        assertEquals(
                List.of(new FieldError("splits", "sum", "The splits sum to 9.99 USD, not to the amount of 10.00 USD.")),
                refusal.problems());
    }

    @Test
    void splits_are_at_least_two_and_at_most_a_hundred() {
        assertEquals(List.of("splits too_few"), problems(() -> expense("10.00", new Split(FUN, usd("10.00")))));
        Split cent = new Split(FUN, usd("0.01"));
        assertEquals(
                100,
                expense("1.00", Collections.nCopies(100, cent).toArray(Split[]::new))
                        .portions()
                        .size());
        assertEquals(
                List.of("splits too_many"),
                problems(() -> expense("1.01", Collections.nCopies(101, cent).toArray(Split[]::new))));
    }

    @Test
    void a_split_beyond_the_range_is_refused_before_it_can_overflow() {
        Split huge = new Split(FUN, Money.ofMinor(Long.MAX_VALUE, Money.currency("USD")));
        assertEquals(
                List.of("splits/0/amount out_of_range", "splits/1/amount out_of_range"),
                problems(() -> expense("1.00", huge, huge)));
    }

    @Test
    void a_whole_expense_is_its_own_only_part() {
        assertEquals(List.of(new Split(FUN, usd("10.00"))), expense("10.00").portions());
    }

    @Test
    void nobody_has_placed_what_has_no_splits_and_the_default_category() {
        assertTrue(expense("1.00").isUncategorised());
        assertFalse(expense("1.00").withCategory(FOOD, Provenance.MANUAL).isUncategorised());
        assertEquals(FOOD, expense("1.00").withCategory(FOOD, Provenance.MANUAL).category());
        assertFalse(expense("1.00", new Split(FUN, usd("0.50")), new Split(FUN, usd("0.50")))
                .isUncategorised());
    }

    @Test
    void a_transfer_goes_to_an_account_that_could_be_one() {
        for (String account : List.of(" ", "x".repeat(81), "a\0b")) {
            assertThrows(
                    LedgerException.class,
                    () -> new Transfer(1, 1, details("5.00"), Optional.of(account), Optional.empty()));
        }
        Transfer transfer = new Transfer(1, 1, details("5.00"), Optional.of("savings"), Optional.of(3L));
        assertEquals(EntryKind.TRANSFER, transfer.kind());
        assertEquals(
                new Transfer(1, 4, details("5.00"), Optional.of("savings"), Optional.of(3L)), transfer.withVersion(4));
    }

    @Test
    void each_kind_knows_its_day_amount_and_next_version() {
        Income income = new Income(2, 1, details("5.00"), Optional.empty());
        assertEquals(EntryKind.INCOME, income.kind());
        assertEquals(new Income(2, 9, details("5.00"), Optional.empty()), income.withVersion(9));
        assertEquals(EntryKind.EXPENSE, expense("5.00").kind());
        assertEquals(9, expense("5.00").withVersion(9).version());
        assertEquals(DAY, income.date());
        assertEquals(usd("5.00"), income.amount());
    }

    @Test
    void an_entry_adds_each_of_its_parts_to_its_day() {
        assertEquals(
                List.of(
                        new DayTotal(DAY, EntryKind.EXPENSE, Optional.of(FUN), 700, 1, 0),
                        new DayTotal(DAY, EntryKind.EXPENSE, Optional.of(FOOD), 300, 1, 0)),
                DayTotal.of(expense("10.00", new Split(FUN, usd("7.00")), new Split(FOOD, usd("3.00")))));
        DayTotal whole = new DayTotal(DAY, EntryKind.EXPENSE, Optional.of(FUN), 1000, 1, 1);
        assertEquals(List.of(whole), DayTotal.of(expense("10.00")));
        assertEquals(new DayTotal(DAY, EntryKind.EXPENSE, Optional.of(FUN), -1000, -1, -1), whole.negated());
        assertEquals(new DayTotal(DAY, EntryKind.EXPENSE, Optional.of(FUN), 2000, 2, 2), whole.plus(whole));
        assertEquals(
                List.of(new DayTotal(DAY, EntryKind.INCOME, Optional.empty(), 500, 1, 0)),
                DayTotal.of(new Income(2, 1, details("5.00"), Optional.empty())));
    }

    @Test
    void an_expense_follows_its_moved_categories_one_version_on() {
        CategoryPath home = CategoryPath.of("Home");
        Expense split = expense("10.00", new Split(FUN, usd("7.00")), new Split(FOOD, usd("3.00")));
        Expense moved = split.moved(category -> category.moved(FUN, home));
        assertEquals(2, moved.version());
        assertEquals(home, moved.category());
        assertEquals(List.of(new Split(home, usd("7.00")), new Split(FOOD, usd("3.00"))), moved.splits());
        assertEquals(expense("10.00"), split.withParts(List.of()));
        assertEquals(expense("12.00"), expense("10.00").with(details("12.00")));
    }

    @Test
    void where_a_category_comes_from_is_written_and_read() {
        for (Provenance one :
                List.of(Provenance.MANUAL, Provenance.DEFAULT, Provenance.IMPORT_HINT, Provenance.rule(7, 3))) {
            assertEquals(one, Provenance.parse(one.toString()));
        }
        assertEquals("RULE 7 3", Provenance.rule(7, 3).toString());
        assertEquals("MANUAL", Provenance.MANUAL.toString());
        for (String text : List.of("", "RULE", "RULE 7", "RULE x 1", "SOMEBODY")) {
            assertEquals(List.of("provenance malformed"), problems(() -> Provenance.parse(text)));
        }
    }

    @Test
    void settings_of_a_new_ledger_are_usable() {
        LedgerSettings fresh = LedgerSettings.fresh(Money.currency("USD"), ZoneOffset.UTC);
        assertEquals("Household", fresh.name());
        assertEquals(90, fresh.nearPercent());
        LedgerSettings euro = fresh.withCurrency(Money.currency("EUR"));
        assertEquals("EUR", euro.currency().getCurrencyCode());
        assertEquals(fresh, euro.withCurrency(Money.currency("USD")));
    }

    @Test
    void settings_that_cannot_be_are_refused_with_every_problem() {
        assertEquals(
                List.of("name blank", "near_percent out_of_range"),
                problems(() -> new LedgerSettings(" ", Money.currency("USD"), ZoneOffset.UTC, 0)));
        assertEquals(
                List.of("name too_long", "near_percent out_of_range"),
                problems(() -> new LedgerSettings("x".repeat(81), Money.currency("EUR"), ZoneOffset.UTC, 101)));
        assertEquals(100, new LedgerSettings("x".repeat(80), Money.currency("EUR"), ZoneOffset.UTC, 100).nearPercent());
        assertEquals(1, new LedgerSettings("x", Money.currency("EUR"), ZoneOffset.UTC, 1).nearPercent());
    }

    @Test
    void an_entry_goes_with_the_import_that_is_named_and_stays_as_it_was() {
        EntryDetails details = EntryDetails.of(LocalDate.of(2026, 1, 2), Money.of("4.50", "USD"), "Tea");
        for (Entry entry :
                List.of(new Income(1, 3, details, Optional.empty()), Transfer.of(2, 3, details), expense(3, details))) {
            Entry imported = entry.withImport(9);
            assertEquals(Optional.of(9L), imported.importBatch());
            assertEquals(entry.id(), imported.id());
            assertEquals(3, imported.version());
            assertEquals(details, imported.details());
        }
    }

    private static Expense expense(long id, EntryDetails details) {
        return new Expense(
                id,
                3,
                details,
                CategoryPath.of("Fun"),
                Provenance.MANUAL,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
