package dev.payweek.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImplicationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title contains \"corner coffee\"| title contains \"COFFEE\"| true",
                "title contains \"coffee\"| title contains \"corner coffee\"| false",
                "title starts_with \"corner coffee\"| title contains \"coffee\"| true",
                "title starts_with \"corner\"| title starts_with \"corn\"| true",
                "title starts_with \"corn\"| title starts_with \"corner\"| false",
                "title ends_with \"corner\"| title ends_with \"ner\"| true",
                "title ends_with \"corner\"| title contains \"orn\"| true",
                "title ends_with \"corner\"| title starts_with \"corner\"| false",
                "title contains \"corner\"| title starts_with \"corner\"| false",
                "title is \"corner\"| title starts_with \"c\"| true",
                "title is \"corner\"| title matches \"^c\"| true",
                "title one_of (\"ca\", \"cb\")| title starts_with \"c\"| true",
                "title one_of (\"ca\", \"b\")| title starts_with \"c\"| false",
                "title is \"a\"| title one_of (\"a\", \"b\")| true",
                "title matches \"^a\"| title matches \"^a\"| true",
                "title matches \"^ab\"| title matches \"^a\"| false",
                "bank_text contains \"ab\"| title contains \"a\"| true",
                "title contains \"ab\"| bank_text contains \"a\"| false",
                "note contains \"ab\"| title contains \"a\"| false",
                "tag is \"ab\"| tag contains \"a\"| true",
                "amount is 5| amount at_least 5| true",
                "amount between 1 and 2| amount between 0 and 2| true",
                "amount between 1 and 2| amount between 1 and 1.5| false",
                "amount less_than 5| amount at_most 5| true",
                "amount at_most 5| amount less_than 5| false",
                "date on 2026-01-01| date before 2026-01-02| true",
                "date after 2026-01-01| date after 2026-01-02| false",
                "amount is 5| date on 2026-01-01| false",
                "weekday is friday| weekday one_of (friday, sunday)| true",
                "weekday one_of (friday, sunday)| weekday is friday| false",
                "kind is income| weekday is friday| false",
                "all(title is \"a\", amount is 5)| amount at_least 1| true",
                "all(title is \"a\", note is \"b\")| amount is 5| false",
                "title is \"a\"| any(amount is 5, title contains \"a\")| true",
                "title is \"a\"| any(amount is 5, title contains \"b\")| false",
                "any(title is \"ab\", title is \"ac\")| title contains \"a\"| true",
                "any(title is \"ab\", title is \"c\")| title contains \"a\"| false",
                "amount is 5| all(amount at_least 1, amount at_most 9)| true",
                "amount is 5| all(amount at_least 1, amount at_most 4)| false",
                "any(title is \"a\", title is \"b\")| any(title is \"b\", title is \"a\", note is \"c\")| true",
                "not(title contains \"a\")| not(title contains \"ab\")| true",
                "not(title contains \"ab\")| not(title contains \"a\")| false",
                "not(title is \"a\")| title is \"a\"| false",
            })
    void tells_what_follows_from_what(String given, String wanted, boolean follows) {
        assertEquals(follows, Implication.holds(Condition.parse(given), Condition.parse(wanted)));
    }

    private static CategoryRule rule(long id, boolean enabled, Optional<LocalDate> from, String when, String then) {
        return new CategoryRule(
                id, 1, "r" + id, (int) id, enabled, from, Condition.parse(when), RuleAction.parse(then));
    }

    private static final Optional<LocalDate> EVER = Optional.empty();
    private static final Optional<LocalDate> MAY = Optional.of(LocalDate.of(2026, 5, 1));
    private static final Optional<LocalDate> JUNE = Optional.of(LocalDate.of(2026, 6, 1));
    private static final String ANY = "title contains \"a\"";
    private static final String SOME = "title contains \"ab\"";

    private static Optional<Long> shadow(CategoryRule earlier, CategoryRule later) {
        return new RuleSet(List.of(later, earlier)).shadowOf(later).map(CategoryRule::id);
    }

    @Test
    void a_rule_is_shadowed_by_one_that_matches_as_early_as_much_and_as_many_kinds() {
        CategoryRule later = rule(2, true, EVER, SOME, "category Fun");
        assertEquals(Optional.of(1L), shadow(rule(1, true, EVER, ANY, "category Other"), later));
        assertEquals(Optional.of(1L), shadow(rule(1, true, EVER, ANY, "transfer"), later));
        assertEquals(Optional.empty(), shadow(rule(1, true, EVER, "kind is \"income\"", "transfer"), later));
        assertEquals(Optional.empty(), shadow(rule(1, false, EVER, ANY, "category Other"), later));
        assertEquals(Optional.empty(), shadow(rule(1, true, MAY, ANY, "category Other"), later));
        assertEquals(Optional.empty(), shadow(rule(3, true, EVER, ANY, "category Other"), later));
        assertEquals(
                Optional.empty(),
                shadow(rule(1, true, EVER, ANY, "category Other"), rule(2, true, EVER, SOME, "transfer")));
        assertEquals(
                Optional.of(1L),
                shadow(rule(1, true, MAY, ANY, "category Other"), rule(2, true, JUNE, SOME, "category Fun")));
        assertEquals(
                Optional.of(1L),
                shadow(rule(1, true, MAY, ANY, "category Other"), rule(2, true, MAY, SOME, "category Fun")));
        assertEquals(
                Optional.empty(),
                shadow(rule(1, true, JUNE, ANY, "category Other"), rule(2, true, MAY, SOME, "category Fun")));
    }
}
