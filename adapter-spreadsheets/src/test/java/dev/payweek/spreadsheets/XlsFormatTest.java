package dev.payweek.spreadsheets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

class XlsFormatTest {

    private static byte[] written(HSSFWorkbook workbook) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Three movements of two days, of which one is merged; the last amount is a formula's. */
    private static HSSFWorkbook statement() {
        HSSFWorkbook workbook = new HSSFWorkbook();
        CellStyle day = workbook.createCellStyle();
        day.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
        CellStyle money = workbook.createCellStyle();
        money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
        var sheet = workbook.createSheet("March");
        Row header = sheet.createRow(3);
        header.createCell(1).setCellValue("Date");
        header.createCell(2).setCellValue("Text");
        header.createCell(3).setCellValue("Amount");
        double[] amounts = {-4.1, 1500, -0.3};
        for (int i = 0; i < amounts.length; i++) {
            Row row = sheet.createRow(4 + i);
            if (i != 1) {
                row.createCell(1).setCellValue(46106 + i);
                row.getCell(1).setCellStyle(day);
            }
            row.createCell(2).setCellValue(List.of("Čaj", "Salary", "Bag").get(i));
            row.createCell(3).setCellValue(amounts[i]);
            row.getCell(3).setCellStyle(money);
        }
        sheet.addMergedRegion(new CellRangeAddress(4, 5, 1, 1));
        sheet.getRow(6).getCell(3).setCellFormula("0.1-0.4");
        sheet.getRow(6).getCell(3).setCellValue(0.1 - 0.4);
        workbook.createSheet("Secret").createRow(0).createCell(0).setCellValue("x");
        workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        return workbook;
    }

    @Test
    void reads_days_exact_amounts_kept_results_and_merged_days() {
        Reading reading = Reading.of(new XlsFormat(), written(statement()));
        assertEquals("", reading.refusal);
        assertEquals(
                List.of("5: 2026-03-25 -4.10 Čaj", "6: 2026-03-25 1500.00 Salary", "7: 2026-03-27 -0.30 Bag"),
                reading.rows);
        assertEquals(List.of("1: The hidden sheet \"Secret\" was left out."), reading.left);
    }

    @Test
    void reads_what_another_program_wrote() {
        assertEquals(
                List.of(
                        "2: 2026-03-03 -4.5 Corner Coffee",
                        "3: 2026-03-04 1500.25 Payroll",
                        "4: 2026-03-05 -62.1 Groceries Market"),
                Reading.of(new XlsFormat(), Reading.fixture("xls/activity.xls")).rows);
    }

    @Test
    void asks_which_of_several_statements_is_meant() {
        byte[] bytes = Reading.fixture("xls/accounts.xls");
        assertEquals(
                List.of("Checking", "Savings", "all"),
                Reading.of(new XlsFormat(), bytes).questions.get(0).options());
        assertEquals(
                List.of(
                        "2: 2026-03-02 -25.5 Transfer Checking",
                        "3: 2026-03-05 -10 Card Checking",
                        "4: 2026-03-09 1.25 Interest Checking"),
                Reading.of(new XlsFormat(), bytes, "sheet", "Checking").rows);
    }

    @Test
    void a_workbook_with_a_password_is_named() throws IOException {
        String expected = "The workbook has a password. Save it without one, or as CSV, and import that.";
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        byte[] old = written(statement());
        Biff8EncryptionKey.setCurrentUserPassword(null);
        assertEquals(expected, Reading.of(new XlsFormat(), old).refusal);
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(new byte[64]), "EncryptionInfo");
            container.createDocument(new ByteArrayInputStream(new byte[64]), "EncryptedPackage");
            container.writeFilesystem(out);
            assertEquals(expected, Reading.of(new XlsFormat(), out.toByteArray()).refusal);
        }
    }

    @Test
    void what_is_older_or_no_workbook_at_all_is_named() throws IOException {
        assertEquals(
                "The workbook is of Excel 95 or older. Save it as XLSX or CSV and import that.",
                Reading.of(new XlsFormat(), Reading.fixture("other/excel95.xls")).refusal);
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(new byte[64]), "WordDocument");
            container.writeFilesystem(out);
            assertEquals(
                    "The file is a document of old Office, not a workbook. Ask the bank for CSV, OFX or CAMT instead.",
                    Reading.of(new XlsFormat(), out.toByteArray()).refusal);
        }
    }
}
