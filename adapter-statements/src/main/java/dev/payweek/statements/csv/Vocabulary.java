package dev.payweek.statements.csv;

import dev.payweek.statements.cell.BalanceWords;
import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of bank files in thirty languages, from {@code vocabulary.txt} and {@code vocabulary-more.txt}. */
final class Vocabulary {

    private static final int LAST = 1_000;

    /** The words of each section with their places; those with a star are in {@link #BEGINNINGS}, without it. */
    private static final Map<String, Map<String, Integer>> SECTIONS = new HashMap<>();

    private static final Map<String, Map<String, Integer>> BEGINNINGS = new HashMap<>();

    /** Cells that say that money goes out, or comes in. */
    static final Phrases OUT = new Phrases();

    static final Phrases IN = new Phrases();

    /** Cells of rows that are no movements: balances and totals; not booked yet; not taken place; booked. */
    static final Phrases BALANCES = new Phrases();

    static final Phrases PENDING = new Phrases();
    static final Phrases CANCELLED = new Phrases();
    static final Phrases BOOKED = new Phrases();

    /** Words that a row without a day holds if it is a balance or total. */
    static final Phrases TOTALS = new Phrases();

    /** All of these: where none of them stands, nothing needs a further look. */
    static final Phrases BALANCES_OR_TOTALS = new Phrases();

    /** How the labels of balances and totals begin, those around a day among them. */
    static final FirstLetters LABELS = new FirstLetters();

    /** Words before the number of movements; and before a balance rather than a total. */
    static final Phrases COUNTS = new Phrases();

    /** What is counted; alone beside a number it says how many there are. */
    static final Phrases COUNTED = new Phrases();

    static final Phrases STATED_BALANCES = new Phrases();

    /** Money that comes back, pay, and what people buy: which way such money goes is known. */
    static final Phrases REFUNDS = new Phrases();

    static final Phrases INCOME = new Phrases();
    static final Phrases EXPENSES = new Phrases();

    /** A card issuer's thanks for a payment, and the name of a purchase, which show how amounts are signed. */
    static final Phrases CARD_PAYMENTS = new Phrases();

    static final Phrases PURCHASES = new Phrases();

    /** Payments of what is owed: to a card in its own file, to anybody else in an account's. */
    static final Phrases REPAYMENTS = new Phrases();

    /** Words above a table that make it one of a card. */
    static final Phrases CREDIT_CARDS = new Phrases();

    /** Words that deny the one behind them. */
    static final Phrases NOT = new Phrases();

    /** Kinds of movements on a card that pay for it. */
    static final Phrases PAYMENTS = new Phrases();

    /** Headings under which a person ticks off what was looked at, which says nothing of the bank. */
    static final Phrases TICKED = new Phrases();

    /** Words in brackets behind a heading that make it one of purchases abroad. */
    static final Phrases FOREIGN = new Phrases();

    /** Words in a heading that say of an amount what it has to do with fees. */
    static final Phrases BESIDE_FEES = new Phrases();

    /** Words in a heading that make its amounts ones of cents. */
    static final Phrases MINOR = new Phrases();

    /** Headings that only accounting journals have. */
    static final Phrases JOURNALS = new Phrases();

    /** Headings that only files of cards, or of sellers, have. */
    static final Phrases CARDS = new Phrases();

    static final Phrases SELLERS = new Phrases();

    /** Headings that only files of bank accounts have. */
    static final Phrases ACCOUNTS = new Phrases();

    private static final Map<String, Phrases> CELLS = Map.ofEntries(
            Map.entry("cell out", OUT),
            Map.entry("cell in", IN),
            Map.entry("cell balance", BALANCES),
            Map.entry("cell total", TOTALS),
            Map.entry("cell count", COUNTS),
            Map.entry("cell counted", COUNTED),
            Map.entry("cell carried", STATED_BALANCES),
            Map.entry("cell pending", PENDING),
            Map.entry("cell cancelled", CANCELLED),
            Map.entry("cell booked", BOOKED),
            Map.entry("heading ticked", TICKED),
            Map.entry("heading foreign", FOREIGN),
            Map.entry("heading minor", MINOR),
            Map.entry("heading beside fees", BESIDE_FEES),
            Map.entry("cell card payment", CARD_PAYMENTS),
            Map.entry("cell refund", REFUNDS),
            Map.entry("cell income", INCOME),
            Map.entry("cell expense", EXPENSES),
            Map.entry("cell purchase", PURCHASES),
            Map.entry("cell repayment", REPAYMENTS),
            Map.entry("cell credit card", CREDIT_CARDS),
            Map.entry("cell not", NOT),
            Map.entry("cell payment", PAYMENTS),
            Map.entry("cell journal", JOURNALS),
            Map.entry("heading card", CARDS),
            Map.entry("heading seller", SELLERS),
            Map.entry("heading account", ACCOUNTS));

