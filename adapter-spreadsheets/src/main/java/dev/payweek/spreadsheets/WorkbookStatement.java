package dev.payweek.spreadsheets;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import dev.payweek.statement.StatementTables;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the statement among the sheets of a workbook. Where several look like one, a person is asked. */
final class WorkbookStatement {

    private static final String SHEET = "sheet";

    /** The answer that all sheets are parts of one statement. */
    private static final String ALL = "all";

    private final StatementTables tables = StatementTables.get();
    private final Workbook workbook;

    WorkbookStatement(Workbook workbook) {
        this.workbook = workbook;
    }

    List<Question> read(ReadOptions options, StatementSink sink) throws IOException {
        List<Sheet> statements = workbook.sheets().stream()
                .filter(sheet ->
                        !sheet.hidden() && tables.movements(sheet.rows()) > 0 && tables.recognise(sheet.rows()))
                .toList();
        Optional<String> answer = options.answer(SHEET);
        Optional<Sheet> named = answer.flatMap(this::named);
        boolean all = answer.filter(ALL::equals).isPresent() && !statements.isEmpty();
        if (named.isEmpty() && !all && statements.size() > 1) {
            return List.of(question(statements));
        }
        List<Sheet> chosen = named.map(List::of).orElse(statements.isEmpty() ? List.of(largest()) : statements);
        List<Question> open =
                chosen.size() == 1 ? tables.read(chosen.get(0).rows(), options, sink) : readAll(chosen, options, sink);
        if (open.isEmpty()) {
            workbook.sheets().stream()
                    .filter(sheet -> !chosen.contains(sheet) && !sheet.isEmpty())
                    .forEach(sheet -> sink.skipped(1, leftOut(sheet)));
        }
        return open;
    }

    /** Nothing of one sheet is taken while another one leaves a question open. */
    private List<Question> readAll(List<Sheet> chosen, ReadOptions options, StatementSink sink) throws IOException {
        List<Question> open = new ArrayList<>();
        for (Sheet sheet : chosen) {
            tables.read(sheet.rows(), options, new Nowhere()).stream()
                    .filter(question ->
                            open.stream().noneMatch(other -> other.parameter().equals(question.parameter())))
                    .forEach(open::add);
        }
        if (open.isEmpty()) {
            for (Sheet sheet : chosen) {
                tables.read(sheet.rows(), options, sink);
            }
        }
        return open;
    }

    /** Takes what is read only to see whether it can be. */
    private static final class Nowhere implements StatementSink {

        @Override
        public void account(StatementAccount account) {
            // Read again for good.
        }

        @Override
        public void row(StatementRow row) {
            // Read again for good.
        }

        @Override
        public void balance(LocalDate day, BigDecimal held) {
            // Read again for good.
        }

        @Override
        public void opening(LocalDate day, BigDecimal held) {
            // Read again for good.
        }

        @Override
        public void skipped(int line, String reason) {
            // Read again for good.
        }

        @Override
        public void rejected(RejectedRow row) {
            // Read again for good.
        }
    }

    private static String leftOut(Sheet sheet) {
        return "The " + (sheet.hidden() ? "hidden " : "") + "sheet \"" + sheet.name() + "\" was left out.";
    }

    private Optional<Sheet> named(String name) {
        return workbook.sheets().stream()
                .filter(sheet -> sheet.name().strip().equals(name.strip()))
                .findFirst();
    }

    private Question question(List<Sheet> statements) {
        List<String> names =
                new ArrayList<>(statements.stream().map(Sheet::name).toList());
        names.add(ALL);
        return new Question(
                "sheet",
                "Several sheets of the workbook look like statements: "
                        + String.join(", ", names.subList(0, names.size() - 1))
                        + ". Which one is to be read, or are all of them of one account?",
                SHEET,
                names);
    }

    /** Where no sheet looks like a statement, reading the largest says what is missing. */
    private Sheet largest() {
        return workbook.sheets().stream()
                .filter(sheet -> !sheet.hidden() && !sheet.isEmpty())
                .max(Comparator.comparingInt(sheet -> sheet.rows().size()))
                .orElseThrow(() -> LedgerException.invalid(
                        "file", "no_table", "The workbook is empty, so nothing can be read from it."));
    }
}
