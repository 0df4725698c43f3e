package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.schema.tables.LedgerEntry.LEDGER_ENTRY;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.persistence.table.EntryKinds;
import dev.payweek.persistence.table.RowEncoding;
import dev.payweek.refusal.LedgerException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;

/**
 * An entry and its row. The check of a row is over everything it holds and over the parts of a split, so that no column
 * can change unseen; the search text, which follows from the others, is compared by the check of the whole store.
 *
 * <p>A row is bound and read without a record of jOOQ's between: making, filling and copying one cost more than the
 * database does. What lies where is asked of the generated table.
 */
final class EntryRow {

    /** Distinguishes the rows of this table from others in the check. */
    static final long TABLE = 1;

    /** What is read of a row, in this order: not the ledger, by which it is asked for, nor what is only searched. */
    static final List<Field<?>> READ = Arrays.stream(LEDGER_ENTRY.fields())
            .filter(field -> !field.equals(LEDGER_ENTRY.LEDGER) && !field.equals(LEDGER_ENTRY.SEARCH_TEXT))
            .toList();

    /** What is written of a row, in this order: with the ledger first, so that the rest begins with place 1. */
    static final List<Field<?>> WRITTEN = Stream.of(
                    Stream.of(LEDGER_ENTRY.LEDGER), READ.stream(), Stream.of(LEDGER_ENTRY.SEARCH_TEXT))
            .<Field<?>>flatMap(fields -> fields)
            .toList();

    static final int ID = place(LEDGER_ENTRY.ID);
    static final int VERSION = place(LEDGER_ENTRY.VERSION);
    static final int KIND = place(LEDGER_ENTRY.KIND);
    static final int DAY = place(LEDGER_ENTRY.DAY);
    static final int MINOR_UNITS = place(LEDGER_ENTRY.MINOR_UNITS);
    static final int CURRENCY = place(LEDGER_ENTRY.CURRENCY);
    static final int CATEGORY = place(LEDGER_ENTRY.CATEGORY);
    static final int PARTS = place(LEDGER_ENTRY.PARTS);
    static final int ACCOUNT = place(LEDGER_ENTRY.ACCOUNT);
    static final int TO_ACCOUNT = place(LEDGER_ENTRY.TO_ACCOUNT);
    static final int TITLE = place(LEDGER_ENTRY.TITLE);
    static final int BANK_TEXT = place(LEDGER_ENTRY.BANK_TEXT);
    static final int NOTE = place(LEDGER_ENTRY.NOTE);
    static final int TAGS = place(LEDGER_ENTRY.TAGS);
    static final int PROVENANCE = place(LEDGER_ENTRY.PROVENANCE);
    static final int REFUND_OF = place(LEDGER_ENTRY.REFUND_OF);
    static final int IMPORT_BATCH = place(LEDGER_ENTRY.IMPORT_BATCH);
    static final int ROW_CHECK = place(LEDGER_ENTRY.ROW_CHECK);

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    /** A part of a split: its category's number and its minor units. */
    record Part(long category, long minorUnits) {}

    private final long ledger;
    private final long id;
    private final int version;
    private final int kind;
    private final int day;
    private final long minorUnits;
    private final String currency;
    private final Optional<Long> category;
    private final int count;
    private final Optional<Long> account;
    private final Optional<Long> toAccount;
    private final String title;
    private final Optional<String> bankText;
    private final Optional<String> note;
    private final Optional<String> tags;
    private final Optional<String> provenance;
    private final Optional<Long> refundOf;
    private final Optional<Long> importBatch;
    private final List<Part> parts;
    private final long check;

    /** Makes the row of an entry. */
    EntryRow(long ledger, Entry entry, Names categories, Names accounts) {
        EntryDetails details = entry.details();
        Optional<Expense> expense = entry instanceof Expense spent ? Optional.of(spent) : Optional.empty();
        this.ledger = ledger;
        this.id = entry.id();
        this.version = entry.version();
        this.kind = EntryKinds.number(entry.kind());
        this.day = DayNumber.of(details.date());
        this.minorUnits = details.amount().minorUnits();
        this.currency = details.amount().currency().getCurrencyCode();
        this.category = expense.map(spent -> categories.number(spent.category().name()));
        this.account = details.account().map(accounts::number);
        this.toAccount =
                entry instanceof Transfer transfer ? transfer.toAccount().map(accounts::number) : Optional.empty();
        this.title = details.title();
        this.bankText = details.bankText();
        this.note = details.note();
        this.tags = details.tags().isEmpty()
                ? Optional.empty()
                : Optional.of(details.tags().stream().map(EntryRow::oneLine).collect(Collectors.joining("\n")));
        this.provenance = expense.map(spent -> spent.provenance().toString());
        this.refundOf = expense.flatMap(Expense::refundOf);
        this.importBatch = entry.importBatch();
        this.parts = new ArrayList<>();
        for (Split split : expense.map(Expense::splits).orElse(List.of())) {
            parts.add(new Part(
                    categories.number(split.category().name()), split.amount().minorUnits()));
        }
        this.count = parts.size();
        this.check = computed();
    }