    /** What names a column may as well stand in a cell. */
    private static final Map<String, Phrases> COLUMNS_AS_CELLS = Map.of(
            ColumnRole.BALANCE.name(), STATED_BALANCES,
            ColumnRole.MONEY_OUT.name(), OUT,
            ColumnRole.MONEY_IN.name(), IN);

    static {
        BalanceWords.forEach(LABELS::add, LABELS::addWithin);
        load("vocabulary.txt");
        load("vocabulary-more.txt");
    }

    private Vocabulary() {}

    /** Returns what a heading may mean, each with a rank of which 0 is the best; empty when it is not known. */
    static Map<ColumnRole, Integer> meanings(String written) {
        // Brackets of full width are brackets.
        String heading = written.replace('（', '(').replace('）', ')').replace('／', '/');
        String folded = Folding.fold(heading);
        Map<ColumnRole, Integer> meanings = lookUp(folded);
        if (meanings.isEmpty()) {
            String bare = withoutCurrency(folded).orElseGet(() -> withoutCurrencySign(heading));
            meanings = lookUp(bare);
            if (meanings.isEmpty() && bare.endsWith(" in")) {
                meanings = lookUp(bare.substring(0, bare.length() - 3));
            }
        }
        int bracket = heading.indexOf('(');
        if (meanings.isEmpty() && bracket > 0) {
            meanings = side(lookUp(Folding.fold(heading.substring(0, bracket))), heading.substring(bracket));
            if (meanings.containsKey(ColumnRole.AMOUNT) && FOREIGN.areIn(heading.substring(bracket))) {
                meanings = Map.of(ColumnRole.OTHER_AMOUNT, 0);
            }
        }
        if (meanings.isEmpty() && heading.indexOf('/') > 0) {
            meanings = common(heading.split("/"));
        }
        if (meanings.isEmpty()) {
            meanings = lookUp(Folding.fold(inWords(heading)));
            meanings.keySet()
                    .retainAll(meanings.keySet().stream()
                            .filter(ColumnRole::isWords)
                            .collect(Collectors.toSet()));
        }
        return meanings.isEmpty() && speaksOfFee(folded) ? Map.of(ColumnRole.FEE, LAST) : meanings;
    }

    /** {@code CounterpartyName} and {@code Közlemény/2} are headings of words without blanks, or with a number. */
    private static String inWords(String heading) {
        return heading.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replaceFirst("[\\s/_-]*\\d$", "");
    }

    /** {@code Amount (debit)} is one side of what {@code Amount} means, and as good a one. */
    private static Map<ColumnRole, Integer> side(Map<ColumnRole, Integer> meanings, String bracket) {
        Integer rank = meanings.get(ColumnRole.AMOUNT);
        boolean out = OUT.is(bracket);
        return rank == null || out == IN.is(bracket)
                ? meanings
                : Map.of(out ? ColumnRole.MONEY_OUT : ColumnRole.MONEY_IN, rank);
    }

    /** {@code Source fee amount} is not the amount itself; {@code Amount incl. fees} may be. */
    private static boolean speaksOfFee(String folded) {
        Map<String, Integer> fees = words(ColumnRole.FEE.name());
        return !BESIDE_FEES.areIn(folded) && Stream.of(folded.split(" ")).anyMatch(fees::containsKey);
    }

    /** {@code Auftraggeber / Begünstigter} means what both of its halves mean; words and words are words. */
    private static Map<ColumnRole, Integer> common(String[] parts) {
        Map<ColumnRole, Integer> common = lookUp(Folding.fold(parts[0]));
        for (String part : parts) {
            Map<ColumnRole, Integer> meanings = lookUp(Folding.fold(part));
            boolean words = !meanings.isEmpty()
                    && meanings.keySet().stream().allMatch(ColumnRole::isWords)
                    && common.keySet().stream().allMatch(ColumnRole::isWords);
            if (words && !common.isEmpty()) {
                common.putAll(meanings);
            } else {
                common.keySet().retainAll(meanings.keySet());
            }
        }
        return common;
    }

