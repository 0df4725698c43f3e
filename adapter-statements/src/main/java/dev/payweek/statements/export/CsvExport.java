package dev.payweek.statements.export;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.store.ExportFormat;
import dev.payweek.store.LedgerReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * Entries as RFC 4180 CSV: one line an entry, or one for each part of a split expense.
 *
 * <p>Amounts are signed as in Payweek: positive was spent, came in, or was moved. A text cell that a spreadsheet would
 * take for a formula gets an apostrophe in front, and so does one that begins with an apostrophe already; who reads the
 * file exactly drops one leading apostrophe from each text cell. Numbers and dates never get one.
 */
public final class CsvExport implements ExportFormat {

    private static final String HEADER =
            "kind,id,part,date,title,category,amount,currency,account,to_account,note,tags,refund_of," + "bank_text";

    /** Creates the format. */
    public CsvExport() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public String fileEnding() {
        return "csv";
    }

    @Override
    public void write(LedgerReader ledger, DateSpan days, Writer out) throws IOException {
        out.write(HEADER + "\r\n");
        AllEntries.forEach(ledger, days, entry -> write(entry, out));
    }

    private static void write(Entry entry, Writer out) throws IOException {
        if (entry instanceof Expense expense) {
            List<Split> portions = expense.portions();
            for (int i = 0; i < portions.size(); i++) {
                Split portion = portions.get(i);
                line(entry, i + 1, portion.category().name(), portion.amount(), out);
            }
        } else {
            line(entry, 1, "", entry.amount(), out);
        }
    }

    private static void line(Entry entry, int part, String category, Money amount, Writer out) throws IOException {
        EntryDetails details = entry.details();
        out.write(entry.kind().name().toLowerCase(Locale.ROOT) + "," + entry.id() + "," + part + "," + details.date()
                + ",");
        text(details.title(), out);
        text(category, out);
        out.write(amount.decimal().toPlainString() + "," + amount.currency().getCurrencyCode() + ",");
        text(details.account().orElse(""), out);
        text(entry instanceof Transfer transfer ? transfer.toAccount().orElse("") : "", out);
        text(details.note().orElse(""), out);
        text(String.join(", ", details.tags()), out);
        out.write((entry instanceof Expense expense
                        ? expense.refundOf().map(String::valueOf).orElse("")
                        : "") + ",");
        cell(details.bankText().orElse(""), out);
        out.write("\r\n");
    }

    private static void text(String text, Writer out) throws IOException {
        cell(text, out);
        out.write(',');
    }

    private static void cell(String text, Writer out) throws IOException {
        String safe = looksLikeFormula(text) ? "'" + text : text;
        if (needsQuotes(safe)) {
            out.write('"' + safe.replace("\"", "\"\"") + '"');
        } else {
            out.write(safe);
        }
    }

    /** Spreadsheets look past blanks and line ends, and some past a NUL. */
    private static boolean looksLikeFormula(String text) {
        int first = 0;
        while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\n')) {
            first++;
        }
        return first < text.length() && "=+-@\t\r\0'＝＋－＠".indexOf(text.charAt(first)) >= 0;
    }

    private static boolean needsQuotes(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t' || c == 0)
                || text.startsWith(" ")
                || text.endsWith(" ");
    }
}
