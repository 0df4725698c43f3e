package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.ledger.Account;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rest.json.Faults;
import dev.payweek.rest.json.Json;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.ShapeReader;
import dev.payweek.rest.json.StandIn;
import dev.payweek.rest.json.Text;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.RowOutcome;
import dev.payweek.statement.RowOutcome.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a person has decided of single rows before the file is taken: {@code [{"row": 3, "category": "Fun:Books"},
 * {"row": 4, "into": 12}]}. Done in the transaction that completes the import, so that it lasts and goes with that.
 */
final class ImportDecisions {

    /**
     * One of them.
     *
     * @param account of the row; only a file of several needs it
     * @param row its place among the rows, as the dry run says it
     * @param category where its entry goes
     * @param into the entry made by hand that the row's becomes one with
     */
    @Schema("ImportDecision")
    record Decision(
            @Text(max = Account.MAX_NAME) Optional<String> account,
            int row,
            @Text(max = CategoryEndpoints.MAX_TEXT) Optional<String> category,
            Optional<Long> into) {}

    private static final Set<Outcome> NEW = Set.of(Outcome.INSERTED, Outcome.NEEDS_REVIEW);

    private final List<Decision> all;

    private ImportDecisions(List<Decision> all) {
        this.all = all;
    }

    /** Reads those of a form; a form without any has none. */
    static ImportDecisions of(Optional<String> text) {
        if (text.isEmpty()) {
            return new ImportDecisions(List.of());
        }
        var faults = new Faults();
        JsonNode tree = Json.parse(text.get().getBytes(StandardCharsets.UTF_8));
        List<Decision> read = new ArrayList<>();
        if (!tree.isArray()) {
            faults.note("/decisions", "wrong_type", "A list is expected here.");
        }
        for (JsonNode one : tree) {
            String pointer = "/decisions/" + read.size();
            read.add(faults.note(ShapeReader.reading(one, Decision.class, pointer, StandIn.FIRST)));
        }
        faults.refuseIfAny();
        return new ImportDecisions(read);
    }

    /**
     * Does what was decided and returns what became of the rows then. A row that has become no new entry is not what
     * the person saw, and refuses the file.
     */
    ImportReport decide(BudgetEdit edit, ImportReport report) {
        if (all.isEmpty()) {
            return report;
        }
        List<List<RowOutcome>> rows = new ArrayList<>();
        report.accounts().forEach(part -> rows.add(new ArrayList<>(part.rows())));
        for (int i = 0; i < all.size(); i++) {
            decide(edit, report, rows, i);
        }
        List<ImportReport.AccountPart> parts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ImportReport.AccountPart part = report.accounts().get(i);
            parts.add(new ImportReport.AccountPart(
                    part.batch(), part.currency(), part.sums(), rows.get(i), part.rowsOmitted()));
        }
        return new ImportReport(report.dryRun(), report.format(), parts, report.skipped(), report.questions());
    }

    private void decide(BudgetEdit edit, ImportReport report, List<List<RowOutcome>> rows, int place) {
        Decision one = all.get(place);
        for (int i = 0; i < rows.size(); i++) {
            String account = report.accounts().get(i).batch().account();
            boolean isMeant =
                    one.account().map(account::equals).orElse(report.accounts().size() == 1);
            for (int at = 0; isMeant && at < rows.get(i).size(); at++) {
                RowOutcome row = rows.get(i).get(at);
                if (row.row() == one.row()
                        && NEW.contains(row.outcome())
                        && row.entryId().isPresent()) {
                    long id = row.entryId().get();
                    rows.get(i).set(at, within("decisions/" + place, () -> decided(edit, one, row, id)));
                    return;
                }
            }
        }
        throw LedgerException.conflict("Row " + one.row() + " is no new entry any more. Look at the file again.");
    }

    private static RowOutcome decided(BudgetEdit edit, Decision one, RowOutcome row, long id) {
        long stays = one.into().map(into -> edit.merge(id, into).id()).orElse(id);
        Optional<String> moved = one.category()
                .map(category -> edit.move(stays, category).category().name());
        return new RowOutcome(
                row.row(),
                row.line(),
                row.outcome(),
                Optional.of(stays),
                row.kind(),
                row.date(),
                row.amount(),
                row.title(),
                moved.or(row::category),
                moved.map(category -> "chosen by hand").orElse(row.reason()),
                stays == id ? row.twin() : Optional.empty());
    }

    private static <T> T within(String place, Supplier<T> work) {
        try {
            return work.get();
        } catch (LedgerException refusal) {
            // What a decision names and is not there is no address of the request.
            Reason reason = refusal.reason() == Reason.NOT_FOUND ? Reason.CONFLICT : refusal.reason();
            throw new LedgerException(
                    reason,
                    refusal.getMessage(),
                    refusal.problems().stream().map(one -> one.inside(place)).toList());
        }
    }
}