    /** Returns how many headings that mean something the lines of a text hold: the measure of a right encoding. */
    static int familiarity(String text) {
        int known = 0;
        for (String cell : text.substring(0, Math.min(text.length(), 4_000)).split("[,;\t|\r\n\"]")) {
            // A word without letters of its own is the same in every encoding.
            boolean telling =
                    cell.length() > 1 && cell.length() < 40 && cell.chars().anyMatch(c -> c >= 0x80);
            if ((telling || cell.length() > 3) && isKnown(cell)) {
                known++;
            }
        }
        return known;
    }

    private static boolean isKnown(String cell) {
        return !meanings(cell).isEmpty() || CELLS.values().stream().anyMatch(phrases -> phrases.is(cell));
    }

    private static Map<ColumnRole, Integer> lookUp(String folded) {
        Map<ColumnRole, Integer> meanings = new EnumMap<>(ColumnRole.class);
        for (ColumnRole meaning : ColumnRole.values()) {
            rank(words(meaning.name()), folded, meaning, meanings);
        }
        return meanings;
    }

    private static void rank(
            Map<String, Integer> words, String folded, ColumnRole meaning, Map<ColumnRole, Integer> meanings) {
        Integer rank = words.get(folded);
        if (rank != null) {
            meanings.put(meaning, rank);
            return;
        }
        BEGINNINGS.getOrDefault(meaning.name(), Map.of()).forEach((beginning, place) -> {
            if (folded.startsWith(beginning)) {
                meanings.putIfAbsent(meaning, place);
            }
        });
        if (folded.indexOf('\uFFFD') >= 0) {
            // A heading whose umlauts the bank itself has lost: every lost letter stands for any.
            Pattern damaged = Pattern.compile(folded.replace('\uFFFD', '.'));
            words.forEach((word, place) -> {
                if (damaged.matcher(word).matches()) {
                    meanings.putIfAbsent(meaning, place);
                }
            });
        }
    }

    /** {@code Amount (EUR)} and {@code bedrag in EUR} mean what {@code Amount} and {@code bedrag in} mean. */
    private static Optional<String> withoutCurrency(String folded) {
        int blank = folded.lastIndexOf(' ');
        return blank < 0 || Currencies.of(folded.substring(blank + 1)).isEmpty()
                ? Optional.empty()
                : Optional.of(folded.substring(0, blank));
    }

    /** {@code Débito (R$)} means what {@code Débito} means, and folding takes the sign apart. */
    private static String withoutCurrencySign(String heading) {
        int bracket = heading.lastIndexOf('(');
        boolean sign = bracket > 0
                && heading.strip().endsWith(")")
                && Currencies.isKnown(
                        heading.strip().substring(bracket + 1, heading.strip().length() - 1));
        return sign ? Folding.fold(heading.substring(0, bracket)) : "";
    }

    private static Map<String, Integer> words(String section) {
        return SECTIONS.getOrDefault(section, Map.of());
    }

    private static void load(String file) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            String current = "";
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    current = line.substring(1, line.indexOf(']'));
                } else if (!line.startsWith("#")) {
                    String section = current;
                    Stream.of(line.split(","))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .forEach(word -> learn(section, word));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void learn(String section, String written) {
        boolean begins = written.endsWith("*");
        String word = Folding.fold(written);
        Phrases cells = CELLS.get(section);
        if (cells != null) {
            cells.add(word);
            if (cells == BALANCES || cells == TOTALS) {
                BALANCES_OR_TOTALS.add(word);
                LABELS.add(word);
            }
            return;
        }
        if (!begins && COLUMNS_AS_CELLS.containsKey(section)) {
            COLUMNS_AS_CELLS.get(section).add(word);
        }
        Map<String, Integer> words = SECTIONS.computeIfAbsent(section, name -> new HashMap<>());
        if (begins) {
            BEGINNINGS.computeIfAbsent(section, name -> new HashMap<>()).putIfAbsent(word, words.size());
        } else {
            words.putIfAbsent(word, words.size());
        }
    }
}
