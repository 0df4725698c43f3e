package dev.payweek.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static CategoryRule rule(long id, String when) {
        return new CategoryRule(
                id, 1, "r" + id, (int) id, true, Optional.empty(), Condition.parse(when), RuleAction.category("Fun"));
    }

    private static EntryDetails details(String title, String amount) {
        return EntryDetails.of(DAY, Money.of(amount, "USD"), title);
    }

    private static final CompiledRules RULES = new CompiledRules(
            List.of(
                    rule(1, "all(title contains \"coffee\", amount at_least 10)"),
                    rule(2, "amount is 7"),
                    rule(3, "title contains \"coffee\""),
                    rule(4, "title starts_with \"corner\""),
                    rule(5, "title contains \"corner\""),
                    rule(6, "not(title contains \"e\")")),
            EntryKind.EXPENSE);

    @ParameterizedTest
    @CsvSource({
        "Corner Coffee, 10, 1, 1 3 4 5",
        "Corner Coffee, 7, 2, 2 3 4 5",
        "Corner Coffee, 1, 3, 3 4 5",
        "Corner Shop, 1, 4, 4 5",
        "A corner, 1, 5, 5",
        "A corner, 7, 2, 2 5",
        "Milk, 1, 6, 6",
        "Tea, 1, 0, ''",
        "Tea, 7, 2, 2",
        "coffee coffee COFFEE, 12, 1, 1 3",
    })
    void the_first_that_matches_decides_and_all_are_known(String title, String amount, long first, String all) {
        for (int again = 0; again < 2; again++) {
            assertEquals(
                    first,
                    RULES.decide(details(title, amount)).map(CategoryRule::id).orElse(0L));
        }
        assertEquals(
                all,
                String.join(
                        " ",
                        RULES.matching(details(title, amount)).stream()
                                .map(rule -> Long.toString(rule.id()))
                                .toList()));
    }

    @Test
    void rules_that_cannot_decide_are_left_out() {
        CategoryRule off = new CategoryRule(
                1, 1, "off", 1, false, Optional.empty(), Condition.parse("title is \"a\""), RuleAction.category("Fun"));
        CategoryRule late = new CategoryRule(
                2,
                1,
                "late",
                2,
                true,
                Optional.of(DAY.plusDays(1)),
                Condition.parse("title contains \"a\""),
                RuleAction.category("Fun"));
        CategoryRule pay = new CategoryRule(
                3,
                1,
                "pay",
                3,
                true,
                Optional.empty(),
                Condition.parse("all(title contains \"a\", kind is \"income\")"),
                RuleAction.parse("transfer"));
        List<CategoryRule> rules = List.of(off, late, pay);
        assertEquals(Optional.empty(), new CompiledRules(rules, EntryKind.EXPENSE).decide(details("a", "1")));
        assertEquals(Optional.of(pay), new CompiledRules(rules, EntryKind.INCOME).decide(details("a", "1")));
        EntryDetails tomorrow = EntryDetails.of(DAY.plusDays(1), Money.of("1", "USD"), "a");
        assertEquals(Optional.of(late), new CompiledRules(rules, EntryKind.EXPENSE).decide(tomorrow));
    }

    @Test
    void many_that_may_match_are_asked_in_order() {
        List<CategoryRule> rules = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            rules.add(rule(i, "all(title contains \"" + (char) ('a' + i % 20) + "\", amount is " + i + ")"));
        }
        var compiled = new CompiledRules(rules, EntryKind.EXPENSE);
        String all = "tsrqponmlkjihgfedcba";
        for (int i = 1; i <= 40; i++) {
            assertEquals(
                    Optional.of((long) i),
                    compiled.decide(details(all, Integer.toString(i))).map(CategoryRule::id));
        }
        assertEquals(Optional.empty(), compiled.decide(details(all, "41")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title contains \"Ab\"| ab true",
                "title is \"ab\"| ab false",
                "title one_of (\"b\", \"a\")| a b false",
                "bank_text contains \"ab\"| ab false",
                "title matches \"^abc\\\\d\"| abc false",
                "title matches \"a?\"| none",
                "bank_text matches \" +\"| none",
                "note contains \"ab\"| none",
                "amount is 5| none",
                "not(title contains \"ab\")| none",
                "all(title contains \"ab\", title contains \"abc\")| abc false",
                "all(title contains \"abc\", title contains \"ab\")| abc false",
                "all(title contains \"ab\")| ab true",
                "all(amount is 5, title contains \"ab\")| ab false",
                "all(amount is 5, note is \"x\")| none",
                "any(title contains \"ab\", title contains \"cd\")| ab cd true",
                "any(title contains \"ab\", title is \"cd\")| ab cd false",
                "any(title contains \"ab\", amount is 5)| none",
            })
    void tells_the_texts_a_condition_cannot_do_without(String condition, String needles) {
        // A choice has no text of its own, nor have blanks: a bank's text of blanks alone is not what is judged by.
        String told = RequiredTexts.of(Condition.parse(condition))
                .map(found -> String.join(" ", new TreeSet<>(found.texts())) + " " + found.sufficient())
                .orElse("none");
        assertEquals(needles, told);
    }

    @Test
    void too_many_texts_are_as_good_as_none() {
        String many = String.join(
                ", ", IntStream.range(0, 100).mapToObj(i -> "\"w" + i + "\"").toList());
        Condition list = Condition.parse("title one_of (" + many + ")");
        List<Condition> lists = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lists.add(Condition.parse("title one_of (" + many.replace("w", "w" + i + "x") + ")"));
        }
        assertEquals(Optional.empty(), RequiredTexts.of(new Condition.Any(lists)));
        assertEquals(
                100,
                RequiredTexts.of(new Condition.Any(Collections.nCopies(12, list)))
                        .orElseThrow()
                        .texts()
                        .size());
    }

    @Test
    void a_set_asked_often_goes_on_as_it_began() {
        RuleSet set = new RuleSet(List.of(rule(1, "title contains \"a\""), rule(2, "title contains \"b\"")));
        for (int i = 0; i < 50; i++) {
            assertEquals(
                    Optional.of(2L),
                    set.decide(details("b" + i, "1"), EntryKind.EXPENSE).map(CategoryRule::id));
            assertEquals(Optional.empty(), set.decide(details("b" + i, "1"), EntryKind.INCOME));
        }
        RuleSet other = new RuleSet(set.inOrder());
        for (int i = 0; i < 50; i++) {
            assertEquals(
                    List.of(2L),
                    other.matching(details("b" + i, "1"), EntryKind.EXPENSE).stream()
                            .map(CategoryRule::id)
                            .toList());
        }
        assertEquals(2, set.matching(details("ab", "1"), EntryKind.EXPENSE).size());
        assertEquals(
                0,
                new RuleSet(List.of())
                        .matching(details("ab", "1"), EntryKind.EXPENSE)
                        .size());
    }
}
