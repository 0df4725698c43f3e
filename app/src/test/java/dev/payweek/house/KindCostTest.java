package dev.payweek.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a new kind of thing in the ledger costs, counted at those there are: which files of the program name a kind that
 * are not its own. Its own are those called after it.
 */
class KindCostTest {

    /** Where things are kept, recorded, undone, imported and copied, whatever their kind. */
    private static final Pattern KEEPS =
            Pattern.compile(".*src/main/.*/(store|edit|importing|persistence|statements)/.*");

    /** What is made of the plan, and how a plan is guessed: figures, which no description of a kind can give. */
    private static final Pattern COMPUTES = Pattern.compile(".*/(plan|report|query|discovery)/.*");

    /** Made of the answer, not of the kinds. */
    private static final List<String> SHOWS =
            List.of("equation.js", "Demo.java", "StillDue.java", "BudgetJson.java", "Week.java");

    private final WorkingTree tree = WorkingTree.ofProject();

    private static List<String> naming(WorkingTree tree, String names, Predicate<String> wanted) {
        Pattern named = Pattern.compile(names);
        return tree.files(".java", ".js").stream()
                .filter(file -> wanted.test(tree.root().relativize(file).toString()))
                .filter(file -> !named.matcher(file.getFileName().toString()).find())
                .filter(file ->
                        named.matcher(JavaCode.bare(WorkingTree.text(file))).find())
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Test
    void a_kind_is_added_by_touching_eight_files() {
        List<String> naming = naming(tree, "(?i)set[-_]?aside", KindCostTest::mustNameIt);
        assertEquals(
                List.of(
                        "plan-kinds.js",
                        "Payweek.java",
                        "Budget.java",
                        "BudgetEdit.java",
                        "BudgetView.java",
                        "PlanEdits.java",
                        "Kinds.java",
                        "Endpoints.java"),
                naming.stream().filter(file -> !SHOWS.contains(file)).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "PaySource, SourceKind, SOURCE",
        "Bill, BillKind, BILL",
        "SetAside, SetAsideKind, SET_ASIDE",
        "Carry, CarryKind, CARRY",
        "DecidedPay, PayDecisionKind, PAY_DECISION",
        "BillDecision, BillDecisionKind, BILL_DECISION"
    })
    void stores_copies_undo_and_the_record_of_changes_name_no_kind(String type, String kind, String constant) {
        String names = "\\b(" + type + "|" + kind + "|Kinds\\." + constant + ")\\b";
        assertEquals(List.of("PlanEdits.java", "Kinds.java"), naming(tree, names, KindCostTest::keeps));
    }

    private static boolean mustNameIt(String file) {
        return file.contains("src/main/") && !COMPUTES.matcher(file).matches();
    }

    private static boolean keeps(String file) {
        return KEEPS.matcher(file).matches();
    }

    @Test
    void a_store_that_names_a_kind_is_caught_and_a_comment_is_none(@TempDir Path folder) throws IOException {
        Path store = Files.createDirectories(folder.resolve("core/src/main/java/store"));
        Files.writeString(store.resolve("Rows.java"), "class Rows { Bill bill; }");
        Files.writeString(store.resolve("Text.java"), "/** As a Bill. */ class Text { String bill = \"Bill\"; }");
        Files.writeString(store.resolve("Bill.java"), "record Bill() {}");
        assertEquals(List.of("Rows.java"), naming(new WorkingTree(folder), "\\bBill\\b", KindCostTest::keeps));
    }
}
