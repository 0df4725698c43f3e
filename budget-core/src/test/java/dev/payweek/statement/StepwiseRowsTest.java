package dev.payweek.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows and imports made step by step are those made of all their parts at once. */
class StepwiseRowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final BigDecimal AMOUNT = new BigDecimal("-4.50");

    @Test
    void a_row_is_completed_in_any_order() {
        var parts = List.of(StatementPart.of(AMOUNT, "soap").withCategoryHint("Household"));
        var whole = new StatementRow(
                2,
                DAY,
                AMOUNT,
                Optional.of(Money.currency("EUR")),
                "Corner",
                "CARD CORNER",
                Optional.of("A-17"),
                Optional.of("Fun"),
                true,
                parts);
        StatementRow plain = StatementRow.of(2, DAY, AMOUNT, "Corner", "CORNER");
        assertEquals(
                new StatementRow(
                        2,
                        DAY,
                        AMOUNT,
                        Optional.empty(),
                        "Corner",
                        "CORNER",
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of()),
                plain);
        assertEquals(
                whole,
                plain.withCurrency(Money.currency("EUR"))
                        .withText("CARD CORNER")
                        .withSourceId("A-17")
                        .withCategoryHint("Fun")
                        .asTransfer()
                        .withParts(parts));
        assertEquals(
                whole,
                plain.withParts(parts)
                        .asTransfer()
                        .withCategoryHint("Fun")
                        .withSourceId("A-17")
                        .withText("CARD CORNER")
                        .withCurrency(Money.currency("EUR")));
    }

    @Test
    void a_part_names_a_category_only_when_it_is_said() {
        assertEquals(
                new StatementPart(Optional.of(AMOUNT), "soap", Optional.empty()), StatementPart.of(AMOUNT, "soap"));
        assertEquals(
                new StatementPart(Optional.of(AMOUNT), "soap", Optional.of("Household")),
                StatementPart.of(AMOUNT, "soap").withCategoryHint("Household"));
    }

    @Test
    void an_account_has_a_name_before_it_has_a_currency() {
        assertEquals(new StatementAccount(Optional.of("DE89"), Optional.empty()), StatementAccount.named("DE89"));
        assertEquals(
                new StatementAccount(Optional.of("DE89"), Optional.of(Money.currency("EUR"))),
                StatementAccount.named("DE89").withCurrency(Money.currency("EUR")));
    }

    @Test
    void an_import_begins_without_rows_and_gets_its_counts_and_days() {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        ImportBatch begun = ImportBatch.begun(3, noon, "a.csv", "csv", "Giro");
        assertEquals(
                new ImportBatch(
                        3,
                        noon,
                        "a.csv",
                        "csv",
                        "Giro",
                        4,
                        3,
                        2,
                        1,
                        Optional.of(DAY),
                        Optional.of(DAY.plusDays(1)),
                        ImportBatch.State.IN_PROGRESS),
                begun.withDays(DAY, DAY.plusDays(1)).withCounts(4, 3, 2, 1));
        assertEquals(0, begun.inserted());
        assertEquals(
                Optional.of(DAY),
                begun.withCounts(4, 3, 2, 1).withDays(DAY, DAY).lastDate());
    }
}
