package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveInTest {

    private static final String REGISTER = """
            Account,Flag,Date,Payee,Category Group/Category,Category Group,Category,Memo,Outflow,Inflow,Cleared
            Checking,,01/31/2026,Starting Balance,Inflow: Ready to Assign,Inflow,Ready to Assign,,$0.00,$100.00,C
            Checking,,02/02/2026,Corner Coffee,Fun: Coffee,Fun,Coffee,,$4.50,$0.00,C
            Checking,,02/03/2026,Transfer : Savings,,,,,$20.00,$0.00,C
            Savings,,02/03/2026,Transfer : Checking,,,,,$0.00,$20.00,C
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_register_is_moved_in_once_and_can_be_undone() throws IOException {
        Commands commands = Commands.in(folder, "2026-02-10");
        Path file = Files.writeString(folder.resolve("register.csv"), REGISTER);
        String expected = """
                : ynab: %s 3 transactions: 1 expenses, 0 incomes, 2 transfers. The accounts hold:
                  Checking  75.50 USD
                  Savings  20.00 USD
                """;
        assertEquals(
                file + expected.formatted("would move"), commands.printed("move-in", file.toString(), "--dry-run"));
        assertEquals(file + expected.formatted("moved"), commands.printed("move-in", file.toString()));
        String said = commands.refusal("move-in", file.toString());
        assertTrue(said.contains("only moved into one without"), said);
    }
}
