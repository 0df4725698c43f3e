package dev.payweek.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Per;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeCodecTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void an_expense_is_one_line_for_each_thing_known_of_it() {
        Expense expense = new Expense(
                7,
                2,
                new EntryDetails(
                        DAY,
                        usd("10.00"),
                        "a=b\\",
                        Optional.of("two\nlines\r"),
                        Optional.of("card"),
                        Optional.of(""),
                        List.of("x", "y=z")),
                CategoryPath.of("Fun"),
                Provenance.rule(3, 1),
                List.of(
                        new Split(CategoryPath.of("Fun:Two Words"), usd("12.50")),
                        new Split(CategoryPath.of("Other"), usd("-2.50"))),
                Optional.of(5L),
                Optional.of(6L));
        String text = """
                kind=EXPENSE
                id=7
                version=2
                date=2026-11-21
                amount=10.00 USD
                title=a=b\\\\
                bank_text=two\\nlines\\r
                account=card
                note=
                tag=x
                tag=y=z
                import=6
                category=Fun
                provenance=RULE 3 1
                refund_of=5
                split=12.50 USD Fun:Two Words
                split=-2.50 USD Other
                """;
        assertEquals(text, ChangeCodec.text(expense));
        assertEquals(expense, ChangeCodec.entry(text));
    }

    @Test
    void a_transfer_and_an_income_are_told_apart() {
        Transfer transfer =
                new Transfer(1, 1, EntryDetails.of(DAY, usd("10.00"), "x"), Optional.of("savings"), Optional.empty());
        assertEquals(transfer, ChangeCodec.entry(ChangeCodec.text(transfer)));
        String income = """
                kind=INCOME
                id=1
                version=1
                date=2026-11-21
                amount=10.00 USD
                title=x
                paycheck=true
                opens_period=true
                """;
        assertEquals(income, ChangeCodec.text(ChangeCodec.entry(income)));
    }

    @Test
    void everything_else_of_a_ledger_is_written_and_read() {
        Category category = new Category(CategoryPath.of("Fun:Bars"), false, true);
        assertEquals("path=Fun:Bars\ndiscretionary=false\narchived=true\n", ChangeCodec.text(category));
        assertEquals(category, ChangeCodec.category(ChangeCodec.text(category)));
        CategoryRule rule = new CategoryRule(
                4,
                2,
                "a \"quoted\" name",
                30,
                false,
                Optional.of(DAY),
                Condition.parse("not(title is \"a\\\\b\nc\")"),
                RuleAction.category("Fun"));
        assertEquals("""
                id=4
                version=2
                name=a "quoted" name
                priority=30
                enabled=false
                valid_from=2026-11-21
                when=not(title is "a\\\\\\\\b\\nc")
                then=category Fun
                """, ChangeCodec.text(rule));
        assertEquals(rule, ChangeCodec.rule(ChangeCodec.text(rule)));
        SoftLimit limit = new SoftLimit(CategoryPath.of("Fun"), usd("1.00"), Per.PAY_PERIOD, DAY);
        assertEquals("category=Fun\namount=1.00 USD\nper=PAY_PERIOD\nfrom=2026-11-21\n", ChangeCodec.text(limit));
        assertEquals(limit, ChangeCodec.limit(ChangeCodec.text(limit)));
        Reserved reserved = new Reserved("Rent", usd("900.00"), DAY);
        assertEquals("name=Rent\namount=900.00 USD\nfrom=2026-11-21\n", ChangeCodec.text(reserved));
        assertEquals(reserved, ChangeCodec.reserved(ChangeCodec.text(reserved)));
        LedgerSettings settings = new LedgerSettings(
                "Ours", Money.currency("EUR"), ZoneId.of("Europe/Berlin"), PaySchedule.monthly(20), 80);
        assertEquals(
                "name=Ours\ncurrency=EUR\nzone=Europe/Berlin\nschedule=monthly on 20\nnear_percent=80\n",
                ChangeCodec.text(settings));
        assertEquals(settings, ChangeCodec.settings(ChangeCodec.text(settings)));
    }

    @Test
    void fields_of_words_give_the_words_again() {
        String words = "kind=EXPENSE\nnote=two\\nlines\ntag=x\ntag=y=z\naccount=\n";
        List<Map.Entry<String, String>> fields = ChangeCodec.fields(words);
        assertEquals(
                List.of(
                        Map.entry("kind", "EXPENSE"),
                        Map.entry("note", "two\nlines"),
                        Map.entry("tag", "x"),
                        Map.entry("tag", "y=z"),
                        Map.entry("account", "")),
                fields);
        assertEquals(words, ChangeCodec.words(fields));
    }

    @Test
    void a_record_that_lacks_something_cannot_be_trusted() {
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> ChangeCodec.category("path=Fun\narchived=true\n"));
        assertEquals(Reason.STORE_UNUSABLE, refusal.reason());
        assertEquals("A recorded change lacks its discretionary.", refusal.getMessage());
    }
}
