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
import java.util.Optional;

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
        StringBuilder lines = new StringBuilder();
        AllEntries.forEach(ledger, days, entry -> {
            lines.setLength(0);
            add(entry, lines);
            out.append(lines);
        });
    }

    private static void add(Entry entry, StringBuilder lines) {
        if (entry instanceof Expense expense) {
            List<Split> portions = expense.portions();
            for (int i = 0; i < portions.size(); i++) {
                Split portion = portions.get(i);
                line(entry, i + 1, portion.category().name(), portion.amount(), lines);
            }
        } else {
            line(entry, 1, "", entry.amount(), lines);
        }
    }

    private static void line(Entry entry, int part, String category, Money amount, StringBuilder lines) {
        EntryDetails details = entry.details();
        lines.append(entry.kind().name().toLowerCase(Locale.ROOT)).append(',');
        lines.append(entry.id()).append(',');
        lines.append(part).append(',');
        lines.append(details.date()).append(',');
        cell(details.title(), lines).append(',');
        cell(category, lines).append(',');
        lines.append(amount.decimal().toPlainString()).append(',');
        lines.append(amount.currency().getCurrencyCode()).append(',');
        cell(details.account(), lines).append(',');
        cell(entry instanceof Transfer transfer ? transfer.toAccount() : Optional.empty(), lines)
                .append(',');
        cell(details.note(), lines).append(',');
        cell(String.join(", ", details.tags()), lines).append(',');
        if (entry instanceof Expense expense) {
            expense.refundOf().ifPresent(lines::append);
        }
        cell(details.bankText(), lines.append(',')).append("\r\n");
    }

    private static StringBuilder cell(Optional<String> text, StringBuilder lines) {
        return text.isPresent() ? cell(text.get(), lines) : lines;
    }

    private static StringBuilder cell(String text, StringBuilder lines) {
        String safe = looksLikeFormula(text) ? "'" + text : text;
        return needsQuotes(safe)
                ? lines.append('"').append(safe.replace("\"", "\"\"")).append('"')
                : lines.append(safe);
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
        if (text.startsWith(" ") || text.endsWith(" ")) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t' || c == 0) {
                return true;
            }
        }
        return false;
    }
}
