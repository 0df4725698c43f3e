package dev.payweek.budget;

import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementSink;
import java.io.IOException;
import java.util.List;

/** A format for tests that is a little sure of every file with a number sign and finds nothing in it. */
public final class ShruggingFormat implements StatementFormat {

    /** Creates the format. */
    public ShruggingFormat() {}

    @Override
    public String name() {
        return "shrug";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        try (var in = file.open()) {
            return in.read() == '#' ? 20 : 0;
        }
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) {
        return List.of();
    }
}
