package dev.payweek.discovery;

import dev.payweek.ledger.CaseFolding;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.PrintableText;
import dev.payweek.money.Money;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Condition;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a payee is called, and by which of a bank's words it is known again. Immutable. */
final class Naming {

    private static final int MOST_WORDS = 4;
    private static final int LONGEST = 40;
    private static final int SHORT_WORD = 4;
    /** A hyphen joins letters; what it ties to a number is a word of its own. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{Nd}&'’.]+(?:(?<=\\p{L})-(?=\\p{L})[\\p{L}\\p{Nd}&'’.]+)*");

    private static final List<String> AFTER_A_NAME =
            List.of("corp", "inc", "ltd", "llc", "plc", "gmbh", "ag", "kg", "se", "sa", "sas", "ab", "company", "co");

    private Naming() {}

    /** What a bank's text says from the first word known to name the payee to the last, as the bank writes it. */
    static String of(String text, List<String> known) {
        int start = -1;
        int end = -1;
        int words = 0;
        for (MatchResult word : WORD.matcher(text).results().toList()) {
            String folded = CaseFolding.fold(word.group()).replaceAll("[^\\p{L}]+$", "");
            boolean names = word.group().chars().noneMatch(Character::isDigit)
                    && known.stream().anyMatch(folded::contains);
            boolean follows = end >= 0 && text.substring(end, word.start()).isBlank() && AFTER_A_NAME.contains(folded);
            boolean joins = end < 0 || text.substring(end, word.start()).chars().noneMatch(Character::isDigit);
            if ((names || follows) && joins && words < MOST_WORDS) {
                start = start < 0 ? word.start() : start;
                end = word.end();
                words++;
            }
        }
        String name = start < 0
                ? known.stream().map(word -> written(word, text)).collect(Collectors.joining(" "))
                : text.substring(start, end);
        return PrintableText.cut(name.isBlank() ? text.strip() : name.replaceAll("\\s+", " "), LONGEST)
                .strip();
    }

    /** A word as the bank writes it, in one with a number or not. */
    private static String written(String word, String text) {
        String folded = CaseFolding.fold(text);
        int at = folded.indexOf(word);
        return at < 0 || folded.length() != text.length() ? word : text.substring(at, at + word.length());
    }

    /** The condition that all of the samples and as few others as can be meet. */
    static Condition condition(List<String> words, List<EntryDetails> samples, Optional<Condition> amount) {
        List<Condition> parts = new ArrayList<>();
        Optional<String> phrase = phrase(words, samples);
        if (phrase.isPresent()) {
            parts.add(Comparison.of(Field.TITLE, Operator.CONTAINS, phrase.get()));
        } else {
            List<String> long_ =
                    words.stream().filter(word -> word.length() >= SHORT_WORD).toList();
            (long_.isEmpty() ? words : long_)
                    .forEach(word -> parts.add(Comparison.of(Field.TITLE, Operator.CONTAINS, word)));
        }
        amount.ifPresent(parts::add);
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    /** The words as they follow each other in the newest text, if they do so in all of them. */
    private static Optional<String> phrase(List<String> words, List<EntryDetails> samples) {
        if (words.size() < 2 || samples.isEmpty()) {
            return Optional.empty();
        }
        String text = CaseFolding.fold(samples.get(samples.size() - 1).originalText());
        int start = text.indexOf(words.get(0));
        String last = words.get(words.size() - 1);
        int end = start < 0 ? -1 : text.indexOf(last, start + words.get(0).length());
        if (end < 0) {
            return Optional.empty();
        }
        String phrase = text.substring(start, end + last.length());
        boolean held = phrase.length() <= Comparison.MAX_TEXT
                && samples.stream()
                        .allMatch(sample ->
                                CaseFolding.fold(sample.originalText()).contains(phrase));
        return held ? Optional.of(phrase) : Optional.empty();
    }

    /** Between the smallest and the largest amount of a stream and a little beyond, but for what is not of it. */
    static Optional<Condition> amount(List<Row> own, List<Row> others, Currency currency) {
        if (others.isEmpty()) {
            return Optional.empty();
        }
        long least = own.stream().mapToLong(Row::amount).min().orElse(0);
        long most = own.stream().mapToLong(Row::amount).max().orElse(0);
        long below = others.stream()
                        .mapToLong(Row::amount)
                        .filter(sum -> sum < least)
                        .max()
                        .orElse(-1)
                + 1;
        long above = others.stream()
                        .mapToLong(Row::amount)
                        .filter(sum -> sum > most)
                        .min()
                        .orElse(Long.MAX_VALUE)
                - 1;
        long from = Math.max(below, least - least / 10);
        long to = Math.min(above, most + most / 10);
        return Optional.of(
                Comparison.of(Field.AMOUNT, Operator.BETWEEN, decimal(from, currency), decimal(to, currency)));
    }

    private static String decimal(long minor, Currency currency) {
        return Money.ofMinor(minor, currency).decimal().toPlainString();
    }
}
