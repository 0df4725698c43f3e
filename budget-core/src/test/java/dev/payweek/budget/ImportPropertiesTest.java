package dev.payweek.budget;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.rule.When;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.RowOutcome;
import dev.payweek.testkit.Dice;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ImportPropertiesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private static String row(Dice dice) {
        return String.join(
                ";",
                "2026-11-" + dice.between(20, 23),
                dice.oneOf("-4.50", "-4.5", "-8.00", "12.00", "-0.005", "99999999999"),
                dice.oneOf("Coffee", "COFFEE", "Lunch"),
                dice.oneOf("", "text", "other  text"),
                dice.oneOf("", "", "id1", "id2"),
                dice.oneOf("", "Fun", "Groceries"),
                dice.oneOf("", "", "", "EUR"));
    }

    private static List<String> rows(Dice dice) {
        return dice.listOf(0, 15, () -> row(dice));
    }

    /** A ledger whose currency no file decides any more. */
    private static Budget ledger() {
        Budget budget = Budget.inMemory(NOON);
        budget.spend(Money.of("8.00", "USD"), "By hand", LocalDate.of(2026, 11, 21));
        return budget;
    }

    private static ImportReport take(Budget budget, List<String> rows) {
        return take(budget, rows, ImportOptions.NONE, 10_000);
    }

    private static ImportReport take(Budget budget, List<String> rows, ImportOptions options, int mostAtOnce) {
        return budget.importStatement("ann", RowsFormat.file("bank", rows), options, (edit, report) -> {}, mostAtOnce);
    }

    /** What was imported, told without the numbers it got. */
    private static List<String> content(Budget budget) {
        List<String> content = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            for (Entry entry : LedgerDump.entries(budget, kind)) {
                content.add(kind + " " + entry.date() + " " + entry.amount());
            }
        }
        Collections.sort(content);
        return content;
    }

    @Test
    void importing_twice_changes_nothing() {
        forAll(500, dice -> {
            Budget budget = ledger();
            List<String> rows = rows(dice);
            take(budget, rows);
            String before = LedgerDump.of(budget);
            ImportReport again = take(budget, dice.shuffled(rows));
            assertEquals(before, LedgerDump.of(budget));
            assertTrue(again.accounts().stream().allMatch(part -> part.batch().inserted() == 0));
        });
    }

    @Test
    void overlapping_slices_in_any_order_give_the_union() {
        forAll(500, dice -> {
            List<String> all = rows(dice);
            int cut = dice.between(0, all.size());
            int overlap = dice.between(0, cut);
            List<String> first = all.subList(0, cut);
            List<String> second = all.subList(overlap, all.size());
            Budget whole = ledger();
            take(whole, most(first, second));
            Budget forth = ledger();
            take(forth, first);
            take(forth, second);
            Budget back = ledger();
            take(back, dice.shuffled(second));
            take(back, dice.shuffled(first));
            assertEquals(content(whole), content(forth));
            assertEquals(content(whole), content(back));
        });
    }

    /** Each row as often as the file that has it most often: the union of two files that tell of one account. */
    private static List<String> most(List<String> one, List<String> other) {
        Map<String, List<String>> first = byKey(one);
        Map<String, List<String>> second = byKey(other);
        List<String> union = new ArrayList<>();
        first.forEach((key, rows) -> {
            List<String> others = second.getOrDefault(key, List.of());
            union.addAll(rows.size() >= others.size() ? rows : others);
        });
        second.forEach((key, rows) -> {
            if (!first.containsKey(key)) {
                union.addAll(rows);
            }
        });
        return union;
    }

    private static Map<String, List<String>> byKey(List<String> rows) {
        Map<String, List<String>> byKey = new TreeMap<>();
        for (String row : rows) {
            String[] words = row.split(";", -1);
            String identity = words[4].isEmpty()
                    ? "text " + (words[3].isBlank() ? words[2] : words[3]).toLowerCase(Locale.ROOT)
                    : "id " + words[4];
            String amount = new BigDecimal(words[1]).stripTrailingZeros().toPlainString();
            byKey.computeIfAbsent(words[0] + amount + words[6] + identity, key -> new ArrayList<>())
                    .add(row);
        }
        return byKey;
    }

    @Test
    void a_rehearsal_tells_what_the_real_run_does_and_writes_nothing() {
        forAll(500, dice -> {
            Budget budget = ledger();
            budget.rule("coffee", When.when().title().contains("coffee").then("Fun:Coffee"));
            take(budget, rows(dice));
            String before = LedgerDump.of(budget);
            List<String> rows = rows(dice);
            ImportReport rehearsed = take(budget, rows, ImportOptions.NONE.asDryRun(), dice.between(1, 20));
            assertEquals(before, LedgerDump.of(budget));
            ImportReport real = take(budget, rows, ImportOptions.NONE, dice.between(1, 20));
            assertEquals(told(rehearsed), told(real));
        });
    }

    private static List<String> told(ImportReport report) {
        return report.accounts().stream()
                .flatMap(part -> part.rows().stream())
                .map(row -> row.row() + " " + row.line() + " " + row.outcome() + " " + row.kind() + " " + row.title()
                        + " " + row.category() + " " + row.reason())
                .toList();
    }

    @Test
    void a_file_taken_in_pieces_is_taken_as_in_one() {
        forAll(500, dice -> {
            List<String> before = rows(dice);
            List<String> rows = rows(dice);
            Budget whole = ledger();
            take(whole, before);
            ImportReport one = take(whole, rows);
            Budget pieces = ledger();
            take(pieces, before);
            ImportReport other = take(pieces, rows, ImportOptions.NONE, dice.between(1, 5));
            assertEquals(told(one), told(other));
            assertEquals(one.accounts(), other.accounts());
            assertEquals(LedgerDump.of(whole), LedgerDump.of(pieces));
            assertEquals(whole.read(BudgetView::imports), pieces.read(BudgetView::imports));
        });
    }

    @Test
    void any_slices_of_a_file_in_any_order_end_with_the_whole() {
        forAll(300, dice -> {
            List<String> all = rows(dice);
            Budget whole = ledger();
            take(whole, all);
            Budget sliced = ledger();
            List<Integer> cuts = new ArrayList<>(dice.listOf(0, 4, () -> dice.between(0, all.size())));
            cuts.addAll(List.of(0, all.size()));
            Collections.sort(cuts);
            List<List<String>> slices = new ArrayList<>();
            for (int i = 0; i + 1 < cuts.size(); i++) {
                // Days, not rows, are what banks cut by; equal rows of a day come in one slice.
                slices.add(wholeDays(all, all.subList(Math.max(0, cuts.get(i) - 2), cuts.get(i + 1))));
            }
            slices.addAll(dice.listOf(0, 2, () -> dice.oneOf(slices)));
            dice.shuffled(slices).forEach(slice -> take(sliced, dice.shuffled(slice), ImportOptions.NONE, 3));
            assertEquals(content(whole), content(sliced));
        });
    }

    private static List<String> wholeDays(List<String> all, List<String> slice) {
        List<String> days = slice.stream().map(row -> row.split(";", 2)[0]).toList();
        return all.stream().filter(row -> days.contains(row.split(";", 2)[0])).toList();
    }

    @Test
    void counts_and_sums_add_up_to_the_file() {
        forAll(500, dice -> {
            Budget budget = ledger();
            take(budget, rows(dice));
            List<String> rows = rows(dice);
            ImportReport report = take(budget, rows);
            int counted = 0;
            BigDecimal sum = BigDecimal.ZERO;
            for (ImportReport.AccountPart part : report.accounts()) {
                ImportBatch batch = part.batch();
                counted += batch.inserted() + batch.duplicates() + batch.rejected();
                assertEquals(
                        batch.needsReview(),
                        part.rows().stream()
                                .filter(row -> row.outcome() == RowOutcome.Outcome.NEEDS_REVIEW)
                                .count());
                sum = part.sums().values().stream().reduce(sum, BigDecimal::add);
            }
            assertEquals(rows.size(), counted);
            BigDecimal expected = rows.stream()
                    .map(row -> new BigDecimal(row.split(";")[1]))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, expected.compareTo(sum));
        });
    }

    @Test
    void taking_an_import_back_leaves_the_ledger_as_it_was() {
        forAll(500, dice -> {
            Budget budget = ledger();
            take(budget, rows(dice));
            String before = LedgerDump.of(budget);
            long version = budget.read(BudgetView::version);
            List<String> rows = rows(dice);
            take(budget, rows);
            String after = LedgerDump.of(budget);
            if (budget.read(BudgetView::version) > version) {
                budget.write("ann", edit -> {
                    edit.undo(version + 1);
                    return version;
                });
                assertEquals(before, LedgerDump.of(budget));
                take(budget, rows);
                assertEquals(
                        after.lines().count(), LedgerDump.of(budget).lines().count());
            }
        });
    }
}
