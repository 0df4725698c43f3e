package dev.payweek.spreadsheets;

import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementSink;
import java.io.IOException;
import java.util.List;

/**
 * A statement as a workbook of Excel since 2007, LibreOffice and others (XLSX). Of several sheets that look like
 * statements, {@code sheet} asks for one by its name, or for {@code all}. The other questions are those of CSV.
 *
 * <pre>{@code
 * new XlsxFormat().recognise(StatementFile.of("november.xlsx", bytes));    // 95
 * }</pre>
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class XlsxFormat implements StatementFormat {

    private static final Signature PACKED = new Signature("PK\u0003\u0004");

    /** How the parts of a workbook begin; names stand unpacked in the file. */
    private static final String WORKBOOK = "xl/workbook.";

    private static final String OTHER_FOLDER = "_rels/.rels";

    /** Creates the format. */
    public XlsxFormat() {}

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        if (!PACKED.begins(file)) {
            return 0;
        }
        return Signature.holds(file, WORKBOOK) ? 95 : Signature.holds(file, OTHER_FOLDER) ? 10 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        return new WorkbookStatement(XlsxReader.read(file)).read(options, sink);
    }
}
