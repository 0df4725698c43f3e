package dev.payweek.budget;

import dev.payweek.refusal.Refusal;
import dev.payweek.statement.ImportReport.SkippedLine;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** A bank's file as it was read, before anything is made of it. */
final class ReadStatement implements StatementSink {

    /** What the file holds of one account. */
    record Account(StatementAccount account, List<StatementRow> rows, List<RejectedRow> rejected) {}

    private final StatementFile file;
    private final StatementFormat format;
    private final List<Question> questions;
    private final List<Account> accounts = new ArrayList<>();
    private final List<SkippedLine> skipped = new ArrayList<>();

    private ReadStatement(StatementFile file, StatementFormat format, ReadOptions options) throws IOException {
        this.file = file;
        this.format = format;
        this.questions = format.read(file, options, this);
    }

    /**
     * Reads a file by the format that is surest of it.
     *
     * @throws Refusal if no format knows it, or it is broken as a whole
     */
    static ReadStatement read(StatementFile file, ReadOptions options) {
        try {
            List<StatementFormat> formats = formats();
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
                throw Refusal.invalid("file", "unknown_format", file.name() + ": " + unknown(formats));
            }
            return new ReadStatement(file, surest, options);
        } catch (IOException e) {
            throw new UncheckedIOException(file.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<StatementFormat> formats() {
        return ServiceLoader.load(StatementFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static String unknown(List<StatementFormat> formats) {
        return formats.isEmpty()
                ? "no statement format is present; add the jar adapter-statements to the class path."
                : "this is none of the bank files known here ("
                        + formats.stream().map(StatementFormat::name).sorted().collect(Collectors.joining(", "))
                        + ").";
    }

    String fileName() {
        return file.name();
    }

    String formatName() {
        return format.name();
    }

    List<Question> questions() {
        return questions;
    }

    List<Account> accounts() {
        return accounts;
    }

    List<SkippedLine> skipped() {
        return skipped;
    }

    @Override
    public void account(StatementAccount account) {
        accounts.add(new Account(account, new ArrayList<>(), new ArrayList<>()));
    }

    @Override
    public void row(StatementRow row) {
        current().rows().add(row);
    }

    @Override
    public void skipped(int line, String reason) {
        skipped.add(new SkippedLine(line, reason));
    }

    @Override
    public void rejected(RejectedRow row) {
        current().rejected().add(row);
    }

    private Account current() {
        if (accounts.isEmpty()) {
            account(StatementAccount.UNNAMED);
        }
        return accounts.get(accounts.size() - 1);
    }
}
