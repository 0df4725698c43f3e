package dev.payweek.persistence;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** A file that says only from which row to which it goes, such as {@code counted 1 14000}; no row is like another. */
public final class CountedRows implements StatementFormat {

    private static final String WORD = "counted";
    private static final int ROWS_A_DAY = 10;

    /** Returns the file of the rows, both ends included. */
    public static StatementFile file(int first, int last) {
        return file(first, last, ROWS_A_DAY);
    }

    /** Returns the file of the rows, so many of them on each day. */
    public static StatementFile file(int first, int last, int rowsADay) {
        String words = WORD + " " + first + " " + last + " " + rowsADay;
        return StatementFile.of("counted.txt", words.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(StatementFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public String name() {
        return WORD;
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        return text(file).startsWith(WORD + " ") ? 100 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        String[] words = text(file).split(" ");
        if (words.length != 4) {
            throw LedgerException.invalid("file", "broken", "Three numbers are needed.");
        }
        int last = Integer.parseInt(words[2]);
        int rowsADay = Integer.parseInt(words[3]);
        for (int row = Integer.parseInt(words[1]); row <= last; row++) {
            LocalDate day = LocalDate.of(2020, 1, 1).plusDays(row / rowsADay);
            sink.row(StatementRow.of(row, day, new BigDecimal("-1.00"), "Shop " + row, "SHOP " + row));
        }
        return List.of();
    }
}
