package dev.payweek.budget;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Per;
import dev.payweek.plan.SetAside;
import dev.payweek.refusal.LedgerException;
import dev.payweek.report.Answer;
import dev.payweek.report.PeriodFigures;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.When;
import dev.payweek.store.EntryQuery;
import dev.payweek.testkit.Anything;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.NastyTexts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerPropertiesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final List<String> PLACES =
            List.of("Fun", "Fun:Bars", "fun:bars:Gin", "Other", "Food", "Predictable Necessities", "gin");

    private static Money usd(long cents) {
        return Money.ofMinor(cents, Money.currency("USD"));
    }

    private static Money amount(Dice dice) {
        return usd(dice.between(-5_000L, 100_000L));
    }

    private static EntryDraft draft(Dice dice) {
        String title = NastyTexts.line(dice);
        EntryDraft draft = switch (dice.between(0, 5)) {
            case 0 -> EntryDraft.income(usd(dice.between(1L, 300_000L)), title);
            case 1 -> EntryDraft.income(amount(dice), title);
            case 2 -> EntryDraft.transfer(amount(dice), title);
            default -> expense(dice, title);
        };
        return draft.on(dice.day(FIRST, LAST));
    }

    private static EntryDraft expense(Dice dice, String title) {
        Money amount = amount(dice);
        EntryDraft whole = EntryDraft.expense(amount, title);
        if (dice.percent(60)) {
            return dice.percent(50) ? whole : whole.category(dice.oneOf(PLACES));
        }
        List<EntryDraft.Part> parts = amount.allocate(dice.between(1L, 5L), dice.between(0L, 5L)).stream()
                .map(part -> new EntryDraft.Part(dice.oneOf(PLACES), part))
                .toList();
        return new EntryDraft(
                EntryKind.EXPENSE,
                Optional.empty(),
                amount,
                title,
                Optional.empty(),
                Optional.empty(),
                dice.maybe(() -> NastyTexts.line(dice)),
                dice.maybe(() -> NastyTexts.any(dice)),
                dice.listOf(0, 2, () -> NastyTexts.line(dice)),
                parts,
                Optional.empty(),
                Optional.empty());
    }

    /** Does any one thing that a person may do; what the ledger refuses changes nothing. */
    private static void doAnything(Dice dice, BudgetEdit edit) {
        List<Entry> entries = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            edit.forEachEntry(EntryQuery.all(kind), entries::add);
        }
        List<CategoryRule> rules = edit.rules().inOrder();
        switch (dice.between(0, 10)) {
            case 0 -> edit.limit(dice.oneOf(PLACES), usd(dice.between(0L, 50_000L)), dice.oneOf(Per.values()), FIRST);
            case 1 -> edit.put(SetAside.of(NastyTexts.line(dice), usd(dice.between(0L, 50_000L))));
            case 2 -> edit.paidOn(schedule(dice));
            case 3 -> edit.put(new Category(Anything.category(dice), dice.percent(70), dice.percent(20)));
            case 4 -> edit.removeCategory(dice.oneOf(edit.categories().all()).path());
            case 5 -> edit.add(rule(dice));
            case 6 -> {
                if (!rules.isEmpty()) {
                    edit.replaceRule(dice.oneOf(rules).id(), rule(dice));
                }
            }
            case 7 -> {
                if (!rules.isEmpty()) {
                    edit.removeRule(dice.oneOf(rules).id());
                }
            }
            case 8 -> {
                if (!entries.isEmpty()) {
                    Entry entry = dice.oneOf(entries);
                    edit.delete(entry.kind(), entry.id());
                }
            }
            case 9 -> {
                if (!entries.isEmpty()) {
                    EntryDraft draft = draft(dice);
                    entries.stream()
                            .filter(entry -> entry.kind() == draft.kind())
                            .findFirst()
                            .ifPresent(entry -> edit.replace(entry.id(), draft));
                }
            }
            default -> edit.add(draft(dice));
        }
    }

    private static RuleDraft rule(Dice dice) {
        return RuleDraft.of(
                NastyTexts.line(dice),
                When.when().title().contains(dice.oneOf("a", "e", "coffee")).then(dice.oneOf(PLACES)));
    }

    private static PaySchedule schedule(Dice dice) {
        PaySchedule schedule = Anything.schedule(dice);
        return schedule.expectedPaycheck().isPresent() ? schedule.expecting(usd(100_000)) : schedule;
    }

    private static Budget lived(Dice dice) {
        Budget budget = Budget.inMemory(NOON);
        int steps = dice.between(0, 15);
        for (int i = 0; i < steps; i++) {
            step(dice, budget);
        }
        return budget;
    }

    private static void step(Dice dice, Budget budget) {
        try {
            budget.write("ann", edit -> {
                doAnything(dice, edit);
                return edit.version();
            });
        } catch (LedgerException refused) {
            // A person may ask for what cannot be.
        }
    }

    private static void undo(Budget budget, long version) {
        budget.write("ann", edit -> {
            edit.undo(version);
            return version;
        });
    }

    @Test
    void taking_back_the_last_change_leaves_the_ledger_as_it_was_before() {
        forAll(1_000, dice -> {
            Budget budget = lived(dice);
            String before = LedgerDump.of(budget);
            long version = budget.read(BudgetView::version);
            step(dice, budget);
            if (budget.read(BudgetView::version) > version) {
                String after = LedgerDump.of(budget);
                undo(budget, version + 1);
                assertEquals(before, LedgerDump.of(budget));
                undo(budget, version + 2);
                assertEquals(after, LedgerDump.of(budget));
            }
        });
    }

    @Test
    void everything_taken_back_from_the_last_to_the_first_leaves_a_new_ledger() {
        String fresh = LedgerDump.of(Budget.inMemory(NOON));
        forAll(500, dice -> {
            Budget budget = lived(dice);
            for (long version = budget.read(BudgetView::version); version >= 1; version--) {
                undo(budget, version);
            }
            assertEquals(fresh, LedgerDump.of(budget));
        });
    }

    @Test
    void the_totals_kept_are_the_sums_of_the_entries() {
        forAll(500, dice -> {
            Budget budget = lived(dice);
            Money spent = LedgerDump.entries(budget, EntryKind.EXPENSE).stream()
                    .map(Entry::amount)
                    .reduce(usd(0), Money::plus);
            assertEquals(spent, budget.summary(DateSpan.ALWAYS).totalAmount());
        });
    }

    @Test
    void every_category_that_is_used_is_there() {
        forAll(500, dice -> {
            Budget budget = lived(dice);
            List<CategoryPath> known = budget.read(BudgetView::categories).all().stream()
                    .map(Category::path)
                    .toList();
            budget.summary(DateSpan.ALWAYS)
                    .byCategory()
                    .forEach(line -> assertEquals(
                            true,
                            known.contains(line.category()),
                            line.category().name()));
            budget.read(BudgetView::limits).forEach(limit -> assertEquals(true, known.contains(limit.category())));
        });
    }

    @Test
    void an_answer_adds_up() {
        forAll(500, dice -> {
            Budget budget = lived(dice);
            LocalDate day = dice.day(FIRST, LAST);
            Answer answer = budget.answer(day);
            PeriodFigures period = answer.period();
            assertEquals(
                    period.left(),
                    period.carriedIn()
                            .plus(period.income())
                            .minus(period.paidOut())
                            .minus(period.planned())
                            .minus(period.stillDue()));
            assertEquals(
                    period.left(), period.discretionary().minus(period.spent()).minus(period.upcoming()));
            long shares = answer.categories().stream()
                    .flatMap(group -> group.share().stream())
                    .mapToLong(Ratio::tenThousandths)
                    .sum();
            assertTrue(shares == 0 || shares == 10_000, "shares sum to " + shares);
        });
    }

    @Test
    void a_name_once_resolved_means_the_same_place_for_ever() {
        forAll(1_000, dice -> {
            Budget budget = lived(dice);
            String name = dice.percent(50)
                    ? dice.oneOf(PLACES)
                    : Anything.category(dice).name();
            try {
                CategoryPath path = budget.<CategoryPath>write("ann", edit -> edit.category(name));
                assertEquals(path, budget.read(BudgetView::categories).resolve(path.name()));
                assertEquals(path, budget.read(BudgetView::categories).resolve(name));
            } catch (LedgerException tooDeep) {
                assertEquals("too_deep", tooDeep.problems().get(0).code());
            }
        });
    }
}
