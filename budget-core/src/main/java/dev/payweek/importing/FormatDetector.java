package dev.payweek.importing;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the format that is surest of a file. */
final class FormatDetector {

    private FormatDetector() {}

    /**
     * Returns the format that reads the file.
     *
     * @throws LedgerException if no format knows it
     */
    static StatementFormat of(StatementFile file, String name) throws IOException {
        List<StatementFormat> formats = ServiceLoader.load(StatementFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        StatementFormat surest = null;
        int best = 0;
        for (StatementFormat format : formats) {
            int sureness = format.recognise(file);
            if (sureness > best) {
                best = sureness;
                surest = format;
            }
        }
        if (surest == null) {
            throw LedgerException.invalid("file", "unknown_format", name + ": " + unknown(formats));
        }
        return surest;
    }

    private static String unknown(List<StatementFormat> formats) {
        return formats.isEmpty()
                ? "no statement format is present; add the jar adapter-statements to the class path."
                : "this is none of the bank files known here ("
                        + formats.stream().map(StatementFormat::name).sorted().collect(Collectors.joining(", "))
                        + "). Ask the bank for one of these.";
    }
}
