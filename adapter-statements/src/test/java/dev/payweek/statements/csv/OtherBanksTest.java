package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statement.StatementFile;
import dev.payweek.statements.Collected;
import dev.payweek.statements.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The layouts of some sixty banks from Finland to Brazil, each in a made-up file of its own. What each holds was
 * written down by hand in {@code banks.txt}: name, lines passed over, movements.
 */
class OtherBanksTest {

    static List<String> banks() {
        return new String(Fixtures.bytes("banks.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("banks")
    void reads_a_bank_without_a_question(String line) throws IOException {
        String[] told = line.split("\\|", 3);
        byte[] bytes = Fixtures.bytes("banks/" + told[0] + ".csv");
        Collected read = Collected.read(new CsvFormat(), bytes);
        assertEquals("Optional.empty", read.refusal.toString());
        assertEquals("[]", read.questions.toString());
        assertEquals("[]", read.rejected.toString());
        assertEquals(told[2], shown(read));
        assertEquals(Integer.parseInt(told[1]), read.skipped.size(), () -> read.skipped.toString());
        assertEquals(60, new CsvFormat().recognise(StatementFile.of(told[0], bytes)));
    }

    private static String shown(Collected read) {
        return read.rows.stream()
                .map(row -> row.date() + " " + row.amount() + " " + row.title()
                        + Stream.concat(row.currency().stream(), read.accounts.get(0).currency().stream())
                                .findFirst()
                                .map(currency -> " " + currency)
                                .orElse(""))
                .collect(Collectors.joining("; "));
    }

    @Test
    void every_bank_is_in_the_list() {
        assertEquals(
                Fixtures.names("banks"),
                banks().stream()
                        .map(line -> "banks/" + line.split("\\|", 2)[0] + ".csv")
                        .sorted()
                        .toList());
    }
}
