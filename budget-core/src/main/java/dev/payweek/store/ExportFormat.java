package dev.payweek.store;

import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * A form in which a ledger is given to other programs. Found by {@link java.util.ServiceLoader}, so anybody may add
 * one.
 *
 * <pre>{@code
 * ExportFormat.named("csv").fileEnding();     // "csv"
 * budget.export("csv", new StringWriter());
 * }</pre>
 *
 * <p>Implementations are stateless and safe for use by several threads.
 */
public interface ExportFormat {

    /** Returns the format's short name: {@code "csv"}, {@code "hledger"}. */
    String name();

    /** Returns what the bytes are on the web, written in UTF-8: {@code "text/csv"}. */
    String mediaType();

    /** Returns how such files' names usually end, without the dot: {@code "csv"}. */
    String fileEnding();

    /**
     * Writes the entries of some days, and all that goes with them, holding only a few at a time.
     *
     * @throws LedgerException if this form holds a ledger whole or not at all, and not all days are meant
     * @throws IOException if the writer fails
     */
    void write(LedgerReader ledger, DateSpan days, Writer out) throws IOException;

    /**
     * Returns the form of that name.
     *
     * @throws LedgerException if none is at hand, naming those that are
     */
    static ExportFormat named(String name) {
        List<ExportFormat> known = ServiceLoader.load(ExportFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ExportFormat::name))
                .toList();
        return known.stream()
                .filter(form -> form.name().equals(name))
                .findFirst()
                .orElseThrow(() -> LedgerException.invalid(
                        "format",
                        "unknown",
                        known.isEmpty()
                                ? "No export format is present; add the jar adapter-statements to the class path."
                                : "The format must be one of "
                                        + known.stream().map(ExportFormat::name).collect(Collectors.joining(", "))
                                        + "."));
    }
}
