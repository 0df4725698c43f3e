package dev.payweek.statements.csv;

import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises files that are certainly no CSV by how they begin, so that a person learns what they are instead. */
final class ForeignFormat {

    private static final int WITHIN = 2_000;

    private static final String SAVE_AS_CSV = " Ask the bank for CSV, OFX or CAMT instead.";

    private static final Pattern BEANCOUNT =
            Pattern.compile("^\\d{4}-\\d{2}-\\d{2} (?:open|close|txn|balance|commodity|[*!]) .*", Pattern.MULTILINE);
    private static final Pattern JOURNAL =
            Pattern.compile("^\\d{4}[-/.]\\d{2}[-/.]\\d{2}[^,;|\\t\\n]*\\n[ \\t]+\\S.*", Pattern.MULTILINE);
    private static final Pattern LEDGER_TOOL =
            Pattern.compile("^(?:account|commodity|include|option) ", Pattern.MULTILINE);

    private ForeignFormat() {}

    /** Returns what kind of file it is instead, in a sentence; nothing if it may well be CSV. */
    static Optional<String> of(StatementFile file) throws IOException {
        byte[] head;
        try (InputStream in = file.open()) {
            head = in.readNBytes(WITHIN);
        }
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        Optional<String> packed = ofBytes(bytes);
        return packed.isPresent() ? packed : ofText(bytes.replace("\u0000", ""), head);
    }

    /** Kinds that begin with bytes of their own. */
    private static Optional<String> ofBytes(String head) {
        if (head.startsWith("%PDF-")) {
            return sentence("a PDF, which is made for printing and not read here." + SAVE_AS_CSV);
        }
        if (head.contains("application/vnd.oasis.opendocument.spreadsheet")) {
            return sentence("an OpenDocument spreadsheet (ODS). Save it as XLSX or CSV and import that.");
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return head.contains("xl/") || head.contains("[Content_Types].xml")
                    ? sentence("a spreadsheet (XLSX). Save it as CSV and import that.")
                    : sentence("a packed file (ZIP). Unpack it and import what is inside.");
        }
        if (head.startsWith("\u001F\u008B")) {
            return sentence("a packed file (gzip). Unpack it and import what is inside.");
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return sentence("a workbook of old Excel, or one with a password. Save it without a password as CSV and"
                    + " import that.");
        }
        if (head.startsWith("SQLite format 3")) {
            return sentence("a database (SQLite). Export its transactions as CSV and import that.");
        }
        if (head.startsWith("\u0089PNG") || head.startsWith("\u00FF\u00D8\u00FF") || head.startsWith("GIF8")) {
            return sentence("a picture." + SAVE_AS_CSV);
        }
        if (head.startsWith("7z\u00BC\u00AF") || head.startsWith("Rar!") || head.startsWith("BZh")) {
            return sentence("a packed file. Unpack it and import what is inside.");
        }
        return head.startsWith("{\\rtf") ? sentence("a text document (RTF)." + SAVE_AS_CSV) : Optional.empty();
    }

    private static Optional<String> ofText(String head, byte[] bytes) {
        String start = head.replaceFirst("^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .strip();
        String upper = start.toUpperCase(Locale.ROOT);
        if (start.isEmpty()) {
            return sentence("empty.");
        }
        if (upper.contains("<OFX>") || upper.startsWith("OFXHEADER")) {
            return sentence("OFX, not a table of rows and cells.");
        }
        if (upper.startsWith("<!DOCTYPE HTML") || upper.startsWith("<HTML")) {
            return sentence(
                    "a web page, not a table of rows and cells; servers answer with one when they refuse access.");
        }
        if (start.startsWith("<")) {
            return sentence(
                    "XML of a kind that is no statement. Ask the bank for CAMT (camt.053), OFX or CSV instead.");
        }
        if (upper.startsWith("!TYPE:") || upper.startsWith("!ACCOUNT") || upper.startsWith("!OPTION:")) {
            return sentence("QIF, not a table of rows and cells.");
        }
        if (upper.startsWith("!TRNS") || upper.startsWith("!ACCNT") || upper.startsWith("!HDR")) {
            return sentence("an accounting journal (IIF), which states both sides of every booking, and no bank"
                    + " statement. Export the account's register as CSV or QIF instead.");
        }
        if (start.startsWith("{") || start.startsWith("[{") || start.startsWith("[\n")) {
            return sentence("JSON, such as of a connection to a bank, and not read here. Export CSV instead.");
        }
        if (start.matches("(?s)(?:\\{1:.*|:20:.*)") || (upper.contains("\n:20:") && upper.contains(":61:"))) {
            return sentence("MT940, not a table of rows and cells.");
        }
        if (BEANCOUNT.matcher(start).find()) {
            return sentence(
                    "a beancount file, which states both sides of every booking, and no bank statement. What bean-query"
                            + " -f csv makes of it can be moved in whole: payweek move-in.");
        }
        if (JOURNAL.matcher(start).find() || (LEDGER_TOOL.matcher(start).find() && start.indexOf(',') < 0)) {
            return sentence("a journal of hledger or ledger, which states both sides of every booking, and no bank"
                    + " statement. What hledger print -O json makes of it can be moved in whole: payweek move-in.");
        }
        return isText(bytes) ? Optional.empty() : sentence("no text at all, so nothing can be read from it.");
    }

    private static boolean isText(byte[] bytes) {
        int strange = 0;
        if (bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1))) {
            // UTF-16, of whose bytes any may be one that no other text has.
            return true;
        }
        for (byte b : bytes) {
            strange += (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != 0) || b == 0x7F ? 1 : 0;
        }
        return strange * 20 <= bytes.length;
    }

    private static Optional<String> sentence(String kind) {
        return Optional.of("The file is " + kind);
    }
}
