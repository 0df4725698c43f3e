package dev.payweek.rule;

import dev.payweek.ledger.CaseFolding;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.match.TextPattern;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** What a comparison compares with, made ready once so that comparing is quick. */
sealed interface Operand {

    /** The values as conditions write them. */
    List<String> written();

    boolean holds(Field field, EntryDetails details, EntryKind kind);

    /** Reads the values; refuses with every problem found. */
    static Operand of(Field field, Operator operator, List<String> values) {
        return switch (field) {
            case TITLE, BANK_TEXT, ACCOUNT, NOTE, TAG -> Texts.of(operator, values);
            case AMOUNT -> Range.of(operator, each(values, Operand::amount), Operand::tenThousandths);
            case DATE ->
                Range.of(
                        operator,
                        each(values, Operand::day),
                        day -> LocalDate.parse(day).toEpochDay());
            case WEEKDAY -> Words.of(each(values, word -> constant(DayOfWeek.values(), word)));
            case KIND -> Words.of(each(values, word -> constant(EntryKind.values(), word)));
        };
    }

    /**
     * Texts, compared case-folded.
     *
     * @param folded the values case-folded; the source of the pattern for {@code matches}
     */
    record Texts(Operator operator, List<String> written, List<String> folded, Optional<TextPattern> pattern)
            implements Operand {

        static Texts of(Operator operator, List<String> values) {
            if (operator == Operator.MATCHES) {
                return new Texts(operator, values, values, Optional.of(TextPattern.of(values.get(0))));
            }
            List<String> folded = each(values, value -> {
                var checks = new Validation();
                checks.text("value", value, Comparison.MAX_TEXT);
                checks.refuseIfAny();
                return CaseFolding.fold(value);
            });
            return new Texts(operator, values, folded, Optional.empty());
        }

        @Override
        public boolean holds(Field field, EntryDetails details, EntryKind kind) {
            for (String text : field.actual(details, kind)) {
                if (holds(CaseFolding.fold(text))) {
                    return true;
                }
            }
            return false;
        }

        boolean holds(String text) {
            String value = folded.get(0);
            return switch (operator) {
                case IS -> text.equals(value);
                case ONE_OF -> folded.contains(text);
                case CONTAINS -> text.contains(value);
                case STARTS_WITH -> text.startsWith(value);
                case ENDS_WITH -> text.endsWith(value);
                case MATCHES -> pattern.filter(found -> found.isFoundIn(text)).isPresent();
                default -> throw new IllegalStateException(operator + " compares no texts");
            };
        }
    }

    /**
     * Amounts in ten-thousandths, finer than any currency's unit, or days since 1970.
     *
     * @param lowest inclusive
     * @param highest inclusive
     */
    record Range(List<String> written, long lowest, long highest) implements Operand {

        static Range of(Operator operator, List<String> values, ToLongFunction<String> number) {
            long value = number.applyAsLong(values.get(0));
            return switch (operator) {
                case IS, ON -> new Range(values, value, value);
                case LESS_THAN, BEFORE -> new Range(values, Long.MIN_VALUE, value - 1);
                case AT_MOST -> new Range(values, Long.MIN_VALUE, value);
                case GREATER_THAN, AFTER -> new Range(values, value + 1, Long.MAX_VALUE);
                case AT_LEAST -> new Range(values, value, Long.MAX_VALUE);
                case BETWEEN -> ascending(values, value, number.applyAsLong(values.get(1)));
                default -> throw new IllegalStateException(operator + " compares no range");
            };
        }

        private static Range ascending(List<String> values, long lowest, long highest) {
            if (lowest > highest) {
                throw LedgerException.invalid(
                        "value",
                        "descending",
                        "Nothing lies between " + values.get(0) + " and " + values.get(1)
                                + "; the smaller comes first.");
            }
            return new Range(values, lowest, highest);
        }

        @Override
        public boolean holds(Field field, EntryDetails details, EntryKind kind) {
            long number = field == Field.DATE ? details.date().toEpochDay() : tenThousandths(details.amount());
            return lowest <= number && number <= highest;
        }
    }

    /** Words of a closed list. */
    record Words(List<String> written, Set<String> words) implements Operand {

        static Words of(List<String> values) {
            return new Words(values, Set.copyOf(values));
        }

        @Override
        public boolean holds(Field field, EntryDetails details, EntryKind kind) {
            return words.contains(field.actual(details, kind).get(0));
        }
    }

    private static List<String> each(List<String> values, UnaryOperator<String> reading) {
        var checks = new Validation();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            try {
                read.add(reading.apply(values.get(i)));
            } catch (LedgerException refusal) {
                String place = values.size() == 1 ? "value" : "value/" + i;
                refusal.problems().forEach(one -> checks.that(false, place, one.code(), one.message()));
            }
        }
        checks.refuseIfAny();
        return List.copyOf(read);
    }

    private static String amount(String text) {
        if (!text.matches("[+-]?\\d{1,13}(\\.\\d{1,4})?")) {
            throw LedgerException.invalid(
                    "value",
                    "wrong_amount",
                    "An amount like 12.50 is expected here, with at most 13 digits before the point and 4 after it.");
        }
        return new BigDecimal(text).toPlainString();
    }

    private static String day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            DateSpan.requireUsable("value", day);
            return day.toString();
        } catch (DateTimeException e) {
            throw LedgerException.invalid("value", "wrong_date", "A date like 2026-11-22 is expected here.");
        }
    }

    private static String constant(Enum<?>[] constants, String text) {
        List<String> known = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        String word = text.toLowerCase(Locale.ROOT);
        if (!known.contains(word)) {
            throw LedgerException.invalid(
                    "value", "unknown_word", "One of " + String.join(", ", known) + " is expected here.");
        }
        return word;
    }

    private static long tenThousandths(String amount) {
        return new BigDecimal(amount).movePointRight(4).longValueExact();
    }

    private static long tenThousandths(Money amount) {
        long units = amount.minorUnits();
        for (int digits = amount.currency().getDefaultFractionDigits(); digits < 4; digits++) {
            units = Math.multiplyExact(units, 10);
        }
        return units;
    }
}
