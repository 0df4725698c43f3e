package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A file that names no currency, read where somebody lives: which currency it is given, and that this is said. */
class CurrencyOfFileTest {

    private static final Map<String, String> FILES = Map.of(
            "plain.csv", "Date,Description,Amount\n2026-11-20,Corner Coffee,-4.50\n",
            "euro.csv", "Date,Description,Amount (EUR)\n2026-11-20,Corner Coffee,-4.50\n",
            "swedish.csv", "Bokföringsdag;Text;Belopp;Saldo\n2026-11-20;Kafé;-4,50;95,50\n",
            "german.csv", "Buchungstag;Verwendungszweck;Betrag\n20.11.2026;Café;-4,50\n",
            "iban.csv", "IBAN;DE89 3704 0044 0532 0130 00;\n;;\nDate;Description;Amount\n2026-11-20;Café;-4,50\n",
            "plain.qif", "!Type:Bank\nD2026-11-20\nT-4.50\nPCorner Coffee\n^\n",
            "plain.html",
                    "<table><tr><th>Date<th>Description<th>Amount<tr><td>2026-11-20<td>Corner Coffee<td>-4.50</table>");

    @TempDir
    private Path folder;

    private String[] run(String locale, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Caller caller = new Caller(
                Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC),
                Map.of("LANG", locale),
                folder,
                InputStream.nullInputStream(),
                Optional.empty());
        CommandLine command = Payweek.commandLine(caller, words);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        assertEquals(0, command.execute(words), err::toString);
        return new String[] {out.toString(), err.toString()};
    }

    @ParameterizedTest
    @CsvSource({
        "plain.csv, C.UTF-8, USD, true",
        "plain.csv, de_DE.UTF-8, EUR, true",
        "plain.csv, de_CH.UTF-8, CHF, true",
        "plain.csv, nonsense, USD, true",
        "plain.csv, xx_ZZ, USD, true",
        "plain.qif, en_GB.UTF-8, GBP, true",
        "plain.html, C.UTF-8, USD, true",
        "euro.csv, en_US.UTF-8, EUR, false",
        "swedish.csv, en_US.UTF-8, SEK, true",
        "swedish.csv, sv_FI.UTF-8, EUR, true",
        "german.csv, C.UTF-8, EUR, true",
        "german.csv, de_CH.UTF-8, CHF, true",
        "iban.csv, en_US.UTF-8, EUR, true",
        "iban.csv, de_CH.UTF-8, EUR, true"
    })
    void a_fresh_ledger_takes_what_the_file_or_the_locale_speaks_for(
            String name, String locale, String currency, boolean said) throws IOException {
        String file = Files.writeString(folder.resolve(name), FILES.getOrDefault(name, ""))
                .toString();
        for (List<String> words : List.of(
                List.of("week", file),
                List.of("import", "--dry-run", file),
                List.of("import", file),
                List.of("import", "--json", "--dry-run", "--db", "other.db", file))) {
            String[] printed = run(locale, words.toArray(String[]::new));
            assertTrue(printed[0].contains(currency), printed[0]);
            String sentence = "No currency is named in the file; its amounts are taken as " + currency;
            assertEquals(said, String.join("", printed).contains(sentence), () -> String.join("", printed));
        }
        assertTrue(run(locale, "settings")[0].contains("currency  " + currency));
    }

    @ParameterizedTest
    @CsvSource({"plain.csv", "swedish.csv", "iban.csv"})
    void a_ledger_with_a_chosen_currency_keeps_it_without_a_word(String name) throws IOException {
        String file = Files.writeString(folder.resolve(name), FILES.getOrDefault(name, ""))
                .toString();
        run("C.UTF-8", "settings", "currency", "GBP");
        String[] printed = run("de_DE.UTF-8", "import", file);
        assertTrue(printed[0].contains("sum -4.50 GBP"), printed[0]);
        assertEquals("", printed[1]);
    }
}
