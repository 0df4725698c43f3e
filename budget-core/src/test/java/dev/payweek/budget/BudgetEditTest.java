package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Per;
import dev.payweek.plan.SetAside;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.IdempotentResponse;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BudgetEditTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final SettableClock clock =
            new SettableClock(Instant.parse("2026-11-22T23:30:00.123456Z"), ZoneId.of("America/New_York"));
    private final Budget budget = Budget.inMemory(clock);

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private void write(Consumer<BudgetEdit> changes) {
        budget.write("ann", edit -> {
            changes.accept(edit);
            return edit.version();
        });
    }

    private LedgerException refused(Consumer<BudgetEdit> changes) {
        String before = LedgerDump.of(budget);
        long version = budget.read(BudgetView::version);
        LedgerException refusal = assertThrows(LedgerException.class, () -> write(changes));
        assertEquals(before, LedgerDump.of(budget));
        assertEquals(version, budget.read(BudgetView::version));
        return refusal;
    }

    private Expense add(EntryDraft draft) {
        return (Expense) budget.add(draft);
    }

    private static EntryDraft coffee() {
        return EntryDraft.expense(usd("4.50"), "Corner Coffee").on(DAY);
    }

    private static EntryDraft split(EntryDraft.Part... parts) {
        EntryDraft whole = EntryDraft.expense(usd("10.00"), "Market").on(DAY);
        return new EntryDraft(
                whole.kind(),
                whole.date(),
                whole.amount(),
                whole.title(),
                whole.bankText(),
                whole.category(),
                whole.account(),
                whole.note(),
                whole.tags(),
                List.of(parts),
                whole.refundOf(),
                whole.toAccount());
    }

    private static EntryDraft refundOf(long id) {
        EntryDraft refund = EntryDraft.expense(usd("-4.50"), "Refund").on(DAY);
        return new EntryDraft(
                refund.kind(),
                refund.date(),
                refund.amount(),
                refund.title(),
                refund.bankText(),
                refund.category(),
                refund.account(),
                refund.note(),
                refund.tags(),
                refund.parts(),
                Optional.of(id),
                refund.toAccount());
    }

    @Test
    void today_is_the_ledgers_day_and_not_the_machines() {
        assertEquals(LocalDate.of(2026, 11, 22), budget.read(BudgetView::today));
        clock.set(Instant.parse("2026-11-23T05:00:00Z"));
        assertEquals(LocalDate.of(2026, 11, 23), budget.read(BudgetView::today));
        assertEquals(
                LocalDate.of(2026, 11, 23),
                budget.add(EntryDraft.expense(usd("1.00"), "Now")).date());
        assertEquals(clock, budget.clock());
    }

    @Test
    void an_expense_is_numbered_placed_and_recorded() {
        Expense expense = add(coffee());
        assertEquals(1, expense.id());
        assertEquals(1, expense.version());
        assertEquals(Provenance.DEFAULT, expense.provenance());
        assertEquals("Other", expense.category().name());
        assertEquals(expense, budget.read(view -> view.getEntry(EntryKind.EXPENSE, 1)));
        assertEquals(1, budget.read(BudgetView::version));
        var change = budget.read(view -> view.changesAfter(0, 10)).get(0);
        assertEquals("add expense 1", change.what());
        assertEquals("local", change.who());
        assertEquals(Instant.parse("2026-11-22T23:30:00.123Z"), change.at());
        assertEquals(1, change.edits().size());
    }

    @Test
    void an_archived_category_takes_no_new_entries() {
        write(edit -> edit.put(new Category(CategoryPath.of("Fun:Old"), true, true)));
        LedgerException refusal = refused(edit -> edit.add(coffee().category("Fun:Old")));
        assertEquals("The category \"Fun:Old\" is archived and takes no new entries.", refusal.getMessage());
        long coffee = budget.add(coffee()).id();
        assertEquals(
                Reason.INVALID, refused(edit -> edit.move(coffee, "Fun:Old")).reason());
    }

    @Test
    void every_kind_of_entry_can_be_drafted() {
        assertEquals(EntryKind.INCOME, budget.paycheck(usd("9.00"), DAY).kind());
        assertEquals("Paycheck", budget.paycheck(usd("9.00"), DAY).details().title());
        Transfer transfer = (Transfer) budget.add(EntryDraft.transfer(usd("9.00"), "Savings"));
        assertEquals(Optional.empty(), transfer.importBatch());
        assertEquals(1L, budget.<Long>read(view -> view.countEntries(EntryQuery.all(EntryKind.TRANSFER))));
        assertEquals(
                Reason.NOT_FOUND,
                assertThrows(
                                LedgerException.class,
                                () -> budget.read(view -> view.getEntry(EntryKind.EXPENSE, transfer.id())))
                        .reason());
        assertEquals(
                "There is no expense 99.",
                assertThrows(LedgerException.class, () -> budget.read(view -> view.getEntry(EntryKind.EXPENSE, 99)))
                        .getMessage());
    }

    @Test
    void a_person_or_a_rule_decides_on_the_category() {
        budget.rule("coffee", when().title().contains("COFFEE").then("Fun:Coffee"));
        assertEquals(Provenance.rule(1, 1), add(coffee()).provenance());
        assertEquals("Fun:Coffee", add(coffee()).category().name());
        Expense mine = add(coffee().category("food"));
        assertEquals("Other:food", mine.category().name());
        assertEquals(Provenance.MANUAL, mine.provenance());
        assertTrue(budget.read(BudgetView::categories)
                .find(CategoryPath.of("Other:food"))
                .isPresent());
        budget.rule("own", when().title().contains("own").thenTransfer());
        assertEquals(
                Provenance.DEFAULT, add(EntryDraft.expense(usd("1.00"), "own")).provenance());
    }

    @Test
    void a_replaced_expense_keeps_what_was_decided_unless_it_says_otherwise() {
        Expense first = add(coffee().category("Fun"));
        write(edit -> edit.replace(1, EntryDraft.expense(usd("5.00"), "Tea").on(DAY)));
        Expense second = (Expense) budget.read(view -> view.getEntry(EntryKind.EXPENSE, 1));
        assertEquals(first.category(), second.category());
        assertEquals(Provenance.MANUAL, second.provenance());
        assertEquals(2, second.version());
        assertEquals(usd("5.00"), second.amount());
        write(edit -> edit.replace(1, coffee().category("other")));
        assertEquals(
                "Other",
                ((Expense) budget.read(view -> view.getEntry(EntryKind.EXPENSE, 1)))
                        .category()
                        .name());
        assertEquals(
                "change expense 1",
                budget.read(view -> view.changesAfter(2, 1)).get(0).what());
    }

    /** It would be what is undone next, and make stale what others have seen. */
    @Test
    void what_leaves_an_entry_as_it_is_is_no_change() {
        Entry whole = add(coffee());
        long version = budget.<Long>read(BudgetView::version);
        write(edit -> assertEquals(whole, edit.replace(1, coffee())));
        assertEquals(version, budget.<Long>read(BudgetView::version));
        write(edit -> edit.move(1, "Other:Tea"));
        write(edit -> assertEquals(2, edit.move(1, "Other:Tea").version()));
        assertEquals(version + 1, budget.<Long>read(BudgetView::version));
    }

    @Test
    void who_has_seen_an_older_version_is_refused() {
        add(coffee());
        write(edit -> {
            edit.requireVersion(EntryKind.EXPENSE, 1, 1);
            edit.replace(1, coffee().category("Fun:Tea"));
        });
        LedgerException stale = refused(edit -> edit.requireVersion(EntryKind.EXPENSE, 1, 1));
        assertEquals(Reason.STALE, stale.reason());
        assertEquals("The expense 1 has been changed since: its version is 2, not 1.", stale.getMessage());
        assertEquals(
                Reason.NOT_FOUND,
                refused(edit -> edit.requireVersion(EntryKind.INCOME, 1, 2)).reason());
        write(edit -> edit.delete(EntryKind.EXPENSE, 1));
        assertEquals(List.of(), LedgerDump.entries(budget, EntryKind.EXPENSE));
        assertEquals(
                Reason.NOT_FOUND, refused(edit -> edit.replace(1, coffee())).reason());
    }

    @Test
    void amounts_in_another_currency_are_refused() {
        Money euro = Money.of("1.00", "EUR");
        for (Consumer<BudgetEdit> foreign : List.<Consumer<BudgetEdit>>of(
                edit -> edit.add(EntryDraft.expense(euro, "Kaffee")),
                edit -> edit.limit("Fun", euro, Per.WEEK, DAY),
                edit -> edit.put(SetAside.of("Rent", euro)))) {
            LedgerException refusal = refused(foreign);
            assertEquals("The ledger is in USD; 1.00 EUR does not fit.", refusal.getMessage());
            assertEquals("amount", refusal.problems().get(0).field());
        }
        LedgerException part = refused(
                edit -> edit.add(split(new EntryDraft.Part("Fun", usd("9.00")), new EntryDraft.Part("Fun", euro))));
        assertEquals("splits/1/amount", part.problems().get(0).field());
    }

    @Test
    void splits_are_placed_and_must_sum() {
        Expense expense = add(split(new EntryDraft.Part("fun", usd("7.00")), new EntryDraft.Part("Food", usd("3.00"))));
        assertEquals(
                List.of("Fun", "Other:Food"),
                expense.splits().stream().map(part -> part.category().name()).toList());
        assertEquals("Fun", expense.category().name());
        assertEquals(Provenance.MANUAL, expense.provenance());
        LedgerException refusal = refused(edit ->
                edit.add(split(new EntryDraft.Part("Fun", usd("7.00")), new EntryDraft.Part("New One", usd("3.01")))));
        assertEquals("The splits sum to 10.01 USD, not to the amount of 10.00 USD.", refusal.getMessage());
        LedgerException nameless = refused(edit ->
                edit.add(split(new EntryDraft.Part(" ", usd("7.00")), new EntryDraft.Part("x:y:z:u:v", usd("3.00")))));
        assertEquals(
                List.of("splits/0/category", "splits/1/category"),
                nameless.problems().stream().map(problem -> problem.field()).toList());
    }

    @Test
    void a_refund_names_another_expense_that_exists() {
        add(coffee());
        assertEquals(Optional.of(1L), add(refundOf(1)).refundOf());
        LedgerException none = refused(edit -> edit.add(refundOf(99)));
        assertEquals("There is no expense 99 to refund.", none.getMessage());
        assertEquals("refund_of", none.problems().get(0).field());
        assertEquals(
                "An expense cannot be its own refund.",
                refused(edit -> edit.replace(2, refundOf(2))).getMessage());
    }

    @Test
    void what_was_made_is_given_back() {
        Category bars = Category.of("Fun:Bars");
        assertEquals(bars, budget.<Category>write("ann", edit -> edit.put(bars)));
        assertEquals(usd("4.50"), budget.spend(usd("4.50"), "Coffee", DAY).amount());
    }

    @Test
    void several_changes_are_one_and_all_or_nothing() {
        write(edit -> {
            edit.add(coffee());
            edit.add(coffee());
            edit.paidOn(PaySchedule.monthly(1));
        });
        var change = budget.read(view -> view.changesAfter(0, 10)).get(0);
        assertEquals(3, change.edits().size());
        assertEquals("set pay source main and 2 more", change.what());
        assertEquals("ann", change.who());
        refused(edit -> {
            edit.add(coffee());
            edit.add(EntryDraft.expense(usd("1.00"), " "));
        });
    }

    @Test
    void a_write_that_changes_nothing_is_no_change() {
        write(edit -> edit.paidOn(PaySchedule.monthly(1)));
        write(edit -> edit.paidOn(PaySchedule.monthly(1)));
        write(edit -> edit.put(Category.of("Fun")));
        write(edit -> {});
        assertEquals(1, budget.read(BudgetView::version));
    }

    @Test
    void a_change_is_made_by_somebody() {
        for (String who : List.of("", " ", "x".repeat(81), "a\0")) {
            LedgerException refusal =
                    assertThrows(LedgerException.class, () -> budget.write(who, edit -> edit.add(coffee())));
            assertEquals("who", refusal.problems().get(0).field());
        }
    }

    @Test
    void an_answer_is_kept_with_what_it_tells_of() {
        IdempotentResponse answer = new IdempotentResponse("key", "print", 201, "{}", clock.instant());
        write(edit -> edit.keep(answer));
        assertEquals(Optional.of(answer), budget.read(view -> view.findAnswer("key")));
        assertEquals(Optional.empty(), budget.read(view -> view.findAnswer("other")));
    }

    @Test
    void questions_beyond_the_calendar_are_refused() {
        budget.paidOn(PaySchedule.weekly(DAY));
        DateSpan fromEver = new DateSpan(LocalDate.MIN, DAY);
        DateSpan forEver = new DateSpan(DAY, LocalDate.MAX);
        assertThrows(LedgerException.class, () -> budget.answer(LocalDate.MAX));
        assertThrows(LedgerException.class, () -> budget.answer(LocalDate.of(1899, 12, 31)));
        assertThrows(LedgerException.class, () -> budget.read(view -> view.paydays("main", fromEver)));
        assertThrows(LedgerException.class, () -> budget.read(view -> view.paydays("main", forEver)));
        assertEquals(
                1,
                budget.read(view -> view.paydays("main", DateSpan.ofDays(DAY, 7)))
                        .size());
        assertEquals(
                LocalDate.of(2200, 12, 31),
                budget.answer(LocalDate.of(2200, 12, 31)).asOf());
        assertEquals(
                LocalDate.of(1900, 1, 1),
                budget.answer(LocalDate.of(1900, 1, 1)).asOf());
        assertEquals(usd("0.00"), budget.summary(DateSpan.ALWAYS).totalAmount());
    }

    @Test
    void a_budget_on_a_store_finds_what_is_there() {
        LedgerStore store = new MemoryStore();
        LedgerException empty = assertThrows(
                LedgerException.class,
                () -> Budget.on(store, Access.READ_ONLY, clock).read(BudgetView::version));
        assertEquals("There is no ledger 1.", empty.getMessage());
        Budget.on(store, Access.READ_WRITE, clock).add(coffee());
        Budget again = Budget.on(store, Access.READ_WRITE, clock);
        assertEquals(1, again.read(BudgetView::version));
        assertEquals("America/New_York", again.read(BudgetView::settings).zone().getId());
        assertEquals("memory", again.state().kind());
    }
}
