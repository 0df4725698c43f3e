package dev.payweek.budget;

import static dev.payweek.rule.When.share;
import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SetAside;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleDraft;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlanEditTest {

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

    @Test
    void a_category_is_added_with_the_levels_above_it() {
        write(edit -> edit.put(new Category(CategoryPath.of("Home:Rent"), false, false)));
        assertFalse(budget.read(BudgetView::categories).isDiscretionary(CategoryPath.of("Home")));
        write(edit -> edit.put(new Category(CategoryPath.of("Home:Rent"), true, true)));
        assertEquals(
                Optional.of(new Category(CategoryPath.of("Home:Rent"), true, true)),
                budget.read(BudgetView::categories).find(CategoryPath.of("Home:Rent")));
        LedgerException alike = refused(edit -> edit.put(Category.of("home:RENT")));
        assertEquals(Reason.CONFLICT, alike.reason());
        assertEquals("There is already a category \"Home:Rent\".", alike.getMessage());
        assertEquals(
                "There is already a category \"Fun\".",
                refused(edit -> edit.put(Category.of("FUN:Bars"))).getMessage());
    }

    @Test
    void a_category_in_use_is_not_removed() {
        write(edit -> edit.put(Category.of("Fun:Bars:Gin")));
        CategoryPath bars = CategoryPath.of("Fun:Bars");
        assertEquals(
                "The category \"Fun:Bars\" is in use; archive it instead.",
                refused(edit -> edit.removeCategory(bars)).getMessage());
        write(edit -> edit.removeCategory(CategoryPath.of("Fun:Bars:Gin")));
        Expense drink = add(coffee().category("Fun:Bars"));
        assertEquals(Reason.CONFLICT, refused(edit -> edit.removeCategory(bars)).reason());
        write(edit -> edit.delete(EntryKind.EXPENSE, drink.id()));
        Expense both =
                add(split(new EntryDraft.Part("Fun", usd("7.00")), new EntryDraft.Part("Fun:Bars", usd("3.00"))));
        assertEquals(Reason.CONFLICT, refused(edit -> edit.removeCategory(bars)).reason());
        write(edit -> edit.delete(EntryKind.EXPENSE, both.id()));
        budget.limit("Fun:Bars", usd("5.00"), Per.WEEK);
        assertEquals(Reason.CONFLICT, refused(edit -> edit.removeCategory(bars)).reason());
        write(edit -> edit.removeLimits(bars));
        CategoryRule rule = budget.rule("bars", when().title().is("bar").then("Fun:Bars"));
        assertEquals(Reason.CONFLICT, refused(edit -> edit.removeCategory(bars)).reason());
        write(edit -> edit.removeRule(rule.id()));
        budget.rule("other", when().title().is("x").thenTransfer());
        write(edit -> edit.removeCategory(bars));
        assertEquals(Optional.empty(), budget.read(BudgetView::categories).find(bars));
        assertEquals(
                "There is no category \"Fun:Bars\".",
                refused(edit -> edit.removeCategory(bars)).getMessage());
        assertEquals(
                Reason.CONFLICT,
                refused(edit -> edit.removeCategory(CategoryPath.of("Other"))).reason());
    }

    @Test
    void rules_are_added_last_replaced_and_removed() {
        CategoryRule tea = budget.rule(" tea ", when().title().contains("tea").then("tea"));
        assertEquals("tea", tea.name());
        assertEquals(10, tea.priority());
        assertEquals("category Other:tea", tea.then().toString());
        CategoryRule coffee =
                budget.rule("coffee", when().title().contains("coffee").then("Fun"));
        assertEquals(20, coffee.priority());
        var sentence = when().title().contains("coffee").thenTransfer();
        RuleDraft draft =
                new RuleDraft("coffee", Optional.of(5), false, Optional.of(DAY), sentence.when(), sentence.then());
        CategoryRule changed = budget.<CategoryRule>write("ann", edit -> edit.replaceRule(coffee.id(), draft));
        assertEquals(2, changed.version());
        assertEquals(List.of(changed, tea), budget.read(BudgetView::rules).inOrder());
        LedgerException stale = refused(edit -> edit.requireRuleVersion(coffee.id(), 1));
        assertEquals(Reason.STALE, stale.reason());
        LedgerException taken = refused(edit -> edit.add(
                new RuleDraft("new", Optional.of(10), true, Optional.empty(), sentence.when(), sentence.then())));
        assertEquals("The rule \"tea\" already has the priority 10.", taken.getMessage());
        assertEquals(Reason.CONFLICT, taken.reason());
        write(edit -> edit.removeRule(tea.id()));
        assertEquals(
                "There is no rule " + tea.id() + ".",
                refused(edit -> edit.removeRule(tea.id())).getMessage());
        assertEquals(Reason.NOT_FOUND, refused(edit -> edit.getRule(tea.id())).reason());
    }

    @Test
    void limits_begin_today_and_end_together_and_set_asides_are_replaced_by_name() {
        SoftLimit limit = budget.limit("fun", usd("120.00"), Per.WEEK);
        assertEquals(new SoftLimit(CategoryPath.of("Fun"), usd("120.00"), Per.WEEK, LocalDate.of(2026, 11, 22)), limit);
        SetAside car = budget.setAside(SetAside.of("Car", usd("900.00")));
        write(edit -> {
            edit.limit("Fun", usd("130.00"), Per.WEEK, DAY);
            edit.put(car.from(DAY));
        });
        assertEquals(2, budget.read(BudgetView::limits).size());
        assertEquals(List.of(car.from(DAY)), budget.read(BudgetView::setAsides));
        write(edit -> edit.removeLimits(CategoryPath.of("Fun")));
        write(edit -> edit.removeSetAside("Car"));
        assertEquals(List.of(), budget.read(BudgetView::limits));
        assertEquals(List.of(), budget.read(BudgetView::setAsides));
        assertEquals(
                "There is no limit on \"Fun\".",
                refused(edit -> edit.removeLimits(CategoryPath.of("Fun"))).getMessage());
        assertEquals(
                "There is no set-aside \"Car\".",
                refused(edit -> edit.removeSetAside("Car")).getMessage());
    }

    @Test
    void what_bears_another_name_stays_when_one_is_removed() {
        budget.limit("Fun", usd("1.00"), Per.WEEK);
        SoftLimit other = budget.limit("Other", usd("2.00"), Per.WEEK);
        budget.setAside(SetAside.of("Car", usd("1.00")));
        SetAside savings = budget.setAside(SetAside.of("Savings", usd("2.00")));
        write(edit -> {
            edit.removeLimits(CategoryPath.of("Fun"));
            edit.removeSetAside("Car");
        });
        assertEquals(List.of(other), budget.read(BudgetView::limits));
        assertEquals(List.of(savings), budget.read(BudgetView::setAsides));
    }

    @Test
    void the_currency_changes_only_while_there_are_no_amounts() {
        write(edit -> edit.change(edit.settings().withCurrency(Money.currency("EUR"))));
        assertEquals("EUR", budget.read(BudgetView::settings).currency().getCurrencyCode());
        budget.setAside(SetAside.of("Car", Money.of("1.00", "EUR")));
        Consumer<BudgetEdit> back = edit -> edit.change(edit.settings().withCurrency(Money.currency("USD")));
        assertEquals(
                "The currency cannot change while the ledger holds amounts; undo first what brought them.",
                refused(back).getMessage());
        write(edit -> edit.removeSetAside("Car"));
        budget.limit("Fun", Money.of("1.00", "EUR"), Per.WEEK);
        assertEquals(Reason.CONFLICT, refused(back).reason());
        write(edit -> edit.removeLimits(CategoryPath.of("Fun")));
        budget.add(EntryDraft.transfer(Money.of("1.00", "EUR"), "x"));
        assertEquals(Reason.CONFLICT, refused(back).reason());
        write(edit -> edit.paidOn(PaySchedule.monthly(1)));
        assertEquals(
                List.of("main"),
                budget.read(BudgetView::sources).stream().map(PaySource::name).toList());
    }

    @Test
    void a_cap_in_another_currency_is_refused_as_a_limit_is() {
        Rollover capped = new Rollover(Rollover.Policy.SURPLUS, Optional.of(Money.of("5.00", "EUR")), false);
        assertEquals(
                "The ledger is in USD; 5.00 EUR does not fit.",
                refused(edit -> edit.limit("Fun", usd("1.00"), Per.WEEK, DAY, capped))
                        .getMessage());
    }

    @Test
    void the_version_after_a_write_is_known_within_it() {
        write(edit -> {
            assertEquals(0, edit.versionAfter());
            edit.category("Fun:Bars");
            edit.category("Fun:Clubs");
            assertEquals(1, edit.versionAfter());
        });
        assertEquals(1, budget.read(BudgetView::version));
    }

    @Test
    void an_expense_that_is_moved_lies_there() {
        Expense market = add(split(new EntryDraft.Part("Fun", usd("7.00")), new EntryDraft.Part("Other", usd("3.00"))));
        Expense moved = budget.write("ann", edit -> edit.move(market.id(), "Fun:Bars"));
        assertEquals("Fun:Bars", moved.category().name());
        assertEquals(List.of(), moved.splits());
        assertEquals(moved, budget.read(view -> view.getEntry(market.id())));
    }

    @Test
    void what_a_replacement_gives_back_is_what_is_kept() {
        Expense coffee = add(coffee());
        Entry same = budget.write("ann", edit -> edit.replace(coffee.id(), coffee()));
        assertEquals(coffee, same);
        assertEquals(same, budget.read(view -> view.getEntry(coffee.id())));
        EntryDraft dearer = EntryDraft.expense(usd("5.00"), "Corner Coffee").on(DAY);
        Entry replaced = budget.write("ann", edit -> edit.replace(coffee.id(), dearer));
        assertEquals(2, replaced.version());
        assertEquals(replaced, budget.read(view -> view.getEntry(coffee.id())));
    }

    @Test
    void a_replacement_that_names_no_day_keeps_the_day() {
        Expense coffee = add(coffee());
        EntryDraft dearer = EntryDraft.expense(usd("5.00"), "Corner Coffee");
        Entry replaced = budget.write("ann", edit -> edit.replace(coffee.id(), dearer));
        assertEquals(DAY, replaced.date());
    }

    @Test
    void a_rule_splits_no_expense_of_nothing() {
        budget.rule("food", when().title().is("food").thenSplit(share(75, "Fun:Food"), share(25, "Other:Home")));
        Expense free = add(EntryDraft.expense(usd("0.00"), "food").on(DAY));
        assertEquals(List.of(), free.splits());
    }
}
