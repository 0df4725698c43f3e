package dev.payweek.statements.qif;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import dev.payweek.statements.cell.BalanceWords;
import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.WrittenAmount;
import dev.payweek.statements.cell.WrittenDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gives each record to the sink as a movement, as skipped, or as what is wrong with it. */
final class QifReader {

    /** What programs write in place of a category when there are several. */
    private static final Pattern MANY =
            Pattern.compile("[-|\\s]*(?:splits?|multiple categories)[-|.\\s]*", Pattern.CASE_INSENSITIVE);

    private final DateOrder order;
    private final DecimalMark mark;
    private final StatementSink sink;
    private StatementAccount account = StatementAccount.UNNAMED;
    private boolean accountGiven;
    private boolean silent = true;
    private String listSkipped = "";

    QifReader(DateOrder order, DecimalMark mark, StatementSink sink) {
        this.order = order;
        this.mark = mark;
        this.sink = sink;
    }

    void read(QifRecord record) {
        silent &= record.section() == Section.ACCOUNT;
        switch (record.section()) {
            case ACCOUNT -> begin(record.value('N'));
            case MOVEMENTS -> movement(record);
            case INVESTMENTS ->
                sink.skipped(record.line(), "A security transaction; only cash movements are imported.");
            case LIST -> list(record);
            case UNKNOWN -> {
                if (record.isMovement()) {
                    movement(record);
                } else {
                    list(record);
                }
            }
        }
    }

    /** Says so if the file held nothing; to be called after the last record. */
    void end() {
        if (silent) {
            sink.skipped(1, "The file holds no movements.");
        }
    }

    private void begin(String name) {
        StatementAccount named =
                new StatementAccount(Optional.of(name).filter(text -> !text.isEmpty()), Optional.empty());
        accountGiven &= named.equals(account);
        account = named;
    }

    /** A list may be long; its first record stands for all. */
    private void list(QifRecord record) {
        if (!record.header().equals(listSkipped)) {
            listSkipped = record.header();
            sink.skipped(record.line(), "Records of " + record.header() + ", which are no movements.");
        }
    }

    private void movement(QifRecord record) {
        if (!accountGiven) {
            sink.account(account);
            accountGiven = true;
        }
        Optional<LocalDate> date = WrittenDate.of(record.value('D')).flatMap(written -> written.under(order));
        Optional<BigDecimal> amount = WrittenAmount.of(record.amount()).flatMap(written -> written.under(mark));
        if (date.isEmpty()) {
            reject(record, "date", "bad_date", record.value('D'), "date");
        } else if (amount.isEmpty()) {
            reject(record, "amount", "bad_amount", record.amount(), "amount");
        } else {
            Splits splits = new Splits(record.splits(), amount.get(), mark);
            sink.row(row(record, date.get(), amount.get(), splits));
            splits.trouble().ifPresent(trouble -> sink.skipped(record.line(), trouble));
        }
    }

    private void reject(QifRecord record, String field, String code, String found, String meant) {
        String message =
                found.isEmpty() ? "The record has no " + meant + "." : "\"" + found + "\" is no " + meant + ".";
        sink.rejected(new RejectedRow(record.line(), field, code, message));
    }

    private static StatementRow row(QifRecord record, LocalDate date, BigDecimal amount, Splits splits) {
        String payee = record.value('P');
        String memo = record.value('M');
        String category = record.value('L');
        // The account or word in L stands only for the first of several splits, if they make sense.
        boolean split = !record.splits().isEmpty();
        boolean sound = split && splits.trouble().isEmpty();
        boolean transfer = sound ? splits.areTransfers() : Splits.isAccount(category) || isOpening(record);
        boolean both = !payee.isEmpty() && !memo.isEmpty() && !payee.equals(memo);
        Optional<String> named = Splits.hint(category)
                .filter(name -> !split || !MANY.matcher(name).matches());
        return new StatementRow(
                record.line(),
                date,
                amount,
                Optional.empty(),
                (payee.isEmpty() ? memo : payee).replaceAll("\\s+", " "),
                both ? payee + " " + memo : payee.isEmpty() ? memo : payee,
                Optional.empty(),
                splits.onlyCategory().or(() -> named).filter(name -> !transfer),
                transfer,
                splits.parts());
    }

    /** What an account began with is nobody's income, whether or not the account stands in brackets beside it. */
    private static boolean isOpening(QifRecord record) {
        return record.splits().isEmpty() && BalanceWords.areOfOpeningBalance(record.value('P'));
    }
}
