package dev.payweek.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statements.ofx.OfxFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorpusConformanceTest {

    @BeforeAll
    static void skip_without_corpus() {
        assumeTrue(Corpus.isThere(), "There is no folder of real bank files at " + Corpus.FOLDER + ".");
    }

    @Test
    void reads_every_ofx_statement_as_verified() throws IOException {
        assertEquals(49, right(new OfxFormat(), List.of("ofx1", "ofx2"), Map.of()));
    }

    private static int right(StatementFormat format, List<String> formats, Map<String, ReadOptions> answers)
            throws IOException {
        int right = 0;
        int statements = 0;
        for (Corpus.Sample sample : Corpus.samples(formats)) {
            StatementFile file = StatementFile.of(sample.path(), sample.bytes());
            ReadOptions options = answers.getOrDefault(sample.path(), ReadOptions.NONE);
            assertTrue(format.recognise(file) > 0, sample.path());
            Collected read = Collected.read(format, file, options);
            List<String> differences = sample.isStatement() ? Verdict.on(read, sample.facts()) : List.of();
            if (sample.isStatement()) {
                statements++;
                right += differences.isEmpty() ? 1 : 0;
            }
            System.out.println(line(sample, read, differences));
        }
        System.out.println(format.name() + ": " + right + " of " + statements + " statements right");
        return right;
    }

    private static String line(Corpus.Sample sample, Collected read, List<String> differences) {
        String outcome = sample.isStatement() ? (differences.isEmpty() ? "right" : "WRONG " + differences) : "edge";
        return String.format(
                "%-90s %4d rows %3d skipped %3d rejected  %s %s",
                sample.path(),
                read.rows.size(),
                read.skipped.size(),
                read.rejected.size(),
                outcome,
                read.refusal.map(Throwable::getMessage).orElse(""));
    }
}
