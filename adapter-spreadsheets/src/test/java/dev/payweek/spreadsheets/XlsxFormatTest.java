package dev.payweek.spreadsheets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class XlsxFormatTest {

    private static final String HEADER =
            "<row r=\"1\">" + text("A1", "Date") + text("B1", "Text") + text("C1", "Amount") + "</row>";

    private static final String STYLES = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
            + "</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"164\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>";

    private static String text(String place, String words) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    }

    private static Reading read(XlsxBuilder workbook, String... answers) {
        return Reading.of(new XlsxFormat(), workbook.bytes(), answers);
    }

    private static void assertRead(Reading reading, String... rows) {
        assertEquals("", reading.refusal);
        assertEquals(List.of(), reading.questions);
        assertEquals(List.of(rows), reading.rows);
    }

    @Test
    void reads_the_sheet_of_a_portal_below_its_title_beside_an_empty_column_and_a_hidden_sheet() {
        Reading reading = Reading.of(new XlsxFormat(), Reading.fixture("xlsx/portal.xlsx"));
        assertRead(
                reading,
                "account DE02120300000000202051",
                "in EUR",
                "7: 2026-03-02 -4.50 Bäckerei Huber EUR",
                "8: 2026-03-03 -650.00 Miete März EUR",
                "9: 2026-03-27 2100.10 Gehalt Werk AG EUR",
                "10: 2026-03-30 -81.35 Strom & Gas EUR");
        assertEquals(List.of("1: The hidden sheet \"Notizen\" was left out."), reading.left);
    }

    @Test
    void reads_days_with_times_truths_and_shares_of_another_program() {
        assertRead(
                Reading.of(new XlsxFormat(), Reading.fixture("xlsx/activity.xlsx")),
                "2: 2026-03-03 -4.5 Corner Coffee",
                "3: 2026-03-04 1500.25 Payroll",
                "4: 2026-03-05 -62.1 Groceries Market");
    }

    @Test
    void asks_which_of_several_statements_is_meant_and_reads_the_one_or_all() {
        byte[] bytes = Reading.fixture("xlsx/accounts.xlsx");
        Reading asked = Reading.of(new XlsxFormat(), bytes);
        assertEquals(List.of(), asked.rows);
        assertEquals(
                List.of("Checking", "Savings", "all"), asked.questions.get(0).options());
        Reading one = Reading.of(new XlsxFormat(), bytes, "sheet", "Savings");
        assertRead(
                one,
                "2: 2026-03-02 -255 Transfer Savings",
                "3: 2026-03-05 -100 Card Savings",
                "4: 2026-03-09 12.5 Interest Savings");
        assertEquals(List.of("1: The sheet \"Checking\" was left out."), one.left);
        assertRead(
                Reading.of(new XlsxFormat(), bytes, "sheet", "all"),
                "2: 2026-03-02 -25.5 Transfer Checking",
                "3: 2026-03-05 -10 Card Checking",
                "4: 2026-03-09 1.25 Interest Checking",
                "2: 2026-03-02 -255 Transfer Savings",
                "3: 2026-03-05 -100 Card Savings",
                "4: 2026-03-09 12.5 Interest Savings");
    }

    @Test
    void an_answer_for_a_sheet_that_is_not_there_asks_again() {
        Reading asked = Reading.of(new XlsxFormat(), Reading.fixture("xlsx/accounts.xlsx"), "sheet", "Cards");
        assertEquals("sheet", asked.questions.get(0).parameter());
    }

    @Test
    void reads_the_kept_result_of_a_formula_and_computes_none() {
        assertRead(
                read(XlsxBuilder.ofRows(HEADER
                                + "<row r=\"2\"><c r=\"A2\" s=\"1\"><f>TODAY()</f><v>46106</v></c>" + text("B2", "Tea")
                                + "<c r=\"C2\" s=\"2\"><f>-1*3.2</f><v>-3.2000000000000002</v></c></row>"
                                + "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>46107</v></c><c r=\"B3\" t=\"str\"><f>A1</f>"
                                + "<v>Salary</v></c><c r=\"C3\" s=\"2\"><v>1.1E3</v></c></row>")
                        .with("xl/styles.xml", STYLES)),
                "2: 2026-03-25 -3.20 Tea",
                "3: 2026-03-26 1100.00 Salary");
    }

    @Test
    void a_formula_that_was_never_computed_is_an_amount_that_is_missing() {
        Reading reading = read(XlsxBuilder.ofRows(HEADER + "<row r=\"2\">" + text("A2", "2026-03-25")
                + text("B2", "Tea")
                + "<c r=\"C2\"><f>SUM(1,2)</f></c></row><row r=\"3\">" + text("A3", "2026-03-26") + text("B3", "Bread")
                + "<c r=\"C3\"><v>-2.5</v></c></row>"));
        assertRead(reading, "3: 2026-03-26 -2.5 Bread");
        assertEquals(1, reading.left.size(), reading.left.toString());
    }

    @Test
    void reads_texts_in_runs_without_how_they_are_spoken() {
        assertRead(
                read(XlsxBuilder.ofRows(HEADER + "<row r=\"2\"><c r=\"A2\" t=\"d\"><v>2026-03-25T00:00:00</v></c>"
                                + "<c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\"><v>-980</v></c></row>"
                                + "<row r=\"3\"><c r=\"A3\" t=\"d\"><v>2026-03-26</v></c>"
                                + "<c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"C3\"><v>-12.5</v></c></row>")
                        .with(
                                "xl/t.xml",
                                "<sst><si><r><t>東京</t></r><r><t>商店</t></r><rPh sb=\"0\" eb=\"1\"><t>とうきょう</t></rPh>"
                                        + "</si><si><t>Books_x000D_\n&amp; tea</t></si></sst>")),
                "2: 2026-03-25 -980 東京商店",
                "3: 2026-03-26 -12.5 Books & tea");
    }

    @Test
    void rows_and_cells_without_places_follow_each_other() {
        String row = "<row><c t=\"inlineStr\"><is><t>%s</t></is></c><c t=\"inlineStr\"><is><t>%s</t></is></c>%s</row>";
        assertRead(
                read(XlsxBuilder.ofRows(row.formatted("Date", "Text", text("C1", "Amount"))
                        + row.formatted("2026-03-25", "Tea", "<c><v>-3.2</v></c>"))),
                "2: 2026-03-25 -3.2 Tea");
    }

    @Test
    void days_count_from_1904_where_the_workbook_says_so() {
        assertRead(
                read(XlsxBuilder.ofRows(HEADER + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44644</v></c>" + text("B2", "Tea")
                                + "<c r=\"C2\" s=\"2\"><v>-3.2</v></c></row>")
                        .with("xl/styles.xml", STYLES)
                        .with(
                                "xl/workbook.xml",
                                XlsxBuilder.workbook(
                                        "<workbookPr date1904=\"1\"/>",
                                        "<sheet name=\"Page\" sheetId=\"1\" r:id=\"r0\"/>"))),
                "2: 2026-03-25 -3.20 Tea");
    }

    @Test
    void a_day_merged_over_several_movements_is_the_day_of_each_and_an_amount_is_counted_once() {
        String merged = "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A4:A5\"/>"
                + "<mergeCell ref=\"C4:C5\"/></mergeCells><sheetData>";
        Reading reading = read(XlsxBuilder.ofRows(HEADER
                        + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46106</v></c>" + text("B2", "Tea")
                        + "<c r=\"C2\" s=\"2\"><v>-3.2</v></c></row><row r=\"3\">" + text("B3", "Bread")
                        + "<c r=\"C3\" s=\"2\"><v>-2.8</v></c></row><row r=\"4\"><c r=\"A4\" s=\"1\"><v>46107</v></c>"
                        + text("B4", "Rent") + "<c r=\"C4\" s=\"2\"><v>-650</v></c></row><row r=\"5\">"
                        + text("B5", "of March") + "</row>" + merged)
                .with("xl/styles.xml", STYLES));
        assertEquals(
                List.of("2026-03-25 -3.20", "2026-03-25 -2.80", "2026-03-26 -650.00"),
                reading.rows.stream()
                        .map(row -> row.substring(3).replaceAll(" \\D+$", ""))
                        .toList());
    }

    @Test
    void knows_workbooks_by_their_content() {
        assertEquals(95, Reading.sureness(new XlsxFormat(), Reading.fixture("xlsx/portal.xlsx")));
        assertEquals(
                95, Reading.sureness(new XlsxFormat(), XlsxBuilder.ofRows("").bytes()));
        assertEquals(0, Reading.sureness(new XlsxFormat(), Reading.fixture("xls/activity.xls")));
        assertEquals(0, Reading.sureness(new XlsxFormat(), Reading.fixture("other/document.ods")));
    }
}
