package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rule.RuleDraft;
import dev.payweek.store.Change;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryMoveTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final Budget budget =
            Budget.inMemory(new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    CategoryMoveTest() {
        write(edit -> {
            edit.put(new Category(path("Fun:Dining:Thai"), true, true));
            edit.put(new Category(path("Food"), false, false));
        });
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static CategoryPath path(String name) {
        return CategoryPath.of(name);
    }

    private void write(Consumer<BudgetEdit> changes) {
        budget.write("ann", edit -> {
            changes.accept(edit);
            return edit.version();
        });
    }

    private void move(String from, String to) {
        write(edit -> edit.moveCategory(path(from), path(to)));
    }

    private void merge(String from, String into) {
        write(edit -> edit.mergeCategory(path(from), path(into)));
    }

    private long spend(String amount, String category) {
        return budget.add(EntryDraft.expense(usd(amount), "Meal")
                        .category(category)
                        .on(DAY))
                .id();
    }

    private Expense expense(long id) {
        return (Expense) budget.read(view -> view.getEntry(EntryKind.EXPENSE, id));
    }

    private List<String> categories() {
        return budget.read(BudgetView::categories).all().stream()
                .map(category -> category.path().name())
                .toList();
    }

    private List<SoftLimit> limits() {
        return budget.read(BudgetView::limits);
    }

    @Test
    void what_lies_below_moves_with_a_category_and_so_does_all_that_names_it() {
        write(edit -> edit.put(Category.of("Fun:Dining:Thai")));
        long meal = spend("9.00", "Fun:Dining:Thai");
        write(edit -> edit.put(new Category(path("Fun:Dining:Thai"), true, true)));
        long other = spend("1.00", "Fun");
        write(edit -> edit.limit("Fun:Dining", usd("50.00"), Per.WEEK, DAY));
        write(edit ->
                edit.add(RuleDraft.of("thai", when().title().contains("thai").then("Fun:Dining:Thai"))));
        String before = LedgerDump.of(budget);
        move("Fun:Dining", "Food:Out");
        assertEquals(path("Food:Out:Thai"), expense(meal).category());
        assertEquals(2, expense(meal).version());
        assertEquals(path("Fun"), expense(other).category());
        assertEquals(1, expense(other).version());
        assertEquals(List.of(new SoftLimit(path("Food:Out"), usd("50.00"), Per.WEEK, DAY)), limits());
        assertEquals(
                List.of(
                        "Food",
                        "Food:Out",
                        "Food:Out:Thai",
                        "Fun",
                        "Other",
                        "Predictable Necessities",
                        "Unpredictable Necessities"),
                categories());
        assertEquals(
                true,
                budget.read(BudgetView::categories)
                        .find(path("Food:Out:Thai"))
                        .orElseThrow()
                        .archived());
        assertEquals(path("Other"), ((Expense) budget.add(EntryDraft.expense(usd("5.00"), "Thai To Go"))).category());
        write(edit -> edit.undo(edit.version()));
        write(edit -> edit.undo(edit.version() - 2));
        assertEquals(before.lines().count(), LedgerDump.of(budget).lines().count());
        assertEquals(path("Fun:Dining:Thai"), expense(meal).category());
    }

    @Test
    void the_group_that_a_category_moves_into_is_made_and_counts_as_it_did() {
        move("Food", "Needs:Food");
        assertEquals(
                Optional.of(new Category(path("Needs"), false, false)),
                budget.read(BudgetView::categories).find(path("Needs")));
    }

    @Test
    void the_parts_of_a_split_expense_follow() {
        long whole = budget.add(EntryDraft.expense(usd("10.00"), "Market")
                        .on(DAY)
                        .split(List.of(
                                new EntryDraft.Part("Fun:Dining", usd("4.00")),
                                new EntryDraft.Part("Food", usd("6.00")))))
                .id();
        move("Fun:Dining", "Other:Meals");
        assertEquals(
                List.of(path("Other:Meals"), path("Food")),
                expense(whole).splits().stream().map(split -> split.category()).toList());
    }

    @Test
    void a_name_changes_its_letter_case() {
        long meal = spend("9.00", "Fun:Dining");
        move("Fun", "FUN");
        assertEquals(path("FUN:Dining"), expense(meal).category());
        assertEquals(
                List.of("FUN", "FUN:Dining", "FUN:Dining:Thai"), categories().subList(0, 3));
    }

    @Test
    void two_become_one_and_the_second_keeps_its_limit() {
        long meal = spend("9.00", "Fun:Dining");
        write(edit -> edit.limit("Food", usd("70.00"), Per.WEEK, DAY));
        merge("Fun:Dining", "Food");
        assertEquals(path("Food"), expense(meal).category());
        assertEquals(
                List.of("Food 70.00 USD"),
                limits().stream()
                        .map(limit -> limit.category() + " " + limit.amount())
                        .toList());
        assertEquals(List.of("Food", "Food:Thai", "Fun"), categories().subList(0, 3));
    }

    @Test
    void a_limit_is_neither_lost_nor_widened_by_a_merge() {
        write(edit -> edit.limit("Fun:Dining:Thai", usd("20.00"), Per.WEEK, DAY));
        LedgerException refusal = assertThrows(LedgerException.class, () -> merge("Fun:Dining", "Food"));
        assertEquals(Reason.CONFLICT, refusal.reason());
        assertEquals(
                "The category \"Fun:Dining:Thai\" has a limit of 20.00 USD; remove it first, and set one on \"Food\" if"
                        + " there is to be one.",
                refusal.getMessage());
        write(edit -> edit.removeLimits(path("Fun:Dining:Thai")));
        merge("Fun:Dining", "Food");
        assertEquals(List.of(), limits());
    }

    @Test
    void a_category_is_merged_into_the_one_above_it() {
        long meal = spend("9.00", "Fun:Dining");
        merge("Fun:Dining", "Fun");
        assertEquals(path("Fun"), expense(meal).category());
        assertEquals(List.of("Food", "Fun", "Fun:Thai"), categories().subList(0, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "Nowhere, Food:X, NOT_FOUND, There is no category \"Nowhere\".",
        "Other, Food:X, CONFLICT, 'The group \"Other\" stays, since what nobody has placed is there.'",
        "Fun, Fun:Dining:Fun, CONFLICT, The category \"Fun\" cannot come to lie in itself.",
        "Fun:Dining, food, CONFLICT, There is already a category \"Food\"; merge into it instead.",
    })
    void what_cannot_move_is_refused(String from, String to, Reason reason, String message) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> move(from, to));
        assertEquals(reason, refusal.reason());
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void what_would_lie_too_deep_is_refused_and_nothing_is_changed() {
        String before = LedgerDump.of(budget);
        assertThrows(LedgerException.class, () -> move("Fun", "Food:A:B"));
        assertEquals(before, LedgerDump.of(budget));
    }

    @ParameterizedTest
    @CsvSource({
        "Fun, Nowhere, NOT_FOUND, There is no category \"Nowhere\" to merge into.",
        "Nowhere, Fun, NOT_FOUND, There is no category \"Nowhere\".",
        "Fun, Fun:Dining, CONFLICT, The category \"Fun\" cannot come to lie in itself.",
        "Fun, Fun, CONFLICT, The category \"Fun\" cannot come to lie in itself.",
    })
    void what_cannot_be_merged_is_refused(String from, String into, Reason reason, String message) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> merge(from, into));
        assertEquals(reason, refusal.reason());
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void undoing_and_redoing_a_merge_with_a_part_gives_exactly_what_was() {
        write(edit -> edit.put(Category.of("Fun:Dining:Thai")));
        spend("9.00", "Fun:Dining:Thai");
        spend("3.00", "Fun:Dining");
        String before = LedgerDump.of(budget);
        merge("Fun:Dining", "Food");
        String merged = LedgerDump.of(budget);
        write(edit -> edit.undo(edit.version()));
        assertEquals(before, LedgerDump.of(budget));
        write(edit -> edit.undo(edit.version()));
        assertEquals(merged, LedgerDump.of(budget));
        write(edit -> edit.undo(edit.version()));
        assertEquals(before, LedgerDump.of(budget));
    }

    @Test
    void moves_are_recorded_each_as_one_change_and_leave_other_rules_as_they_are() {
        write(edit ->
                edit.add(RuleDraft.of("thai", when().title().contains("thai").then("Fun:Dining:Thai"))));
        write(edit ->
                edit.add(RuleDraft.of("gas", when().title().contains("gas").then("Other"))));
        long version = budget.read(BudgetView::version);
        move("Fun:Dining", "Fun:Out");
        merge("Fun:Out", "Food");
        assertEquals(
                List.of("move category Fun:Dining to Fun:Out", "merge category Fun:Out into Food"),
                budget.read(view -> view.changesAfter(version, 10)).stream()
                        .map(Change::what)
                        .toList());
        assertEquals(
                List.of("thai 3 category Food:Thai", "gas 1 category Other"),
                budget.read(BudgetView::rules).inOrder().stream()
                        .map(rule -> rule.name() + " " + rule.version() + " " + rule.then())
                        .toList());
    }
}
