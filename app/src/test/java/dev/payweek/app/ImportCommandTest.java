package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken of a file, and what is not, is said on the command line. */
class ImportCommandTest {

    private static final String HEADER = "Date,Description,Amount (USD),Status\n";
    private static final String BALANCES =
            "Date,Description,Amount (USD),Balance\n2026-11-16,Books,-10.00,90.00\n2026-11-18,Pay,1000.00,1090.00\n";

    @TempDir
    private Path folder = Path.of("");

    private Commands commands = Commands.in(folder, "2026-11-22");

    @BeforeEach
    void onTheFoldersLedger() {
        commands = Commands.in(folder, "2026-11-22");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void a_file_of_known_rows_ends_with_a_sentence() throws IOException {
        String file = file("nov.csv", BALANCES);
        commands.printed("import", file);
        String[] lines = commands.printed("import", file).split("\n", -1);
        assertEquals(file + ": Nothing new: 2 rows imported before.", lines[1]);
        assertTrue(commands.printed("import", file, "--json").contains("\"nothing_new\":\"Nothing new: 2 rows"));
    }

    @Test
    void a_file_that_is_refused_is_named_and_keeps_none_of_the_others_out() throws IOException {
        String good = file("nov.csv", BALANCES);
        String bad = file("api.json", "{\"transactions\":[]}");
        String other = file("oct.csv", BALANCES.replace("2026-11", "2026-10"));
        var ended =
                commands.run("import", good, bad, folder.resolve("missing.csv").toString(), other);
        assertEquals(1, ended.code());
        assertEquals(
                2, ended.out().lines().filter(line -> line.contains(" 2 new")).count(), ended.out());
        assertTrue(ended.err().contains(bad + ": The file is JSON"), ended.err());
        assertTrue(ended.err().contains("missing.csv"), ended.err());
        assertTrue(commands.refusal("import", bad).contains("The file is JSON"));
    }

    @Test
    void what_is_left_out_is_said_once() throws IOException {
        String file = file("euro.csv", """
                Date,Description,Amount,Currency,Balance
                2026-11-16,Books,-10.00,EUR,90.00
                2026-11-18,Pay,1000.00,EUR,1190.00
                """);
        commands.printed("add", "3", "Tea");
        var ended = commands.run("import", file);
        String all = ended.out() + ended.err();
        assertEquals(2, all.split("do not follow from", -1).length, all);
        assertTrue(ended.out().endsWith("Nothing new: 2 rows rejected.\n"), all);
    }

    @Test
    void a_header_alone_and_pending_rows_alone_end_with_a_sentence() throws IOException {
        String header = file("header.csv", HEADER);
        assertTrue(commands.run("import", header)
                .out()
                .endsWith(header + ": Nothing was taken: the file holds no movements.\n"));
        String rows = "2026-11-16,Books,-10.00,Pending\n2026-11-17,Tea,-2.00,Pending\n";
        String pending = file("pending.csv", HEADER + rows);
        Commands.Ended ended = commands.run("import", pending);
        assertTrue(ended.out().endsWith(pending + ": Nothing was taken: the file holds no movements.\n"), ended.out());
        assertEquals(pending + ":2: A pending movement, not booked yet. (and 1 more like it)\n", ended.err());
    }

    @Test
    void what_the_file_says_against_its_own_rows_is_said() throws IOException {
        String file = file("total.csv", "Date,Description,Amount\n2026-11-16,Books,-10.00\nTotal,,-12.00\n");
        String said = commands.run("import", file).err();
        assertTrue(said.contains(file + ":3: \"Total\" is -12.00, but the movements come"), said);
    }

    @Test
    void the_week_of_files_names_the_rows_it_left_out_and_ends_with_1() throws IOException {
        String file = file("odd.csv", HEADER + "2026-11-16,Books,-10.00,Booked\n2026-11-17,Tea,1..2,Booked\n");
        Commands.Ended ended = commands.runPlain("week", file);
        assertEquals(1, ended.code());
        assertEquals(file + ":3: bad_amount, amount: \"1..2\" is no amount.\n", ended.err());
        assertEquals(1, commands.runPlain("week", file("header.csv", HEADER)).code());
        assertEquals(0, commands.runPlain("week", file("nov.csv", BALANCES)).code());
    }

    @Test
    void accounts_show_where_bank_and_ledger_part() throws IOException {
        commands.printed("import", file("nov.csv", BALANCES), "--account", "Checking");
        assertEquals(
                "Checking: bank 1090.00 USD, ledger 1090.00 USD on 2026-11-18. Reconciled up to 2026-11-18.\n",
                commands.printed("accounts"));
        String more = file("more.csv", "Date,Description,Amount (USD)\n2026-11-17,Odd,-3.00\n");
        commands.printed("import", more, "--account", "Checking");
        assertEquals(
                "Checking: bank 1090.00 USD, ledger 1087.00 USD on 2026-11-18. Reconciled up to 2026-11-16. They part"
                        + " on 2026-11-18: bank 1090.00 USD, ledger 1087.00 USD. In question:\n"
                        + "  5  2026-11-17         -3.00  Odd\n  3  2026-11-18       1000.00  Pay\n",
                commands.printed("accounts"));
        String json = commands.printed("accounts", "--json");
        String parting = "\"parting\":{\"day\":\"2026-11-18\",\"bank\":1090.00,\"ledger\":1087.00,\"entries\":[";
        assertTrue(json.contains("\"reconciled_until\":\"2026-11-16\"," + parting), json);
    }
}
