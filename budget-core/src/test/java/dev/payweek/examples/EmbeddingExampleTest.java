package dev.payweek.examples;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.budget.Budget;
import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.Per;
import dev.payweek.report.Answer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EmbeddingExampleTest {

    private static void report(PrintStream out) {
        // tag::embedding[]
        try (var budget = Budget.inMemory()) {
            budget.paidOn(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)));
            budget.paycheck(Money.of("1500.00", "USD"), LocalDate.of(2026, 11, 20));
            budget.bill(Bill.of("Rent", CategoryPath.of("Home"), PaySchedule.monthly(1))
                    .costing(Money.of("900.00", "USD")));
            budget.limit("Fun", Money.of("120.00", "USD"), Per.WEEK);
            budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
            budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));

            Answer answer = budget.answer(LocalDate.of(2026, 11, 22));
            out.println("Spent " + answer.period().spent() + " of "
                    + answer.period().discretionary());
            out.println(answer.verdict().safeToday() + " a day until "
                    + answer.verdict().payday());
        }
        // end::embedding[]
    }

    @Test
    void the_embedding_example_says_what_the_documents_say() {
        var printed = new ByteArrayOutputStream();
        report(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertEquals(
                """
                Spent 4.50 USD of 600.00 USD
                49.62 USD a day until 2026-12-04
                """.lines().toList(),
                printed.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