    /** Reads a row of {@link #READ} in a ledger; the parts of a split are asked for by the entry. */
    EntryRow(long ledger, ResultSet row, LongFunction<List<Part>> partsOf) throws SQLException {
        this.ledger = ledger;
        this.id = row.getLong(ID);
        this.version = row.getInt(VERSION);
        this.kind = row.getInt(KIND);
        this.day = row.getInt(DAY);
        this.minorUnits = row.getLong(MINOR_UNITS);
        this.currency = text(row, CURRENCY).orElse("");
        this.category = number(row, CATEGORY);
        this.account = number(row, ACCOUNT);
        this.toAccount = number(row, TO_ACCOUNT);
        this.title = text(row, TITLE).orElse("");
        this.bankText = text(row, BANK_TEXT);
        this.note = text(row, NOTE);
        this.tags = text(row, TAGS);
        this.provenance = text(row, PROVENANCE);
        this.refundOf = number(row, REFUND_OF);
        this.importBatch = number(row, IMPORT_BATCH);
        this.count = row.getInt(PARTS);
        this.check = row.getLong(ROW_CHECK);
        this.parts = count == 0 ? List.of() : partsOf.apply(id);
    }

    static int place(Field<?> field) {
        return READ.indexOf(field) + 1;
    }

    private static Optional<Long> number(ResultSet row, int place) throws SQLException {
        long number = row.getLong(place);
        return number == 0 && row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** SQLite's driver makes a buffer outside the heap for each text it decodes, which costs more than all the rest. */
    private static Optional<String> text(ResultSet row, int place) throws SQLException {
        byte[] text = row.getBytes(place);
        return text == null ? Optional.empty() : Optional.of(new String(text, StandardCharsets.UTF_8));
    }

    /** Returns the values of {@link #WRITTEN}. */
    Object[] values(Entry entry) {
        Object[] values = new Object[WRITTEN.size()];
        values[0] = ledger;
        values[ID] = id;
        values[VERSION] = version;
        values[KIND] = kind;
        values[DAY] = day;
        values[MINOR_UNITS] = minorUnits;
        values[CURRENCY] = currency;
        values[CATEGORY] = Session.orNull(category);
        values[PARTS] = count;
        values[ACCOUNT] = Session.orNull(account);
        values[TO_ACCOUNT] = Session.orNull(toAccount);
        values[TITLE] = title;
        values[BANK_TEXT] = Session.orNull(bankText);
        values[NOTE] = Session.orNull(note);
        values[TAGS] = Session.orNull(tags);
        values[PROVENANCE] = Session.orNull(provenance);
        values[REFUND_OF] = Session.orNull(refundOf);
        values[IMPORT_BATCH] = Session.orNull(importBatch);
        values[ROW_CHECK] = check;
        values[READ.size() + 1] = entry.details().searchText();
        return values;
    }

    private static String oneLine(String tag) {
        return tag.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String ofOneLine(String line) {
        return ESCAPED.matcher(line).replaceAll(match -> switch (match.group(1)) {
            case "n" -> "\n";
            case "r" -> "\r";
            default -> "\\\\";
        });
    }

    private long computed() {
        RowEncoding all = new RowEncoding()
                .number(TABLE)
                .number(ledger)
                .number(id)
                .number(version)
                .number(kind)
                .number(day)
                .number(minorUnits)
                .text(currency)
                .optionalNumber(category)
                .optionalNumber(account)
                .optionalNumber(toAccount)
                .text(title)
                .optional(bankText)
                .optional(note)
                .optional(tags)
                .optional(provenance)
                .optionalNumber(refundOf)
                .optionalNumber(importBatch)
                .number(count);
        for (Part part : parts) {
            all.number(part.category()).number(part.minorUnits());
        }
        return all.check();
    }

    long id() {
        return id;
    }

    int day() {
        return day;
    }

    /** Returns the stored check, which is borne out when the entry is taken. */
    long check() {
        return check;
    }

    List<Part> parts() {
        return parts;
    }

    /**
     * Returns the entry of the row.
     *
     * @throws LedgerException if the row is not as it was written
     */
    Entry entry(
            LongFunction<CategoryPath> categories,
            LongFunction<String> accounts,
            Function<String, Provenance> provenances) {
        if (check != computed()) {
            throw CorruptData.of("Entry " + id);
        }
        try {
            return made(categories, accounts, provenances);
        } catch (LedgerException
                | IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NoSuchElementException e) {
            throw CorruptData.of("Entry " + id, e);
        }
    }

    private Entry made(
            LongFunction<CategoryPath> categories,
            LongFunction<String> accounts,
            Function<String, Provenance> provenances) {
        Currency unit = Money.currency(currency);
        EntryDetails details = new EntryDetails(
                DayNumber.day(day),
                Money.ofMinor(minorUnits, unit),
                title,
                bankText,
                account.map(accounts::apply),
                note,
                tags.map(lines -> lines.lines().map(EntryRow::ofOneLine).toList())
                        .orElse(List.of()));
        return switch (EntryKinds.ALL.get(kind)) {
            case EXPENSE ->
                new Expense(
                        id,
                        version,
                        details,
                        categories.apply(category.orElseThrow()),
                        provenances.apply(provenance.orElseThrow()),
                        splits(categories, unit),
                        refundOf,
                        importBatch);
            case INCOME -> new Income(id, version, details, importBatch);
            case TRANSFER -> new Transfer(id, version, details, toAccount.map(accounts::apply), importBatch);
        };
    }

    private List<Split> splits(LongFunction<CategoryPath> categories, Currency unit) {
        List<Split> splits = new ArrayList<>();
        for (Part part : parts) {
            splits.add(new Split(categories.apply(part.category()), Money.ofMinor(part.minorUnits(), unit)));
        }
        return splits;
    }
}
