package dev.payweek.store;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Category;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PayDecision;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.plan.Per;
import dev.payweek.plan.SetAside;
import dev.payweek.plan.SoftLimit;
import dev.payweek.rule.CategoryRule;
import dev.payweek.testkit.Anything;
import dev.payweek.testkit.NastyTexts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindPropertiesTest {

    @Test
    void an_entry_is_read_as_it_is_written() {
        forAll(5_000, dice -> {
            Entry entry = Anything.entry(dice, dice.between(1L, Long.MAX_VALUE), Anything.currency(dice));
            String text = Kinds.ENTRY.text(entry);
            assertEquals(entry, Kinds.ENTRY.parse(text));
            assertEquals(text, Kinds.ENTRY.text(Kinds.ENTRY.parse(text)));
        });
    }

    @Test
    void two_texts_differ_when_two_entries_do() {
        forAll(2_000, dice -> {
            Entry one = Anything.entry(dice, 1, Money.currency("USD"));
            Entry other =
                    dice.percent(50) ? one.withVersion(one.version()) : Anything.entry(dice, 1, Money.currency("USD"));
            assertEquals(one.equals(other), Kinds.ENTRY.text(one).equals(Kinds.ENTRY.text(other)));
        });
    }

    @Test
    void a_rule_is_read_as_it_is_written() {
        forAll(5_000, dice -> {
            CategoryRule rule = Anything.rule(dice, dice.between(1L, 99L), dice.between(0, 1_000_000));
            assertEquals(rule, Kinds.RULE.parse(Kinds.RULE.text(rule)));
        });
    }

    @Test
    void the_plan_and_the_categories_are_read_as_they_are_written() {
        forAll(5_000, dice -> {
            Currency currency = Anything.currency(dice);
            SoftLimit limit = new SoftLimit(
                    Anything.category(dice),
                    Anything.positive(dice, currency),
                    dice.oneOf(Per.values()),
                    Anything.day(dice));
            assertEquals(limit, Kinds.LIMIT.parse(Kinds.LIMIT.text(limit)));
            SetAside setAside = SetAside.of(NastyTexts.line(dice), Anything.positive(dice, currency))
                    .forCategory(Anything.category(dice))
                    .from(Anything.day(dice));
            assertEquals(setAside, Kinds.SET_ASIDE.parse(Kinds.SET_ASIDE.text(setAside)));
            PaySchedule schedule = PaySchedule.monthly(dice.between(1, 31));
            Bill bill = Bill.of(NastyTexts.line(dice), Anything.category(dice), schedule)
                    .costing(Anything.positive(dice, currency))
                    .matching(Anything.condition(dice))
                    .until(Anything.day(dice));
            assertEquals(bill, Kinds.BILL.parse(Kinds.BILL.text(bill)));
            Category category = new Category(Anything.category(dice), dice.percent(50), dice.percent(50));
            assertEquals(category, Kinds.CATEGORY.parse(Kinds.CATEGORY.text(category)));
        });
    }

    @Test
    void settings_are_read_as_they_are_written() {
        forAll(2_000, dice -> {
            Currency currency = Anything.currency(dice);
            LedgerSettings settings = new LedgerSettings(
                    NastyTexts.any(dice),
                    currency,
                    ZoneId.of(dice.oneOf("UTC", "Europe/Berlin", "America/New_York", "+05:30", "Pacific/Apia")),
                    dice.between(1, 100));
            assertEquals(settings, Kinds.SETTINGS.parse(Kinds.SETTINGS.text(settings)));
        });
    }

    @Test
    void pay_sources_are_read_as_they_are_written() {
        forAll(2_000, dice -> {
            PaySource source = PaySource.of(NastyTexts.line(dice), Anything.schedule(dice));
            PayVersion version = source.versions().get(0);
            PayVersion expecting =
                    dice.percent(50) ? version.expecting(Anything.positive(dice, Anything.currency(dice))) : version;
            PaySource whole = source.with(List.of(expecting)).matching(Anything.condition(dice));
            PaySource primary = dice.percent(50) ? whole.primaryFrom(Anything.day(dice)) : whole.spread(true);
            assertEquals(primary, Kinds.SOURCE.parse(Kinds.SOURCE.text(primary)));
        });
    }

    @Test
    void decisions_by_hand_are_read_as_they_are_written() {
        forAll(500, dice -> {
            LocalDate day = Anything.day(dice);
            String name = NastyTexts.line(dice);
            BillDecision bill = dice.percent(50) ? BillDecision.skipped(name, day) : BillDecision.paid(name, day, 7);
            assertEquals(bill, Kinds.BILL_DECISION.parse(Kinds.BILL_DECISION.text(bill)));
            PayDecision pay = dice.percent(50) ? new PayDecision.NoPay() : new PayDecision.PayOf(name, day);
            DecidedPay decided = new DecidedPay(dice.between(1L, 99L), pay);
            assertEquals(decided, Kinds.PAY_DECISION.parse(Kinds.PAY_DECISION.text(decided)));
        });
    }

    @Test
    void each_field_is_one_line() {
        forAll(2_000, dice -> {
            String text = Kinds.ENTRY.text(Anything.entry(dice, 1, Money.currency("USD")));
            assertTrue(text.lines().allMatch(line -> line.matches("(?s)[a-z_]+=.*")));
        });
    }
}
