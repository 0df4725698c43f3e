package dev.payweek.benchmarks;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.match.TextPattern;
import dev.payweek.money.Money;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Condition;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleSet;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What it costs to find the rule of a description: by 1,000 rules and by 10, with all descriptions different and with
 * 2,000 different ones as often as shops are visited (Zipf), beside a loop of {@code Pattern.find}. Also what compiling
 * costs, what the rules hold in memory, and how long the patterns take that make backtracking run for ever.
 */
public final class RuleCost {

    private static final int MERCHANTS = 2_000;
    private static final int RULES = 1_000;
    private static final int TEXTS = 200_000;
    private static final int LOOPED = 2_000;
    private static final int ROUNDS = 11;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Money AMOUNT = Money.of("12.50", "USD");
    private static final String[] SYLLABLES = {
        "ba", "ko", "mer", "tin", "sal", "vo", "ran", "del", "fi", "gur", "ho", "lan", "mi", "nor", "pe", "qua", "ros",
        "sten", "tor", "ul", "wex", "yo", "zan", "cor", "bel"
    };
    private static final String[] TOWNS = {"BERLIN", "PARIS", "AUSTIN TX", "LEEDS", "OSLO", "GRAZ"};

    private RuleCost() {}

    /** One trial of finding rules, with the texts it is asked about and what each round took. */
    private record Trial(String name, Runnable work, int texts, List<Long> nanos) {
        Trial(String name, Runnable work, int texts) {
            this(name, work, texts, new ArrayList<>());
        }

        double each() {
            return (double) nanos.stream().sorted().toList().get(ROUNDS / 2) / texts;
        }
    }

    private static long blackHole;

    /** Runs the comparison. */
    public static void main(String[] arguments) {
        Random random = new Random(1);
        List<String> merchants = IntStream.range(0, MERCHANTS)
                .mapToObj(i -> merchant(random))
                .distinct()
                .toList();
        List<EntryDetails> distinct = IntStream.range(0, TEXTS)
                .mapToObj(i -> details(merchants.get(random.nextInt(merchants.size())) + " " + (100_000 + i) + " "
                        + TOWNS[random.nextInt(TOWNS.length)]))
                .toList();
        List<EntryDetails> visited = visited(merchants, random);
        RuleSet thousand = new RuleSet(rules(merchants, RULES));
        RuleSet ten = new RuleSet(rules(merchants, 10));
        List<Pattern> patterns = merchants.subList(0, RULES).stream()
                .map(name -> Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
        List<Trial> trials = List.of(
                new Trial("1000 rules, all different", () -> decide(thousand, distinct), TEXTS),
                new Trial("1000 rules, 2000 different", () -> decide(thousand, visited), TEXTS),
                new Trial("10 rules, all different", () -> decide(ten, distinct), TEXTS),
                new Trial("loop of 1000 Pattern.find", () -> loop(patterns, distinct), LOOPED));
        for (int round = -4; round < ROUNDS; round++) {
            for (Trial trial : trials) {
                long nanos = cpuNanos(trial.work());
                if (round >= 0) {
                    trial.nanos().add(nanos);
                }
            }
        }
        trials.forEach(trial -> System.out.printf(
                "%-28s %8.0f ns CPU each, %,12.0f per CPU second%n", trial.name(), trial.each(), 1e9 / trial.each()));
        System.out.printf(
                "1000 rules against 10: %.2f%n",
                trials.get(0).each() / trials.get(2).each());
        System.out.printf(
                "loop against 1000 rules: %.1f%n",
                trials.get(3).each() / trials.get(0).each());
        compiling(merchants);
        hostilePatterns();
        System.out.println("(" + blackHole + ")");
    }

    private static String merchant(Random random) {
        StringBuilder name = new StringBuilder();
        for (int word = 0; word < 2; word++) {
            for (int i = 0; i < 2 + random.nextInt(2); i++) {
                name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            name.append(word == 0 ? " " : "");
        }
        return name.toString().toUpperCase(Locale.ROOT);
    }

    private static EntryDetails details(String bankText) {
        return new EntryDetails(
                DAY, AMOUNT, "Shop", Optional.of(bankText), Optional.of("card"), Optional.empty(), List.of());
    }

    /** New strings each time, as an import makes them. */
    private static List<EntryDetails> visited(List<String> merchants, Random random) {
        double[] weights = new double[merchants.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += 1.0 / (i + 1);
            weights[i] = sum;
        }
        List<EntryDetails> visited = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            int place = Arrays.binarySearch(weights, random.nextDouble() * sum);
            int merchant = Math.min(weights.length - 1, place < 0 ? -place - 1 : place);
            visited.add(details(merchants.get(merchant) + " " + (1_000 + merchant) + " BERLIN"));
        }
        return visited;
    }

    /** Mostly words that occur; a tenth begin the text, a twentieth ask for the amount and a twentieth are patterns. */
    private static List<CategoryRule> rules(List<String> merchants, int count) {
        List<CategoryRule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = merchants.get(i).toLowerCase(Locale.ROOT);
            Condition contains = Comparison.of(Field.TITLE, Operator.CONTAINS, name);
            Condition when = switch (i % 20) {
                case 3, 13 -> Comparison.of(Field.TITLE, Operator.STARTS_WITH, name);
                case 7 -> new Condition.All(List.of(contains, Comparison.of(Field.AMOUNT, Operator.AT_LEAST, "20")));
                case 11 -> Comparison.of(Field.TITLE, Operator.MATCHES, "^" + name + " \\d+");
                default -> contains;
            };
            rules.add(new CategoryRule(
                    i + 1L, 1, name, i, true, Optional.empty(), when, RuleAction.category("Fun:Place " + i % 40)));
        }
        return rules;
    }

