package dev.payweek.testkit;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.period.Adjustment;
import dev.payweek.period.Cadence;
import dev.payweek.period.PaySchedule;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Condition;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import dev.payweek.rule.RuleAction;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Any value of the domain, as the dice fall: every value made here is one the domain takes. */
public final class Anything {

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2031, 12, 31);

    private Anything() {}

    /** Returns a currency; those without decimals, with three and with four among them. */
    public static Currency currency(Dice dice) {
        return Money.currency(dice.oneOf("USD", "EUR", "JPY", "KWD", "CLF", "GBP"));
    }

    /** Returns an amount one entry can have, of either sign. */
    public static Money money(Dice dice, Currency currency) {
        long most = dice.oneOf(10L, 10_000L, 1_000_000L, Money.MAX_MINOR_UNITS);
        return Money.ofMinor(dice.between(-most, most), currency);
    }

    /** Returns an amount of at least one unit. */
    public static Money positive(Dice dice, Currency currency) {
        return Money.ofMinor(dice.between(1, dice.oneOf(10L, 100_000L, Money.MAX_MINOR_UNITS)), currency);
    }

    /** Returns a day within a dozen years. */
    public static LocalDate day(Dice dice) {
        return dice.day(FIRST, LAST);
    }

    /** Returns a pay schedule of any kind, with holidays in some cases. */
    public static PaySchedule schedule(Dice dice) {
        while (true) {
            try {
                PaySchedule plain = PaySchedule.of(cadence(dice)).withTolerance(dice.between(0, 15));
                PaySchedule adjusted = plain.adjusted(dice.oneOf(Adjustment.values()));
                List<LocalDate> holidays = dice.percent(30) ? dice.listOf(0, 40, () -> day(dice)) : List.of();
                return dice.percent(20)
                        ? adjusted.withHolidays(holidays).expecting(positive(dice, currency(dice)))
                        : adjusted.withHolidays(holidays);
            } catch (LedgerException unlucky) {
                // Paydays too close together to be moved, or two weeks of holidays: the dice are thrown again.
            }
        }
    }

    /** Returns a cadence of any kind. */
    public static Cadence cadence(Dice dice) {
        return switch (dice.between(0, 6)) {
            case 0 -> new Cadence.EveryDays(dice.oneOf(7, 14, 28), day(dice));
            case 1 -> new Cadence.EveryDays(dice.between(1, 60), day(dice));
            case 2 -> semiMonthly(dice);
            case 3 -> new Cadence.Monthly(dice.between(1, 31));
            case 4 -> new Cadence.LastBusinessDay(dice.between(0, 10));
            case 5 -> new Cadence.NthWeekday(dice.oneOf(1, 2, 3, 4, -1), dice.oneOf(DayOfWeek.values()));
            default -> new Cadence.Irregular(dice.listOf(0, 12, () -> day(dice)));
        };
    }

    private static Cadence semiMonthly(Dice dice) {
        int first = dice.between(1, 27);
        return new Cadence.SemiMonthly(first, dice.between(first + 1, 31));
    }

    /** Returns a category path of one to three levels. */
    public static CategoryPath category(Dice dice) {
        return CategoryPath.of(String.join(
                ":", dice.listOf(1, 3, () -> NastyTexts.line(dice).replace(':', ';'))));
    }

    /** Returns the details of an entry. */
    public static EntryDetails details(Dice dice, Money amount) {
        return new EntryDetails(
                day(dice),
                amount,
                NastyTexts.line(dice),
                dice.maybe(() -> NastyTexts.any(dice)),
                dice.maybe(() -> NastyTexts.line(dice)),
                dice.maybe(() -> NastyTexts.any(dice)),
                dice.listOf(0, 3, () -> NastyTexts.line(dice)));
    }

    /** Returns an entry of any kind. */
    public static Entry entry(Dice dice, long id, Currency currency) {
        EntryDetails details = details(dice, money(dice, currency));
        int version = dice.between(1, 9);
        Optional<Long> batch = dice.maybe(() -> dice.between(1L, 99L));
        return switch (dice.between(0, 3)) {
            case 0 -> new Income(id, version, details, batch);
            case 1 ->
                new Transfer(
                        id,
                        version,
                        details,
                        dice.maybe(() -> NastyTexts.line(dice).strip())
                                .filter(other -> !details.account().equals(Optional.of(other))),
                        batch);
            default ->
                new Expense(
                        id,
                        version,
                        details,
                        category(dice),
                        provenance(dice),
                        splits(dice, details.amount()),
                        dice.maybe(() -> dice.between(1L, 99L)),
                        batch);
        };
    }

    private static Provenance provenance(Dice dice) {
        return dice.oneOf(
                Provenance.MANUAL,
                Provenance.DEFAULT,
                Provenance.IMPORT_HINT,
                Provenance.rule(dice.between(1L, 1_000L), dice.between(1, 9)));
    }

    private static List<Split> splits(Dice dice, Money amount) {
        if (dice.percent(50)) {
            return List.of();
        }
        return amount.allocate(dice.oneOf(new long[] {1, 1}, new long[] {1, 2, 3}, new long[] {0, 5})).stream()
                .map(part -> new Split(category(dice), part))
                .toList();
    }

    /** Returns a condition of at most the depth allowed. */
    public static Condition condition(Dice dice) {
        return condition(dice, dice.between(0, Condition.MAX_DEPTH));
    }

    /** Returns a condition of that depth. */
    public static Condition condition(Dice dice, int depth) {
        if (depth == 0) {
            return comparison(dice);
        }
        return switch (dice.between(0, 2)) {
            case 0 -> new Condition.All(dice.listOf(1, 3, () -> condition(dice, depth - 1)));
            case 1 -> new Condition.Any(dice.listOf(1, 3, () -> condition(dice, depth - 1)));
            default -> new Condition.Not(condition(dice, depth - 1));
        };
    }

    /** Returns a comparison of any field by any operator it knows. */
    public static Comparison comparison(Dice dice) {
        Field field = dice.oneOf(Field.values());
        Operator operator = dice.oneOf(field.operators());
        int most = operator == Operator.ONE_OF ? 3 : operator.mostValues();
        List<String> values = dice.listOf(operator.fewestValues(), most, () -> value(dice, field, operator));
        List<String> ordered = operator == Operator.BETWEEN
                ? values.stream()
                        .sorted(
                                field == Field.AMOUNT
                                        ? Comparator.comparing(BigDecimal::new)
                                        : Comparator.naturalOrder())
                        .toList()
                : values;
        return Comparison.of(field, operator, ordered);
    }

    private static String value(Dice dice, Field field, Operator operator) {
        return switch (field) {
            case AMOUNT -> money(dice, currency(dice)).decimal().toPlainString();
            case DATE -> day(dice).toString();
            case WEEKDAY -> dice.oneOf(DayOfWeek.values()).name().toLowerCase(Locale.ROOT);
            case KIND -> dice.oneOf(EntryKind.values()).name().toLowerCase(Locale.ROOT);
            case TITLE, BANK_TEXT, ACCOUNT, NOTE, TAG ->
                operator == Operator.MATCHES
                        ? dice.oneOf("^a", "(foo|ba+r)$", "\\bshop \\d{2,4}", "[^x-z\\s]+.", "ß|ς")
                        : NastyTexts.any(dice);
        };
    }

    /** Returns what a rule may do. */
    public static RuleAction action(Dice dice) {
        RuleAction.Outcome outcome = dice.oneOf(
                new RuleAction.Categorise(category(dice)),
                new RuleAction.SplitUp(
                        List.of(new RuleAction.Share(60, category(dice)), new RuleAction.Share(40, category(dice)))),
                new RuleAction.MarkTransfer());
        return new RuleAction(
                outcome, dice.maybe(() -> NastyTexts.line(dice)), dice.listOf(0, 2, () -> NastyTexts.line(dice)));
    }

    /** Returns a category rule. */
    public static CategoryRule rule(Dice dice, long id, int priority) {
        return new CategoryRule(
                id,
                dice.between(1, 9),
                NastyTexts.line(dice),
                priority,
                dice.percent(80),
                dice.maybe(() -> day(dice)),
                condition(dice),
                action(dice));
    }
}
