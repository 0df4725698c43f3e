package dev.payweek.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Entries made step by step are those made of all their parts at once. */
class StepwiseEntriesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Money AMOUNT = Money.of("4.50", "USD");
    private static final CategoryPath FUN = CategoryPath.of("Fun");
    private static final EntryDetails COFFEE = EntryDetails.of(DAY, AMOUNT, "Corner Coffee");

    @Test
    void details_are_completed_in_any_order() {
        var whole = new EntryDetails(
                DAY,
                AMOUNT,
                "Corner Coffee",
                Optional.of("CARD 1234 CORNER COFFEE"),
                Optional.of("Checking"),
                Optional.of("with Ann"),
                List.of("treat"));
        assertEquals(
                whole,
                COFFEE.withTags(List.of("treat"))
                        .withNote("with Ann")
                        .withAccount("Checking")
                        .withBankText("CARD 1234 CORNER COFFEE"));
        assertEquals(
                whole,
                COFFEE.withBankText("CARD 1234 CORNER COFFEE")
                        .withAccount("Checking")
                        .withNote("with Ann")
                        .withTags(List.of("treat")));
    }

    @Test
    void an_expense_becomes_a_refund_and_an_imported_one() {
        assertEquals(
                new Expense(7, 2, COFFEE, FUN, Provenance.MANUAL, List.of(), Optional.of(5L), Optional.of(3L)),
                Expense.of(7, 2, COFFEE, FUN, Provenance.MANUAL).refunding(5).importedBy(3));
        assertEquals(
                Optional.of(5L),
                Expense.of(7, 2, COFFEE, FUN, Provenance.MANUAL)
                        .importedBy(3)
                        .refunding(5)
                        .refundOf());
    }

    @Test
    void an_income_gets_its_import() {
        Income gift = Income.of(7, 2, COFFEE);
        assertEquals(new Income(7, 2, COFFEE, Optional.empty()), gift);
        assertEquals(new Income(7, 2, COFFEE, Optional.of(3L)), gift.importedBy(3));
    }

    @Test
    void a_transfer_gets_its_other_account() {
        assertEquals(new Transfer(7, 2, COFFEE, Optional.empty(), Optional.empty()), Transfer.of(7, 2, COFFEE));
        assertEquals(
                new Transfer(7, 2, COFFEE, Optional.of("Savings"), Optional.of(3L)),
                Transfer.of(7, 2, COFFEE).importedBy(3).to("Savings"));
        assertEquals(
                Optional.of(3L),
                Transfer.of(7, 2, COFFEE).to("Savings").importedBy(3).importBatch());
    }
}
