package dev.payweek.budget;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.Reason;
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
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** A bank's file as it was read, before anything is made of it. */
final class ReadStatement implements StatementSink {

    /** What the file holds of one account. */
    record Account(StatementAccount account, List<StatementRow> rows, List<RejectedRow> rejected) {}

    private static final int MOST_DIGITS = 20;
    private static final int MAX_NAME = 200;

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
                throw Refusal.invalid(
                        "file", "unknown_format", BankWords.line(file.name(), MAX_NAME) + ": " + unknown(formats));
            }
            return new ReadStatement(file, surest, options);
        } catch (IOException e) {
            throw new Refusal(Reason.INVALID, BankWords.line(file.name(), MAX_NAME) + " cannot be read.", e);
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

    /** Returns the file's name fit for a record: a person gave it and nobody has checked it. */
    String fileName() {
        String name = BankWords.line(file.name(), MAX_NAME);
        return name.isEmpty() ? "(no name)" : name;
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

    /** A number like 1e999999999 or a day beyond the calendar is turned away here, before anything reckons with it. */
    @Override
    public void row(StatementRow row) {
        if (hasSaneAmount(row)) {
            try {
                DateSpan.requireUsable("date", row.date());
                current().rows().add(row);
            } catch (Refusal refusal) {
                rejected(new RejectedRow(row.line(), "date", "out_of_range", refusal.getMessage()));
            }
        } else {
            rejected(new RejectedRow(
                    row.line(),
                    "amount",
                    "out_of_range",
                    "The amount must be between -" + Money.MAX_MINOR_UNITS + " and " + Money.MAX_MINOR_UNITS
                            + " minor units."));
        }
    }

    private static boolean hasSaneAmount(StatementRow row) {
        long integerDigits = (long) row.amount().precision() - row.amount().scale();
        return integerDigits <= MOST_DIGITS && row.amount().scale() <= MOST_DIGITS;
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