    private static void decide(RuleSet rules, List<EntryDetails> texts) {
        for (EntryDetails details : texts) {
            blackHole += rules.decide(details, EntryKind.EXPENSE)
                    .map(CategoryRule::priority)
                    .orElse(-1);
        }
    }

    private static void loop(List<Pattern> patterns, List<EntryDetails> texts) {
        for (EntryDetails details : texts.subList(0, LOOPED)) {
            int found = 0;
            while (found < patterns.size()
                    && !patterns.get(found).matcher(details.originalText()).find()) {
                found++;
            }
            blackHole += found;
        }
    }

    private static void compiling(List<String> merchants) {
        List<CategoryRule> rules = rules(merchants, RULES);
        long[] nanos = new long[ROUNDS];
        List<RuleSet> kept = new ArrayList<>();
        long before = heap();
        for (int round = 0; round < ROUNDS; round++) {
            RuleSet fresh = new RuleSet(rules);
            nanos[round] = cpuNanos(() -> blackHole +=
                    fresh.matching(details("nothing"), EntryKind.EXPENSE).size());
            kept.add(fresh);
        }
        long each = (heap() - before) / kept.size();
        Arrays.sort(nanos);
        System.out.printf("compiling 1000 rules: %.1f ms CPU, %.1f MB kept%n", nanos[ROUNDS / 2] / 1e6, each / 1e6);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Each makes backtracking take for ever; the texts have ten thousand characters. */
    private static void hostilePatterns() {
        String letters = "a".repeat(10_000);
        for (String source : List.of(
                "^(a+)+$",
                "(a*)*b",
                "(a|aa)+$b",
                "(.*a){20}$",
                "\\s+$",
                "(a|b)*a(a|b){99}c",
                "([a-z]+)*\\d",
                "(a?){99}a{99}b")) {
            TextPattern pattern = TextPattern.of(source);
            String text = source.startsWith("\\s") ? " ".repeat(9_999) + "x" : letters + "!";
            long nanos = cpuNanos(() -> blackHole += pattern.isFoundIn(text) ? 1 : 0);
            System.out.printf("%-24s %.1f ms CPU, cold%n", source, nanos / 1e6);
        }
    }

    private static long cpuNanos(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }
}
