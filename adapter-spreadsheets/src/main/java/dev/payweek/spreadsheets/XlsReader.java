package dev.payweek.spreadsheets;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.StatementFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads workbooks of old Excel record by record, so that only their cells are held. */
final class XlsReader {

    private static final List<String> STREAMS = List.of("Workbook", "WORKBOOK", "WorkBook", "BOOK");

    private static final int MOST_BYTES = 32 << 20;

    private XlsReader() {}

    static Workbook read(StatementFile file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw SheetBuilder.tooLarge();
        }
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return read(container.getRoot());
        } catch (EncryptedDocumentException e) {
            throw locked();
        } catch (LedgerException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // POI throws what comes along when bytes are not as it expects. No file but the bytes is read here.
            throw BrokenWorkbook.because(e);
        }
    }

    private static Workbook read(DirectoryNode root) throws IOException {
        if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptionInfo")) {
            throw locked();
        }
        String stream = STREAMS.stream().filter(root::hasEntry).findFirst().orElseThrow(() -> other(root));
        XlsListener cells = new XlsListener();
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(cells);
        try (InputStream records = root.createDocumentInputStream(stream)) {
            new HSSFEventFactory().processEvents(request, records);
        }
        return cells.workbook();
    }

    private static LedgerException locked() {
        return LedgerException.invalid(
                "file", "password", "The workbook has a password. Save it without one, or as CSV, and import that.");
    }

    private static LedgerException other(DirectoryNode root) {
        return root.hasEntry("Book")
                ? LedgerException.invalid(
                        "file",
                        "old_workbook",
                        "The workbook is of Excel 95 or older. Save it as XLSX or CSV and import that.")
                : LedgerException.invalid(
                        "file",
                        "unknown_format",
                        "The file is a document of old Office, not a workbook. Ask the bank for CSV, OFX or CAMT"
                                + " instead.");
    }
}
