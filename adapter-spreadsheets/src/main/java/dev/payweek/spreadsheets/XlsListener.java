package dev.payweek.spreadsheets;

import dev.payweek.spreadsheets.SheetBuilder.Allowance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.util.CellRangeAddress;

/** Makes sheets of the records of an old workbook: first what holds for all of them, then each sheet's own. */
final class XlsListener implements HSSFListener {

    private static final int MOST = 1 << 16;

    private final Allowance allowance = new Allowance();
    private final List<BoundSheetRecord> tabs = new ArrayList<>();
    private final List<SheetBuilder> sheets = new ArrayList<>();
    private final Map<Integer, CellFormat> named = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private SSTRecord texts = new SSTRecord();
    private boolean since1904;
    private int depth;

    /** The cell whose formula gave a text, which is in the record that follows. */
    private int textRow = -1;

    private int textColumn = -1;

    @Override
    public void processRecord(Record record) {
        if (record instanceof BOFRecord beginning) {
            begin(beginning.getType() == BOFRecord.TYPE_WORKBOOK);
        } else if (record instanceof EOFRecord) {
            end();
        } else if (depth == 1 && sheets.isEmpty()) {
            ofWorkbook(record);
        } else if (depth == 1) {
            ofSheet(record, sheets.get(sheets.size() - 1));
        }
    }

    /** Charts lie inside sheets and have a beginning and an end of their own. */
    private void begin(boolean ofWorkbook) {
        depth++;
        if (depth == 1 && !ofWorkbook && sheets.size() < MOST) {
            sheets.add(new SheetBuilder(allowance));
        }
    }

    private void end() {
        if (depth == 1 && !sheets.isEmpty()) {
            SheetBuilder sheet = sheets.get(sheets.size() - 1);
            merged.forEach(range -> sheet.merged(range.getFirstRow(), range.getLastRow(), range.getFirstColumn()));
            merged.clear();
        }
        depth = Math.max(depth - 1, 0);
    }

    private void ofWorkbook(Record record) {
        if (record instanceof BoundSheetRecord tab) {
            tabs.add(tab);
        } else if (record instanceof DateWindow1904Record window) {
            since1904 = window.getWindowing() == 1;
        } else if (record instanceof SSTRecord all) {
            texts = all;
        } else if (record instanceof FormatRecord format) {
            named.put(format.getIndexCode(), CellFormat.of(format.getFormatString()));
        } else if (record instanceof ExtendedFormatRecord style) {
            styles.add((int) style.getFormatIndex());
        }
    }

    private void ofSheet(Record record, SheetBuilder sheet) {
        if (record instanceof NumberRecord number) {
            sheet.cell(number.getRow(), number.getColumn(), number(number.getValue(), number));
        } else if (record instanceof LabelSSTRecord text) {
            sheet.cell(text.getRow(), text.getColumn(), shared(text.getSSTIndex()));
        } else if (record instanceof LabelRecord text) {
            sheet.cell(text.getRow(), text.getColumn(), text.getValue());
        } else if (record instanceof BoolErrRecord truth) {
            sheet.cell(truth.getRow(), truth.getColumn(), truth.isBoolean() ? truth(truth.getBooleanValue()) : "#N/A");
        } else if (record instanceof FormulaRecord formula) {
            formula(formula, sheet);
        } else if (record instanceof StringRecord text && textRow >= 0) {
            sheet.cell(textRow, textColumn, text.getString());
            textRow = -1;
        } else if (record instanceof MergeCellsRecord ranges) {
            IntStream.range(0, ranges.getNumAreas()).mapToObj(ranges::getAreaAt).forEach(merged::add);
        }
    }

    /** What was last computed is read; nothing is computed here. */
    private void formula(FormulaRecord formula, SheetBuilder sheet) {
        switch (formula.getCachedResultTypeEnum()) {
            case STRING -> {
                textRow = formula.getRow();
                textColumn = formula.getColumn();
            }
            case NUMERIC -> sheet.cell(formula.getRow(), formula.getColumn(), number(formula.getValue(), formula));
            case BOOLEAN -> sheet.cell(formula.getRow(), formula.getColumn(), truth(formula.getCachedBooleanValue()));
            case ERROR -> sheet.cell(formula.getRow(), formula.getColumn(), "#N/A");
            case BLANK, FORMULA, _NONE -> {
                // Nothing was computed.
            }
        }
    }

    private static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private String shared(int place) {
        return place >= 0 && place < texts.getNumUniqueStrings()
                ? texts.getString(place).getString()
                : "";
    }

    private String number(double value, CellValueRecordInterface cell) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "#NUM!";
        }
        return new CellText(since1904).of(BigDecimal.valueOf(value), format(cell.getXFIndex()));
    }

    private CellFormat format(int style) {
        if (style < 0 || style >= styles.size()) {
            return CellFormat.GENERAL;
        }
        CellFormat own = named.get(styles.get(style));
        return own == null ? CellFormat.builtIn(styles.get(style)) : own;
    }

    /** The sheets lie in the file in an order of their own, of which their tabs know the places. */
    Workbook workbook() {
        List<BoundSheetRecord> inFile = tabs.stream()
                .sorted(Comparator.comparingInt(BoundSheetRecord::getPositionOfBof))
                .toList();
        return new Workbook(tabs.stream()
                .filter(tab -> inFile.indexOf(tab) < sheets.size())
                .map(tab ->
                        sheets.get(inFile.indexOf(tab)).build(tab.getSheetname(), tab.isHidden() || tab.isVeryHidden()))
                .toList());
    }
}
