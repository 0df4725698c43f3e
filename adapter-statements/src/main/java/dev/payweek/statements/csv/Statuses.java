package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words in a column of statuses: which are known as booked, as not booked or as failed, and which are not. A word
 * that stands beside known ones may mean either, so a person is asked; where none is known, it is said that all rows
 * are taken.
 */
final class Statuses {

    static final String PARAMETER = "booked";

    /** More different words are free text. */
    private static final int MOST_WORDS = 6;

    /** Of so few words, every choice is offered. */
    private static final int FEW = 3;

    private static final int LONGEST = 40;
    private static final int SHOWN = 2;
    private static final int SHORT = 8;

    private static final int YES_AND_NO = 2;

    private final Layout layout;
    private final Map<String, List<String>> unknown = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean known;
    private boolean free;

    Statuses(Layout layout) {
        this.layout = layout;
        this.known = isBooked(layout.nameOf(ColumnRole.STATUS));
    }

    /** Below {@code Posted?} two words are yes and no, and which is which depends on the language. */
    static boolean isAsked(String heading, ColumnProfile profile) {
        return isBooked(heading)
                && profile.values().size() == YES_AND_NO
                && !profile.holdsAmounts()
                && !profile.holdsDates()
                && profile.values().stream().allMatch(value -> value.length() <= SHORT);
    }

    private static boolean isBooked(String heading) {
        return Vocabulary.BOOKED.is(heading) && !Vocabulary.TICKED.is(heading);
    }

    /** Takes a row with a day and an amount. */
    void see(CsvRow row) {
        String word = layout.cell(row, ColumnRole.STATUS);
        if (free || word.isEmpty()) {
            return;
        }
        if (seen.add(word)) {
            boolean isWord = isWord(word);
            known |= isWord && isKnown(word);
            if (isWord && !isKnown(word)) {
                unknown.put(word, new ArrayList<>());
            }
            free = word.length() > LONGEST || unknown.size() > MOST_WORDS;
        }
        List<String> examples = unknown.getOrDefault(word, List.of());
        if (unknown.containsKey(word) && examples.size() < SHOWN) {
            examples.add((example(row) + " in line " + row.line()).strip());
        }
    }

    private String example(CsvRow row) {
        String title = layout.titles().isEmpty() ? "" : row.cell(layout.titles().get(0));
        return title.substring(0, title.offsetByCodePoints(0, Math.min(30, title.codePointCount(0, title.length()))))
                + " " + WrittenMoney.first(row, layout);
    }

    private static boolean isWord(String cell) {
        return cell.codePoints().anyMatch(Character::isLetter);
    }

    /** Returns whether it is known what a word says of a movement. */
    static boolean isKnown(String word) {
        return Vocabulary.BOOKED.begins(word)
                || Vocabulary.PENDING.begins(word)
                || Vocabulary.CANCELLED.begins(word)
                || isDenied(word);
    }

    /** {@code NOT APPROVED}, {@code nicht gebucht}: a word for booked behind one that denies it. */
    static boolean isDenied(String word) {
        int blank = word.indexOf(' ');
        return blank > 0
                && Vocabulary.NOT.is(word.substring(0, blank))
                && Vocabulary.BOOKED.begins(word.substring(blank + 1));
    }

    private boolean isOpen() {
        return known && !free && !unknown.isEmpty();
    }

    /** Returns what must be asked, if anything. */
    Optional<Question> question(ReadOptions options) {
        if (!isOpen() || options.answer(PARAMETER).isPresent()) {
            return Optional.empty();
        }
        String name = layout.nameOf(ColumnRole.STATUS);
        List<String> shown = unknown.entrySet().stream()
                .map(word -> "\"" + word.getKey() + "\": " + String.join("; ", word.getValue()))
                .toList();
        return Optional.of(new Question(
                "status",
                "Words in " + name + " are not known: " + String.join(". ", shown)
                        + ". Which of them mean that the movement is booked: all, none, or these?",
                PARAMETER,
                answers()));
    }

    private List<String> answers() {
        Set<String> answers = new LinkedHashSet<>(List.of("all", "none"));
        if (unknown.size() > 1) {
            answers.addAll(unknown.keySet());
        }
        if (unknown.size() == FEW) {
            unknown.keySet()
                    .forEach(left -> answers.add(String.join(
                            "|",
                            unknown.keySet().stream()
                                    .filter(word -> !word.equals(left))
                                    .toList())));
        }
        return List.copyOf(answers);
    }

    /** Returns what is assumed rather than known. */
    Optional<String> assumption(ReadOptions options) {
        // A person may have explained that the words say which way money goes.
        boolean way = options.answer(SignEvidence.PARAMETER)
                .filter(answer -> answer.startsWith(OpenWays.OUT))
                .isPresent();
        return known || free || way || unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("It is not known whether " + String.join(", ", unknown.keySet()) + " in "
                        + layout.nameOf(ColumnRole.STATUS) + " means booked; all rows are taken.");
    }

    /** Returns how the words are to be taken. */
    Booked booked(ReadOptions options) {
        Optional<String> answer = options.answer(PARAMETER).map(String::strip);
        boolean all = answer.filter("all"::equalsIgnoreCase).isPresent();
        Set<String> named = answer.filter(words -> !all && !words.equalsIgnoreCase("none"))
                .map(words -> Set.copyOf(Arrays.asList(words.split("\\s*\\|\\s*"))))
                .orElse(Set.of());
        if (isOpen() && !named.isEmpty() && unknown.keySet().stream().noneMatch(named::contains)) {
            throw LedgerException.invalid(
                    PARAMETER,
                    "unknown",
                    "\"" + answer.orElse("") + "\" is no answer; " + String.join(" or ", answers()) + " is.");
        }
        return new Booked(known && !free, answer.isPresent(), all, named);
    }

    /**
     * How the words of a column of statuses are to be taken.
     *
     * @param hasKnown whether the column has words that are known
     * @param answered whether a person said what the others mean
     * @param all whether all others mean booked
     * @param words those that do
     */
    record Booked(boolean hasKnown, boolean answered, boolean all, Set<String> words) {

        /** Returns whether a word means booked; nothing where nobody knows. */
        Optional<Boolean> of(String word) {
            if (!hasKnown || all || word.isEmpty() || words.contains(word) || isKnown(word) || !isWord(word)) {
                return Optional.of(true);
            }
            return answered ? Optional.of(false) : Optional.empty();
        }
    }
}
