package dev.payweek.statements.export;

import dev.payweek.ledger.Entry;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.store.ExportFormat;
import dev.payweek.store.LedgerReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * A journal for hledger that passes {@code hledger check --strict}. The transaction's code is the entry's id.
 *
 * <p>What would mean something else in a journal is replaced: a semicolon by a comma, line ends by blanks.
 */
public final class HledgerExport implements ExportFormat {

    /** Creates the format. */
    public HledgerExport() {}

    @Override
    public String name() {
        return "hledger";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public String fileEnding() {
        return "journal";
    }

    @Override
    public void write(LedgerReader ledger, DateSpan days, Writer out) throws IOException {
        JournalNames names = new JournalNames(HledgerExport::spelled);
        Money zero = Money.zero(ledger.settings().currency());
        out.write("; " + line(ledger.settings().name()) + ", version " + ledger.version() + "\n\n");
        out.write("commodity " + example(zero) + "\n\n");
        for (String account : JournalAccounts.usedBy(ledger)) {
            out.write("account " + names.of(account) + "\n");
        }
        AllEntries.forEach(ledger, days, entry -> write(entry, names, out));
    }

    private static void write(Entry entry, JournalNames names, Writer out) throws IOException {
        out.write("\n" + entry.date() + " * (" + entry.id() + ") "
                + line(entry.details().title()) + "\n");
        for (String tag : entry.details().tags()) {
            out.write("    ; " + line(tag) + "\n");
        }
        for (Postings.Posting posting : Postings.of(entry).postings()) {
            out.write("    " + names.of(posting.account()) + "  "
                    + posting.amount().decimal().toPlainString() + " "
                    + posting.amount().currency().getCurrencyCode() + "\n");
        }
    }

    /** A number of the currency's decimals; the mark is there even without any, since it is how hledger knows it. */
    private static String example(Money zero) {
        String decimals = "0".repeat(zero.currency().getDefaultFractionDigits());
        return "1000." + decimals + " " + zero.currency().getCurrencyCode();
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ")
                .replace(';', ',')
                .strip();
    }

    /** Two blanks would end a name, and some signs in front of it would make it another kind of posting. */
    private static String spelled(String path) {
        StringBuilder name = new StringBuilder();
        for (String level : path.split(":", -1)) {
            String plain = line(level).replaceAll("\\s+", " ").replaceFirst("^[^\\p{L}\\p{N}]+", "");
            name.append(name.length() == 0 ? "" : ":").append(plain.isEmpty() ? "x" : plain);
        }
        String spelled = name.toString();
        return spelled.substring(0, 1).toLowerCase(Locale.ROOT) + spelled.substring(1);
    }
}
