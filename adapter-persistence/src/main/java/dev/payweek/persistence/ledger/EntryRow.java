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
import dev.payweek.persistence.schema.tables.records.LedgerEntryRecord;
import dev.payweek.persistence.table.DayNumber;
import dev.payweek.persistence.table.EntryKinds;
import dev.payweek.persistence.table.RowEncoding;
import dev.payweek.refusal.LedgerException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An entry and its row. The check of a row is over everything it holds and over the parts of a split, so that no column
 * can change unseen; the search text, which follows from the others, is compared by the check of the whole store.
 */
final class EntryRow {

    /** Distinguishes the rows of this table from others in the check. */
    private static final long TABLE = 1;

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    /** A part of a split: its category's number and its minor units. */
    record Part(long category, long minorUnits) {}

    private final LedgerEntryRecord row;
    private final List<Part> parts;

    EntryRow(LedgerEntryRecord row, List<Part> parts) {
        this.row = row;
        this.parts = parts;
    }

    static EntryRow of(long ledger, Entry entry, Names categories, Names accounts) {
        EntryDetails details = entry.details();
        LedgerEntryRecord row = new LedgerEntryRecord();
        List<Part> parts = new ArrayList<>();
        row.setLedger(ledger);
        row.setId(entry.id());
        row.setVersion(entry.version());
        row.setKind(EntryKinds.number(entry.kind()));
        row.setDay(DayNumber.of(details.date()));
        row.setMinorUnits(details.amount().minorUnits());
        row.setCurrency(details.amount().currency().getCurrencyCode());
        row.setTitle(details.title());
        details.bankText().ifPresent(row::setBankText);
        details.note().ifPresent(row::setNote);
        details.account().map(accounts::number).ifPresent(row::setAccount);
        if (!details.tags().isEmpty()) {
            row.setTags(details.tags().stream().map(EntryRow::oneLine).collect(Collectors.joining("\n")));
        }
        entry.importBatch().ifPresent(row::setImportBatch);
        row.setSearchText(details.searchText());
        if (entry instanceof Expense expense) {
            row.setCategory(categories.number(expense.category().name()));
            row.setProvenance(expense.provenance().toString());
            expense.refundOf().ifPresent(row::setRefundOf);
            for (Split split : expense.splits()) {
                parts.add(new Part(
                        categories.number(split.category().name()),
                        split.amount().minorUnits()));
            }
        } else if (entry instanceof Transfer transfer) {
            transfer.toAccount().map(accounts::number).ifPresent(row::setToAccount);
        }
        row.setParts(parts.size());
        row.setRowCheck(check(row, parts));
        return new EntryRow(row, parts);
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

    private static long check(LedgerEntryRecord row, List<Part> parts) {
        RowEncoding all = new RowEncoding()
                .number(TABLE)
                .number(row.getLedger())
                .number(row.getId())
                .number(row.getVersion())
                .number(row.getKind())
                .number(row.getDay())
                .number(row.getMinorUnits())
                .text(row.getCurrency())
                .optionalNumber(Optional.ofNullable(row.getCategory()))
                .optionalNumber(Optional.ofNullable(row.getAccount()))
                .optionalNumber(Optional.ofNullable(row.getToAccount()))
                .text(row.getTitle())
                .optional(Optional.ofNullable(row.getBankText()))
                .optional(Optional.ofNullable(row.getNote()))
                .optional(Optional.ofNullable(row.getTags()))
                .optional(Optional.ofNullable(row.getProvenance()))
                .optionalNumber(Optional.ofNullable(row.getRefundOf()))
                .optionalNumber(Optional.ofNullable(row.getImportBatch()))
                .number(row.getParts());
        parts.forEach(part -> all.number(part.category()).number(part.minorUnits()));
        return all.check();
    }

    long id() {
        return row.getId();
    }

    int day() {
        return row.getDay();
    }

    /** Returns the stored check, which is borne out when the entry is taken. */
    long check() {
        return row.getRowCheck();
    }

    LedgerEntryRecord row() {
        return row;
    }

    List<Part> parts() {
        return parts;
    }

    /**
     * Returns the entry of the row.
     *
     * @throws LedgerException if the row is not as it was written
     */
    Entry entry(LongFunction<CategoryPath> categories, LongFunction<String> accounts) {
        if (row.getRowCheck() != check(row, parts)) {
            throw CorruptData.of("Entry " + row.getId());
        }
        try {
            return made(categories, accounts);
        } catch (LedgerException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw CorruptData.of("Entry " + row.getId(), e);
        }
    }

    private Entry made(LongFunction<CategoryPath> categories, LongFunction<String> accounts) {
        Currency currency = Money.currency(row.getCurrency());
        EntryDetails details = new EntryDetails(
                DayNumber.day(row.getDay()),
                Money.ofMinor(row.getMinorUnits(), currency),
                row.getTitle(),
                Optional.ofNullable(row.getBankText()),
                Optional.ofNullable(row.getAccount()).map(accounts::apply),
                Optional.ofNullable(row.getNote()),
                Optional.ofNullable(row.getTags())
                        .map(tags -> tags.lines().map(EntryRow::ofOneLine).toList())
                        .orElse(List.of()));
        Optional<Long> batch = Optional.ofNullable(row.getImportBatch());
        return switch (EntryKinds.ALL.get(row.getKind())) {
            case EXPENSE ->
                new Expense(
                        row.getId(),
                        row.getVersion(),
                        details,
                        categories.apply(row.getCategory()),
                        Provenance.parse(row.getProvenance()),
                        parts.stream()
                                .map(part -> new Split(
                                        categories.apply(part.category()), Money.ofMinor(part.minorUnits(), currency)))
                                .toList(),
                        Optional.ofNullable(row.getRefundOf()),
                        batch);
            case INCOME -> new Income(row.getId(), row.getVersion(), details, batch);
            case TRANSFER ->
                new Transfer(
                        row.getId(),
                        row.getVersion(),
                        details,
                        Optional.ofNullable(row.getToAccount()).map(accounts::apply),
                        batch);
        };
    }

    /** Returns whether the search text is the one that follows from the entry. */
    boolean canBeFound(Entry entry) {
        return row.get(LEDGER_ENTRY.SEARCH_TEXT).equals(entry.details().searchText());
    }
}
