package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.refusal.LedgerException;
import dev.payweek.report.Answer;
import dev.payweek.report.CategoryRow;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleFinding;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.RowOutcome;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An archived category, and what lies below it, takes nothing new by whatever way; what is there stays. */
class ArchivedCategoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final CategoryPath HOBBY = CategoryPath.of("Fun:Hobby");
    private static final CategoryPath KNITTING = CategoryPath.of("Fun:Hobby:Knitting");

    private final Budget budget =
            Budget.inMemory(new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private static EntryDraft yarn() {
        return EntryDraft.expense(Money.of("7.00", "USD"), "Yarn").on(DAY);
    }

    private Expense add(EntryDraft draft) {
        return (Expense) budget.add(draft);
    }

    private void archive() {
        budget.change("ann", edit -> edit.put(new Category(HOBBY, true, true)));
    }

    private static void refused(Runnable change) {
        LedgerException refusal = assertThrows(LedgerException.class, change::run);
        assertEquals("archived", refusal.problems().get(0).code());
    }

    @Test
    void nobody_puts_anything_there_by_hand_but_what_is_there_can_be_changed() {
        Expense old = add(yarn().category("Fun:Hobby:Knitting"));
        archive();
        refused(() -> add(yarn().category("Knitting")));
        refused(() -> add(yarn().split(List.of(
                new EntryDraft.Part("Fun", Money.of("3.00", "USD")),
                new EntryDraft.Part("Fun:Hobby:Sewing", Money.of("4.00", "USD"))))));
        Expense other = add(yarn().category("Fun"));
        refused(() -> budget.change("ann", edit -> edit.move(other.id(), "Fun:Hobby")));
        refused(() -> budget.change("ann", edit -> edit.replace(other.id(), yarn().category("Fun:Hobby"))));
        EntryDraft dearer = EntryDraft.expense(Money.of("8.00", "USD"), "Yarn").category("Fun:Hobby:Knitting");
        Expense changed = budget.<Expense>write("ann", edit -> (Expense) edit.replace(old.id(), dearer));
        assertEquals(KNITTING, changed.category());
        assertEquals("8.00 USD", changed.amount().toString());
    }

    @Test
    void rules_and_files_put_nothing_there_and_say_so() {
        CategoryRule rule = budget.rule("yarn", when().title().contains("yarn").then("Fun:Hobby:Knitting"));
        Expense old = add(yarn());
        assertEquals(KNITTING, old.category());
        archive();
        assertEquals("Other", add(yarn()).category().name());
        List<RowOutcome> rows = budget.importStatement(
                        RowsFormat.file(
                                "bank", List.of("2026-11-20;-1.00;YARN SHOP", "2026-11-20;-2.00;B;;;Fun:Hobby")),
                        ImportOptions.NONE)
                .accounts()
                .get(0)
                .rows();
        assertEquals("no rule matched", rows.get(0).reason());
        assertEquals("the file's category is archived", rows.get(1).reason());
        assertEquals(
                List.of(KNITTING, CategoryPath.of("Other"), CategoryPath.of("Other"), CategoryPath.of("Other")),
                LedgerDump.entries(budget, EntryKind.EXPENSE).stream()
                        .map(entry -> ((Expense) entry).category())
                        .toList());
        RuleFinding finding = budget.lintRules().get(0);
        assertEquals(RuleFinding.Kind.ARCHIVED_CATEGORY, finding.kind());
        assertEquals(
                "The rule \"yarn\" decides nothing new, since the category \"Fun:Hobby:Knitting\" is archived.",
                finding.message());
        // Deciding all again moves nothing in, and what the rule has decided stays.
        assertEquals(0, budget.dryRun(new RuleChange.None(), true).moved());
        assertEquals(0, budget.applyRules(new RuleChange.None(), true).moved());
        budget.change("ann", edit -> edit.put(new Category(HOBBY, true, false)));
        assertEquals(2, budget.applyRules(new RuleChange.None(), true).moved());
        assertEquals(
                Provenance.Origin.RULE,
                ((Expense) LedgerDump.entries(budget, EntryKind.EXPENSE).get(1))
                        .provenance()
                        .origin());
        assertEquals("yarn", rule.name());
    }

    @Test
    void a_later_rule_decides_instead() {
        budget.rule("yarn", when().title().contains("yarn").then("Fun:Hobby"));
        budget.rule("shop", when().title().contains("yarn").then("Fun:Shops"));
        archive();
        assertEquals("Fun:Shops", add(yarn()).category().name());
    }

    @Test
    void it_leaves_reports_in_which_nothing_of_it_is_though_it_has_a_limit() {
        add(yarn().category("Fun:Hobby"));
        budget.limit("Fun:Hobby", Money.of("5.00", "USD"), Per.WEEK);
        budget.limit("Fun:Hobby:Knitting", Money.of("5.00", "USD"), Per.PERIOD);
        archive();
        assertEquals(List.of(HOBBY), below(budget.answer(DAY)));
        assertEquals(List.of(), below(budget.answer(DAY.plusMonths(2))));
    }

    private static List<CategoryPath> below(Answer answer) {
        return answer.categories().stream()
                .flatMap(row -> row.children().stream())
                .map(CategoryRow::category)
                .toList();
    }
}
