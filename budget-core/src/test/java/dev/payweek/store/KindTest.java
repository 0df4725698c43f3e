package dev.payweek.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.plan.SetAside;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KindTest {

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
        assertEquals(text, Kinds.ENTRY.text(expense));
        assertEquals(expense, Kinds.ENTRY.parse(text));
    }

    @Test
    void a_transfer_and_an_income_differ() {
        Transfer transfer =
                new Transfer(1, 1, EntryDetails.of(DAY, usd("10.00"), "x"), Optional.of("savings"), Optional.empty());
        assertEquals(transfer, Kinds.ENTRY.parse(Kinds.ENTRY.text(transfer)));
        String income = """
                kind=INCOME
                id=1
                version=1
                date=2026-11-21
                amount=10.00 USD
                title=x
                """;
        assertEquals(income, Kinds.ENTRY.text(Kinds.ENTRY.parse(income)));
    }

    @Test
    void everything_else_of_a_ledger_is_written_and_read() {
        Category category = new Category(CategoryPath.of("Fun:Bars"), false, true);
        assertEquals("path=Fun:Bars\ndiscretionary=false\narchived=true\n", Kinds.CATEGORY.text(category));
        assertEquals(category, Kinds.CATEGORY.parse(Kinds.CATEGORY.text(category)));
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
                """, Kinds.RULE.text(rule));
        assertEquals(rule, Kinds.RULE.parse(Kinds.RULE.text(rule)));
        SoftLimit limit = new SoftLimit(CategoryPath.of("Fun"), usd("1.00"), Per.PERIOD, DAY);
        assertEquals("category=Fun\namount=1.00 USD\nper=PERIOD\nfrom=2026-11-21\n", Kinds.LIMIT.text(limit));
        assertEquals(limit, Kinds.LIMIT.parse(Kinds.LIMIT.text(limit)));
        SetAside setAside = SetAside.of("Car", usd("900.00")).from(DAY);
        assertEquals("name=Car\namount=always 900.00 USD period\nfrom=2026-11-21\n", Kinds.SET_ASIDE.text(setAside));
        assertEquals(setAside, Kinds.SET_ASIDE.parse(Kinds.SET_ASIDE.text(setAside)));
        LedgerSettings settings = new LedgerSettings("Ours", Money.currency("EUR"), ZoneId.of("Europe/Berlin"), 80);
        assertEquals("name=Ours\ncurrency=EUR\nzone=Europe/Berlin\nnear_percent=80\n", Kinds.SETTINGS.text(settings));
        assertEquals(settings, Kinds.SETTINGS.parse(Kinds.SETTINGS.text(settings)));
    }

    @Test
    void the_fields_of_a_thing_give_the_thing_again() {
        Account account = new Account("Card", true, new TreeMap<>(Map.of("a", "y=z", "b", "two  blanks")));
        List<Map.Entry<String, String>> fields = Kinds.ACCOUNT.fields(account);
        assertEquals(
                List.of(
                        Map.entry("name", "Card"),
                        Map.entry("closed", "true"),
                        Map.entry("reading", "a y=z"),
                        Map.entry("reading", "b two  blanks")),
                fields);
        assertEquals(account, Kinds.ACCOUNT.of(fields));
    }

    @Test
    void a_record_that_lacks_something_cannot_be_trusted() {
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> Kinds.CATEGORY.parse("path=Fun\narchived=true\n"));
        assertEquals(Reason.STORE_UNUSABLE, refusal.reason());
        assertEquals("What is kept here lacks its discretionary.", refusal.getMessage());
    }
}
