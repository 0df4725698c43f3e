package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contract as a whole, so that a change of it is seen in review. */
class OpenApiSnapshotTest {

    private static final Path SNAPSHOT = Path.of(System.getProperty("payweek.root", ".."), "docs", "openapi.json");

    private static final Set<String> PUBLISHED = new TreeSet<>(List.of(
            "Account",
            "AccountBalance",
            "AccountUpdate",
            "BalanceParting",
            "Bill",
            "BillDue",
            "BillUpdate",
            "Budget",
            "Carry",
            "Category",
            "CategoryChoice",
            "CategoryDestination",
            "CategoryFlow",
            "CategoryRow",
            "CategoryTotal",
            "CategoryUpdate",
            "Change",
            "DecidedDiscoveries",
            "Discoveries",
            "Discovery",
            "DiscoveryIds",
            "Edit",
            "EntryInQuestion",
            "EntryMerge",
            "Evidence",
            "Expense",
            "ExpenseMove",
            "ExpenseSuggestion",
            "ExpenseSummary",
            "ExplainedCondition",
            "ExplainedRule",
            "Explanation",
            "FieldError",
            "Greeting",
            "Health",
            "HistoryRow",
            "Import",
            "ImportCounts",
            "ImportProgress",
            "ImportReport",
            "ImportRow",
            "Income",
            "Ledger",
            "LedgerUpdatePatch",
            "Limit",
            "LimitUpdate",
            "MergedEntry",
            "MonthTotal",
            "MovedExpense",
            "NewExpense",
            "NewExpensePatch",
            "NewIncome",
            "NewIncomePatch",
            "NewRule",
            "NewTransfer",
            "NewTransferPatch",
            "Occurrence",
            "OccurrenceUpdate",
            "Pace",
            "Pay",
            "PayDecision",
            "PayOf",
            "PayPeriod",
            "PayPeriodFlow",
            "PaySchedule",
            "PaySource",
            "PaySourceUpdate",
            "PayVersion",
            "Payday",
            "Pot",
            "PriceChange",
            "Problem",
            "Question",
            "Readiness",
            "Recognition",
            "Rule",
            "RuleAction",
            "RuleChange",
            "RuleDiff",
            "RuleFinding",
            "RuleShare",
            "SetAside",
            "SetAsideAmount",
            "SetAsideUpdate",
            "SkippedLine",
            "SourceChange",
            "Split",
            "Stretch",
            "SuggestedRule",
            "Suggestion",
            "SupposedBill",
            "SupposedLimit",
            "Supposition",
            "ThresholdEvent",
            "Transfer",
            "Twin",
            "TwinPair",
            "Undone",
            "UnexplainedPayee",
            "Verdict",
            "Week"));

    private static ObjectNode document() throws Exception {
        return (ObjectNode) Tree.of(new DirectApi().send("GET", "/openapi.json"));
    }

    @Test
    void the_published_schemas_have_these_names() throws Exception {
        Set<String> names = new TreeSet<>();
        document().path("components").path("schemas").fieldNames().forEachRemaining(names::add);
        assertEquals(PUBLISHED, names);
    }

    @Test
    void the_document_is_as_it_was_last_reviewed() throws Exception {
        String now = written(document());
        if (System.getProperty("payweek.snapshot", "").equals("write")) {
            Files.writeString(SNAPSHOT, now);
        }
        assertEquals(
                Files.readString(SNAPSHOT),
                now,
                "The API has changed. If it is meant to, run mvn -pl budget-rest -am test -Dpayweek.snapshot=write"
                        + " -Dtest=OpenApiSnapshotTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " and commit docs/openapi.json, so that the change is seen in review.");
    }

    /** A release by itself changes no contract, so the program's version is left out. */
    private static String written(ObjectNode document) throws IOException {
        JsonNode info = document.path("info");
        ((ObjectNode) info).put("version", "snapshot");
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return JsonMapper.builder().build().writer(printer).writeValueAsString(document) + "\n";
    }
}
