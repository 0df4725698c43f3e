package dev.payweek.statements.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.NastyTexts;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That hledger and beancount take what is written for them, and find the same sums. */
class JournalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path folder;

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static String exported(Budget budget, String format) {
        StringWriter out = new StringWriter();
        budget.export(format, out);
        return out.toString();
    }

    private static Budget small() {
        Budget budget = Budget.inMemory();
        budget.write("ann", edit -> {
            edit.add(draft("4.50", "Corner Coffee; two", "Fun:Coffee", "Card"));
            edit.add(EntryDraft.expense(usd("10.00"), "Market")
                    .on(DAY)
                    .split(List.of(
                            new EntryDraft.Part("Fun", usd("4.00")),
                            new EntryDraft.Part("Predictable Necessities", usd("6.00")))));
            edit.add(EntryDraft.income(usd("1500.00"), "Pay").on(DAY));
            return edit.add(EntryDraft.transfer(usd("20.00"), "To savings").on(DAY));
        });
        return budget;
    }

    private static EntryDraft draft(String amount, String title, String category, String account) {
        EntryDraft plain = EntryDraft.expense(usd(amount), title).on(DAY).category(category);
        return new EntryDraft(
                plain.kind(),
                plain.date(),
                plain.amount(),
                plain.title(),
                plain.bankText(),
                plain.category(),
                Optional.of(account),
                plain.note(),
                List.of("work trip", "#1"),
                plain.parts(),
                plain.refundOf(),
                plain.toAccount());
    }

    @Test
    void an_hledger_journal_reads_like_one() {
        try (Budget budget = small()) {
            assertEquals("""
                    ; Household, version 1

                    commodity 1000.00 USD

                    account assets:Card
                    account assets:Unknown
                    account expenses:Fun
                    account expenses:Fun:Coffee
                    account expenses:Other
                    account expenses:Predictable Necessities
                    account expenses:Unpredictable Necessities
                    account income

                    2026-11-20 * (1) Corner Coffee, two
                        ; work trip
                        ; #1
                        expenses:Fun:Coffee  4.50 USD
                        assets:Card  -4.50 USD

                    2026-11-20 * (2) Market
                        expenses:Fun  4.00 USD
                        expenses:Predictable Necessities  6.00 USD
                        assets:Unknown  -10.00 USD

                    2026-11-20 * (3) Pay
                        assets:Unknown  1500.00 USD
                        income  -1500.00 USD

                    2026-11-20 * (4) To savings
                        assets:Unknown  20.00 USD
                        assets:Unknown  -20.00 USD
                    """, exported(budget, "hledger"));
        }
    }

    @Test
    void a_beancount_ledger_reads_like_one() {
        try (Budget budget = small()) {
            String ledger = exported(budget, "beancount");
            assertTrue(ledger.startsWith("""
                    option "title" "Household"
                    option "operating_currency" "USD"

                    1900-01-01 open Assets:Card USD
                    """), ledger);
            assertTrue(ledger.contains("""

                    2026-11-20 * "Corner Coffee; two"
                      id: 1
                      tags: "work trip, #1"
                      Expenses:Fun:Coffee  4.50 USD
                      Assets:Card  -4.50 USD
                    """), ledger);
        }
    }

    @Test
    void names_that_become_alike_stay_apart() {
        try (Budget budget = Budget.inMemory()) {
            budget.add(draft("1.00", "x", "Fun:A/B", "Karte  1"));
            budget.add(draft("2.00", "x", "Fun:A-B", "Karte 1"));
            String beancount = exported(budget, "beancount");
            assertTrue(beancount.contains("open Expenses:Fun:A-B USD\n"), beancount);
            assertTrue(beancount.contains("open Expenses:Fun:A-B-2 USD\n"), beancount);
            String hledger = exported(budget, "hledger");
            assertTrue(hledger.contains("account assets:Karte 1\n"), hledger);
            assertTrue(hledger.contains("account assets:Karte 1-2\n"), hledger);
        }
    }

    /** Entries with the strangest words there are, in the strangest categories and accounts. */
    private static Budget strange() {
        Dice dice = new Dice(20261122);
        Budget budget = Budget.inMemory();
        budget.write("ann", edit -> {
            for (int i = 0; i < 400; i++) {
                String word = NastyTexts.any(dice).replace(":", "").strip();
                String category = word.codePointCount(0, word.length()) > 40 ? "long" : word + i % 7;
                edit.add(draft(
                        Money.ofMinor(dice.between(-99_999L, 99_999L), Money.currency("USD"))
                                .decimal()
                                .toPlainString(),
                        dice.oneOf("(x", "* ", "! ", "; ", "| ", "\"", "\\", "") + word + i,
                        "Fun:" + (category.length() > 40 ? "long" : category),
                        dice.oneOf("(Card)", "[Card]", ";Card", "Card  two", "*Card", "卡", "card", "Card")));
            }
            return edit.version();
        });
        return budget;
    }

    @Test
    void hledger_takes_the_strangest_words_and_finds_the_same_sum() throws Exception {
        Program hledger = Program.named("hledger");
        try (Budget budget = strange()) {
            Path journal = written(budget, "hledger", "a.journal");
            assertEquals("", hledger.run("-f", journal.toString(), "check", "--strict"));
            String total = hledger.run("-f", journal.toString(), "balance", "expenses", "--depth", "1", "-O", "csv");
            assertEquals(
                    0,
                    spent(budget)
                            .compareTo(number(total.lines().skip(1).findFirst().orElseThrow())));
            String stats = hledger.run("-f", journal.toString(), "stats");
            assertTrue(stats.matches("(?s).*Transactions\\s*: 400 .*"), stats);
        }
    }

    @Test
    void beancount_takes_the_strangest_words_and_finds_the_same_sum() throws Exception {
        Program check = Program.named("bean-check");
        Program query = Program.named("bean-query");
        try (Budget budget = strange()) {
            Path ledger = written(budget, "beancount", "a.beancount");
            assertEquals("", check.run(ledger.toString()));
            String total = query.run("-f", "csv", ledger.toString(), "SELECT sum(number) WHERE account ~ '^Expenses'");
            assertEquals(
                    0,
                    spent(budget)
                            .compareTo(number(total.lines().skip(1).findFirst().orElseThrow())));
        }
    }

    private Path written(Budget budget, String format, String name) throws IOException {
        return Files.writeString(folder.resolve(name), exported(budget, format));
    }

    private static BigDecimal spent(Budget budget) {
        return budget.summary(DateSpan.ALWAYS).totalAmount().decimal();
    }

    private static BigDecimal number(String line) {
        return new BigDecimal(line.replaceAll("[^0-9.-]", ""));
    }
}
