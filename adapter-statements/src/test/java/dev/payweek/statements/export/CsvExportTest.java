package dev.payweek.statements.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.testkit.ForAll;
import dev.payweek.testkit.NastyTexts;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static String exported(Budget budget) {
        StringWriter out = new StringWriter();
        budget.export("csv", out);
        return out.toString();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void each_entry_has_its_line_and_each_part_of_a_split_one_its_own() {
        try (Budget budget = Budget.inMemory()) {
            budget.add(EntryDraft.expense(usd("-4.50"), "Corner Coffee").on(DAY).category("Fun:Coffee"));
            budget.add(EntryDraft.expense(usd("10.00"), "Market, \"open\"")
                    .on(DAY.plusDays(1))
                    .split(List.of(
                            new EntryDraft.Part("Fun", usd("4.00")), new EntryDraft.Part("Other", usd("6.00")))));
            budget.paycheck(usd("1500.00"), DAY);
            budget.add(EntryDraft.transfer(usd("20.00"), "Savings").on(DAY));
            assertEquals(
                    "kind,id,part,date,title,category,amount,currency,account,to_account,note,tags,refund_of,"
                            + "bank_text\r\n"
                            + "expense,1,1,2026-11-20,Corner Coffee,Fun:Coffee,-4.50,USD,,,,,,\r\n"
                            + "expense,2,1,2026-11-21,\"Market, \"\"open\"\"\",Fun,4.00,USD,,,,,,\r\n"
                            + "expense,2,2,2026-11-21,\"Market, \"\"open\"\"\",Other,6.00,USD,,,,,,\r\n"
                            + "income,3,1,2026-11-20,Paycheck,,1500.00,USD,,,,,,\r\n"
                            + "transfer,4,1,2026-11-20,Savings,,20.00,USD,,,,,,\r\n",
                    exported(budget));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\")", "-2+3+cmd|x",
                "＝1+1", "'=1", "'", "+49 170 1", "--", "@", "=\n1"
            })
    void what_a_spreadsheet_would_reckon_is_only_text(String title) {
        try (Budget budget = Budget.inMemory()) {
            budget.add(EntryDraft.expense(usd("-1.00"), title).on(DAY));
            CsvRecord row = rows(budget).get(1);
            assertEquals("'" + title, row.getField(4));
            assertEquals("-1.00", row.getField(6));
        }
    }

    private static List<CsvRecord> rows(Budget budget) {
        return CsvReader.builder().ofCsvRecord(exported(budget)).stream().toList();
    }

    @Test
    void every_text_comes_back_exactly() {
        ForAll.forAll(300, dice -> {
            try (Budget budget = Budget.inMemory()) {
                String title = dice.oneOf("=", "'", " =", "\t", "x", "-") + NastyTexts.any(dice) + "x";
                budget.add(EntryDraft.expense(usd("1.00"), title).on(DAY));
                String cell = rows(budget).get(1).getField(4);
                assertEquals(title.strip(), cell.startsWith("'") ? cell.substring(1) : cell);
            }
        });
    }

    @Test
    void the_amounts_sum_to_the_summary() {
        ForAll.forAll(50, dice -> {
            try (Budget budget = Budget.inMemory()) {
                for (int i = dice.between(1, 20); i > 0; i--) {
                    Money amount = Money.ofMinor(dice.between(-99_999L, 99_999L), Money.currency("USD"));
                    budget.add(EntryDraft.expense(amount, "x").on(DAY.plusDays(i)));
                }
                BigDecimal sum = rows(budget).stream()
                        .skip(1)
                        .map(row -> new BigDecimal(row.getField(6)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertEquals(
                        0,
                        sum.compareTo(budget.summary(dev.payweek.period.DateSpan.ALWAYS)
                                .totalAmount()
                                .decimal()));
            }
        });
    }
}
