package dev.payweek.http;

import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementAccount;
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
import java.util.Optional;

/** A statement format of one line, whose date cannot be read without asking; the real ones live in another adapter. */
public final class Notebook implements StatementFormat {

    @Override
    public String name() {
        return "notebook";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        return text(file).startsWith("notebook") ? 100 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) {
        Optional<String> order = options.answer("date_format");
        if (order.isEmpty()) {
            return List.of(new Question("date_order", "March or April?", "date_format", List.of("D/M/Y", "M/D/Y")));
        }
        sink.account(StatementAccount.UNNAMED);
        LocalDate day = order.get().startsWith("D") ? LocalDate.of(2026, 4, 3) : LocalDate.of(2026, 3, 4);
        sink.row(StatementRow.of(2, day, new BigDecimal("-12.00"), "Book Nook", "Book Nook"));
        return List.of();
    }

    private static String text(StatementFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
