package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.store.ExportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the ledger for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes the ledger for other programs.")
final class Export implements Runnable, Document {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Database database = new Database();

    @Option(
            names = "--format",
            defaultValue = "csv",
            paramLabel = "csv|json|hledger|beancount",
            description = "In which form (default: csv).")
    private String format = "csv";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (default: the terminal). A file that is there is replaced once all is written.")
    private Optional<Path> output = Optional.empty();

    @Override
    public void run() {
        ExportFormat.named(format);
        try (Budget budget = database.openReadOnly()) {
            if (output.isPresent()) {
                toFile(budget, database.caller().file(output.get()));
            } else {
                budget.export(format, spec.commandLine().getOut());
                spec.commandLine().getOut().flush();
            }
        }
    }

    /** Beside the place first, so that a full disk leaves what was there before. */
    private void toFile(Budget budget, Path file) {
        Path absolute = file.toAbsolutePath();
        Path half = absolute.resolveSibling(absolute.getFileName() + ".new");
        half.toFile().deleteOnExit();
        try {
            try (Writer out = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
                budget.export(format, out);
            }
            Files.move(half, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + Reason.of(e), new IOException(e));
        } finally {
            half.toFile().delete();
        }
    }
}
