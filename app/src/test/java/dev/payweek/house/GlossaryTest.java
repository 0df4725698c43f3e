package dev.payweek.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One word for one thing: that of docs/GLOSSARY.md, in code and documents alike. */
class GlossaryTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|[^|\\n]+\\|[^|\\n]+\\|$");
    private static final Pattern FIELD = Pattern.compile("@param (\\w+)");
    private static final Pattern LINK = Pattern.compile("\\{@link[\\s*]+dev\\.payweek\\.(\\w+)\\.(\\w+)\\}");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final String MAIN = "src/main/java/dev/payweek";

    /** Words of our own for which the field has better ones, in use today. */
    private static final Set<String> OLD = Set.of("""
            Fate Arrival Arrived ArrivingAccount ARRIVING LEAVING Importing Piece HANDFUL Ground Taking
            SeenRows SeenOfDay KnownRows RowMemory Remembering OtherAccount ManualTwins HandMade Look
            Placing RowPlacing Placed RowParts TakeBack Facts BankWords InUse CopyTaking CopyFormat
            SurestFormat FileBeingRead OnceOnly Made Kept Refusal Checks ImaginedLedger Recorded
            Comparand Needles Told suffice PhraseFinder Redeciding Linting Explaining Carrying Undoing
            Merging Supposing Screening CategoryMoves Flows LedgerPicture UNTIL_TOLD Fixed Bulk Packed
            Recent Damage SlimCopy OldImportRow SingleSteps SchemaSteps FileHold Sums SumTable Tally
            PayloadOne PayloadTwo ImportTold RuleTelling openToLook likeTheOthers BudgetShown EventShown
            EachEntry OtherKind Way Meaning
            """.strip().split("\\s+"));

    /** Phrases that a reader stumbles over; reported, again, rejected, undone, otherwise and ordinal are plain. */
    private static final Pattern DIALECT = Pattern.compile(
            "\\b(told|tells?|anew|turned away|taken? back|else would|how-manieth)\\b", Pattern.CASE_INSENSITIVE);

    /** What has been written is not written over; the first of them is put in order at a release. */
    private static final Set<String> HISTORY = Set.of("CHANGELOG.md", "DECISIONS.md");

    private final WorkingTree tree = WorkingTree.ofProject();

    private static List<String> words(String glossary) {
        return ROW.matcher(glossary)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }

    private List<Path> sourcesOf(String room) {
        String folder = "/budget-core/" + MAIN + "/" + room + "/";
        return tree.files(".java").stream()
                .filter(file -> file.toString().replace('\\', '/').contains(folder))
                .toList();
    }

    /** Types by their names, and documented fields of them. */
    private Set<String> exportedWords() {
        Set<String> words = new TreeSet<>();
        for (String room : Exports.ofCore()) {
            for (Path file : sourcesOf(room)) {
                String text = WorkingTree.text(file);
                if (text.contains("\npublic ")) {
                    words.add(file.getFileName().toString().replace(".java", ""));
                    FIELD.matcher(text).results().forEach(field -> words.add(field.group(1)));
                }
            }
        }
        return words;
    }

    @Test
    void every_word_of_the_glossary_is_one_that_others_meet() {
        List<String> words = words(tree.text("docs/GLOSSARY.md"));
        assertTrue(words.size() >= 60, "only " + words.size() + " words");
        assertEquals(words.size(), new TreeSet<>(words).size(), "a word stands twice among " + words);
        Set<String> exported = exportedWords();
        assertEquals(
                List.of(),
                words.stream().filter(word -> !exported.contains(word)).toList());
    }

    @Test
    void every_type_that_the_tour_of_an_exported_package_shows_is_explained() {
        Set<String> explained = new TreeSet<>(words(tree.text("docs/GLOSSARY.md")));
        List<String> missing = new ArrayList<>();
        for (String room : Exports.ofCore()) {
            Set<String> shown = shown(room, tree.text("budget-core/" + MAIN + "/" + room + "/package-info.java"));
            assertTrue(!shown.isEmpty(), "the tour of " + room + " shows no type of its own");
            shown.stream().filter(type -> !explained.contains(type)).forEach(missing::add);
        }
        assertEquals(List.of(), missing);
    }

    private static Set<String> shown(String room, String tour) {
        return LINK.matcher(tour)
                .results()
                .filter(link -> link.group(1).equals(room))
                .map((MatchResult link) -> link.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void no_code_says_an_old_word() {
        List<String> found = new ArrayList<>();
        for (Path file : tree.files(".java")) {
            Path name = tree.root().relativize(file);
            if (name.toString().contains("main")) {
                oldIn(JavaCode.bare(WorkingTree.text(file))).forEach(word -> found.add(name + ": " + word));
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void no_document_says_an_old_word() {
        List<String> found = new ArrayList<>();
        for (Path file : tree.files(".md")) {
            String name = tree.root().relativize(file).toString();
            CODE.matcher(WorkingTree.text(file))
                    .results()
                    .flatMap(code -> oldIn(code.group(1)).stream())
                    .forEach(word -> found.add(name + ": " + word));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void prose_is_plain() {
        assertEquals(List.of(), dialectIn(tree));
    }

    private static List<String> dialectIn(WorkingTree tree) {
        List<String> found = new ArrayList<>();
        for (Path file : tree.files(".java", ".js", ".html", ".css", ".md", ".tf", ".hcl", ".yaml", ".yml", ".sh")) {
            Path name = tree.root().relativize(file);
            boolean inTests = name.toString().contains(Path.of("src", "test").toString());
            if (!inTests && !HISTORY.contains(String.valueOf(name.getFileName()))) {
                DIALECT.matcher(WorkingTree.text(file))
                        .results()
                        .forEach(phrase -> found.add(name + ": " + phrase.group()));
            }
        }
        return found;
    }

    private static Set<String> oldIn(String code) {
        return Pattern.compile("\\b[A-Za-z_]\\w*")
                .matcher(code)
                .results()
                .map(MatchResult::group)
                .filter(OLD::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void planted_words_are_caught(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.md"), "A refund tells it anew; a retold story is another matter.\n");
        assertEquals(List.of("a.md: tells", "a.md: anew"), dialectIn(new WorkingTree(folder)));
        assertEquals(
                List.of("Entry", "twin"), words("| `Entry` | a | b |\n| `twin` | c | d |\n| `Half` | no more |\n"));
        assertEquals(
                Set.of("Money", "Ratio"),
                shown(
                        "money",
                        "{@link dev.payweek.money.Money}, {@link\n * dev.payweek.money.Ratio}"
                                + " of {@link dev.payweek.plan.Plan}"));
        String source = "/** A Fate. */ record Refusal(String name) { String s = \"Tally\"; } // Facts\nclass Look {}";
        assertEquals(Set.of("Look", "Refusal"), oldIn(JavaCode.bare(source)));
    }

    @Test
    void the_glossary_is_found_from_where_a_newcomer_begins() {
        for (String document : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")) {
            assertTrue(tree.text(document).contains("(docs/GLOSSARY.md)"), document);
        }
    }
}
