package dev.payweek.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleActionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category Fun:Coffee",
                "category \"Odd, 50% name\" tag \"x\"",
                "transfer",
                "split 60% \"Fun:Coffee\", 40% \"Other\"",
                "rename \"Corner \\\"Coffee\\\"\" category Fun",
                "tag \"a\" tag \"b\" transfer",
                "rename \"Pay\" tag \"a\" transfer"
            })
    void is_written_as_it_is_read(String text) {
        assertEquals(text, RuleAction.parse(" " + text + " ").toString());
    }

    @Test
    void what_older_versions_stored_is_still_read() {
        assertEquals(RuleAction.category("Fun:Coffee"), RuleAction.parse("category Fun:Coffee"));
        assertEquals(RuleAction.of(new RuleAction.MarkTransfer()), RuleAction.parse("transfer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| one of category, split, transfer, rename, tag at character 1",
                "Category Fun| one of category, split, transfer, rename, tag at character 9",
                "transfer now| the end at character 10",
                "rename x| '''\"'' at character 8'",
                "rename \"a\" rename \"b\" transfer| one of category, split, transfer, rename, tag at"
                        + " character 18",
                "split 50| '''%'' at character 9'",
                "split x% \"a\"| a whole number of percent at character 8",
                "split 1000% \"a\"| a whole number of percent at character 11",
                "split 50% a| '''\"'' at character 11'",
            })
    void says_where_a_text_stops_making_sense(String text, String expected) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> RuleAction.parse(text));
        assertEquals("An action reads like: category Fun:Coffee. Expected " + expected + ".", refusal.getMessage());
        assertEquals("then", refusal.problems().get(0).field());
    }

    private static RuleAction.SplitUp split(int... percents) {
        return new RuleAction.SplitUp(IntStream.range(0, percents.length)
                .mapToObj(i -> new RuleAction.Share(percents[i], CategoryPath.of("Fun:" + (char) ('A' + i))))
                .toList());
    }

    private static List<String> problems(int... percents) {
        return assertThrows(LedgerException.class, () -> split(percents)).problems().stream()
                .map(one -> one.field() + " " + one.code())
                .toList();
    }

    @Test
    void the_shares_of_a_split_are_the_whole() {
        assertEquals(List.of("split sum"), problems(50, 40));
        assertEquals(List.of("split sum"), problems(50, 51));
        assertEquals(List.of("split too_few", "split/0/percent out_of_range"), problems(100));
        assertEquals(List.of("split too_few", "split sum"), problems());
        assertEquals(List.of("split/0/percent out_of_range", "split/1/percent out_of_range"), problems(100, 0));
        assertEquals(List.of("split/0/percent out_of_range", "split/1/percent out_of_range"), problems(-1, 101));
        assertEquals(
                List.of("split too_many"),
                problems(IntStream.range(0, 21).map(i -> i == 0 ? 80 : 1).toArray()));
        assertEquals(
                20,
                split(IntStream.range(0, 20).map(i -> i == 0 ? 81 : 1).toArray())
                        .shares()
                        .size());
        assertEquals(
                "The shares sum to 90 percent, not to 100.",
                assertThrows(LedgerException.class, () -> split(50, 40)).getMessage());
    }

    @Test
    void parts_sum_exactly_to_the_amount() {
        RuleAction thirds = RuleAction.of(split(33, 33, 34));
        assertEquals(
                List.of("3.30 USD", "3.30 USD", "3.40 USD"),
                thirds.parts(Money.of("10.00", "USD")).stream()
                        .map(part -> part.amount().toString())
                        .toList());
        assertEquals(
                List.of("-0.01 USD", "-0.01 USD"),
                RuleAction.of(split(34, 33, 33)).parts(Money.of("-0.02", "USD")).stream()
                        .map(part -> part.amount().toString())
                        .toList());
        assertEquals(List.of(), RuleAction.category("Fun").parts(Money.of("1", "USD")));
        assertEquals(Optional.of(CategoryPath.of("Fun:C")), thirds.category());
        assertEquals(
                Optional.of(CategoryPath.of("Fun:A")),
                RuleAction.of(split(50, 50)).category());
    }

    @Test
    void tells_the_categories_it_names_and_names_others() {
        RuleAction split = RuleAction.of(split(60, 40)).renaming("T");
        assertEquals(List.of(CategoryPath.of("Fun:A"), CategoryPath.of("Fun:B")), split.categories());
        assertEquals(List.of(CategoryPath.of("Fun")), RuleAction.category("Fun").categories());
        assertEquals(List.of(), RuleAction.parse("transfer").categories());
        assertEquals(Optional.empty(), RuleAction.parse("transfer").category());
        assertEquals(
                "rename \"T\" split 60% \"Fun:A:x\", 40% \"Fun:B:x\"",
                split.moved(path -> path.child("x")).toString());
        assertEquals(
                "tag \"t\" category Fun:x",
                RuleAction.category("Fun")
                        .tagging("t")
                        .moved(path -> path.child("x"))
                        .toString());
        RuleAction transfer = RuleAction.parse("transfer");
        assertSame(transfer, transfer.moved(path -> path.child("x")));
    }

    @Test
    void adds_tags_and_renames_only_when_asked() {
        EntryDetails details = new EntryDetails(
                LocalDate.of(2026, 1, 1),
                Money.of("1", "USD"),
                "SHELL 12",
                Optional.of("SHELL 12"),
                Optional.of("card"),
                Optional.of("n"),
                List.of("a"));
        RuleAction action =
                RuleAction.category("Fun").renaming("Shell").tagging("a").tagging("b");
        assertEquals("SHELL 12", action.apply(details, false).title());
        EntryDetails told = action.apply(details, true);
        assertEquals("Shell", told.title());
        assertEquals(List.of("a", "b"), told.tags());
        assertEquals(details.bankText(), told.bankText());
        assertEquals(details.account(), told.account());
        assertEquals(details.note(), told.note());
        assertSame(details, RuleAction.category("Fun").tagging("a").apply(details, true));
        assertSame(details, RuleAction.category("Fun").renaming("x").apply(details, false));
        EntryDetails full = new EntryDetails(
                details.date(),
                details.amount(),
                "x",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                IntStream.range(0, 19).mapToObj(i -> "t" + i).toList());
        assertEquals(20, action.apply(full, false).tags().size());
        assertEquals("a", action.apply(full, false).tags().get(19));
        List<String> some = new ArrayList<>(full.tags());
        some.set(0, "a");
        EntryDetails known = new EntryDetails(
                details.date(), details.amount(), "x", Optional.empty(), Optional.empty(), Optional.empty(), some);
        assertEquals("b", action.apply(known, false).tags().get(19), "a tag it has takes no place");
    }

    @Test
    void refuses_titles_and_tags_that_no_entry_could_have() {
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> new RuleAction(new RuleAction.MarkTransfer(), Optional.of(" "), List.of("ok", "x".repeat(41))));
        assertEquals(
                List.of("rename", "tags/1"),
                refusal.problems().stream().map(one -> one.field()).toList());
        List<String> many = IntStream.range(0, 21).mapToObj(Integer::toString).toList();
        assertEquals(
                "tags",
                assertThrows(
                                LedgerException.class,
                                () -> new RuleAction(new RuleAction.MarkTransfer(), Optional.empty(), many))
                        .problems()
                        .get(0)
                        .field());
        assertEquals(
                List.of("a"),
                new RuleAction(new RuleAction.MarkTransfer(), Optional.empty(), Collections.nCopies(30, " a ")).tags());
    }
}
