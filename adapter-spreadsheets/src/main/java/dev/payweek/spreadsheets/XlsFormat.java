package dev.payweek.spreadsheets;

import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementSink;
import java.io.IOException;
import java.util.List;

/**
 * A statement as a workbook of Excel 97 to 2003 (XLS). Its questions are those of {@link XlsxFormat}.
 *
 * <pre>{@code
 * new XlsFormat().recognise(StatementFile.of("november.xls", bytes));    // 95
 * }</pre>
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class XlsFormat implements StatementFormat {

    private static final Signature COMPOUND = new Signature("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1");

    /** Creates the format. */
    public XlsFormat() {}

    @Override
    public String name() {
        return "xls";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        return COMPOUND.begins(file) ? 95 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        return new WorkbookStatement(XlsReader.read(file)).read(options, sink);
    }
}
