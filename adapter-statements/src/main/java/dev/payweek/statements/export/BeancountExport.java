package dev.payweek.statements.export;

import dev.payweek.ledger.Entry;
import dev.payweek.period.DateSpan;
import dev.payweek.store.ExportFormat;
import dev.payweek.store.LedgerReader;
import java.io.IOException;
import java.io.Writer;

/** A ledger for beancount that passes {@code bean-check}. Each transaction carries the entry's id and tags. */
public final class BeancountExport implements ExportFormat {

    /** Creates the format. */
    public BeancountExport() {}

    @Override
    public String name() {
        return "beancount";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public String fileEnding() {
        return "beancount";
    }

    @Override
    public void write(LedgerReader ledger, DateSpan days, Writer out) throws IOException {
        JournalNames names = new JournalNames(BeancountExport::spelled);
        String currency = ledger.settings().currency().getCurrencyCode();
        out.write("option \"title\" " + quoted(ledger.settings().name()) + "\n");
        out.write("option \"operating_currency\" " + quoted(currency) + "\n\n");
        for (String account : JournalAccounts.usedBy(ledger)) {
            out.write(DateSpan.EARLIEST + " open " + names.of(account) + " " + currency + "\n");
        }
        AllEntries.forEach(ledger, days, entry -> write(entry, names, out));
    }

    private static void write(Entry entry, JournalNames names, Writer out) throws IOException {
        out.write("\n" + entry.date() + " * " + quoted(entry.details().title()) + "\n");
        out.write("  id: " + entry.id() + "\n");
        if (!entry.details().tags().isEmpty()) {
            out.write("  tags: " + quoted(String.join(", ", entry.details().tags())) + "\n");
        }
        for (Postings.Posting posting : Postings.of(entry).postings()) {
            out.write("  " + names.of(posting.account()) + "  "
                    + posting.amount().decimal().toPlainString() + " "
                    + posting.amount().currency().getCurrencyCode() + "\n");
        }
    }

    private static String quoted(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Each level begins with a capital or a digit and holds letters, digits and hyphens. */
    private static String spelled(String path) {
        StringBuilder name = new StringBuilder();
        for (String level : path.split(":", -1)) {
            String plain = level.replaceAll("[^\\p{L}\\p{Nd}]+", "-").replaceAll("^-+|-+$", "");
            name.append(name.length() == 0 ? "" : ":").append(capital(plain.isEmpty() ? "X" : plain));
        }
        return name.toString();
    }

    /** A letter without a capital, as in Chinese, gets one in front. */
    private static String capital(String level) {
        int first = level.codePointAt(0);
        if (Character.isDigit(first) || Character.isUpperCase(first)) {
            return level;
        }
        int upper = Character.toUpperCase(first);
        return Character.isUpperCase(upper)
                ? new StringBuilder()
                        .appendCodePoint(upper)
                        .append(level.substring(Character.charCount(first)))
                        .toString()
                : "X" + level;
    }
}
