package dev.payweek.store;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The kind of entries; {@link EntryKind} is something else: which of the three an entry is. */
final class EntryCodec extends Kind<Entry> {

    EntryCodec() {
        super("entry", Entry.class);
    }

    @Override
    public String key(Entry entry) {
        return Long.toString(entry.id());
    }

    @Override
    public Comparator<Entry> order() {
        return Comparator.comparingLong(Entry::id);
    }

    @Override
    protected void write(Entry entry, FieldLines to) {
        EntryDetails details = entry.details();
        to.with("kind", entry.kind())
                .with("id", entry.id())
                .with("version", entry.version())
                .with("date", details.date())
                .with("amount", details.amount())
                .with("title", details.title())
                .with("bank_text", details.bankText())
                .with("account", details.account())
                .with("note", details.note())
                .withEach("tag", details.tags())
                .with("import", entry.importBatch());
        if (entry instanceof Expense expense) {
            to.with("category", expense.category())
                    .with("provenance", expense.provenance())
                    .with("refund_of", expense.refundOf());
            expense.splits().forEach(split -> to.with("split", split.amount() + " " + split.category()));
        } else if (entry instanceof Transfer transfer) {
            to.with("to_account", transfer.toAccount());
        }
    }

    @Override
    protected Entry read(FieldLines.Read from) {
        long id = Long.parseLong(from.one("id"));
        int version = Integer.parseInt(from.one("version"));
        EntryDetails details = new EntryDetails(
                LocalDate.parse(from.one("date")),
                Money.parse(from.one("amount")),
                from.one("title"),
                from.find("bank_text"),
                from.find("account"),
                from.find("note"),
                from.each("tag"));
        Optional<Long> batch = from.find("import").map(Long::valueOf);
        return switch (EntryKind.valueOf(from.one("kind"))) {
            case EXPENSE ->
                new Expense(
                        id,
                        version,
                        details,
                        CategoryPath.of(from.one("category")),
                        Provenance.parse(from.one("provenance")),
                        from.each("split").stream().map(EntryCodec::split).toList(),
                        from.find("refund_of").map(Long::valueOf),
                        batch);
            case INCOME -> new Income(id, version, details, batch);
            case TRANSFER -> new Transfer(id, version, details, from.find("to_account"), batch);
        };
    }

    private static Split split(String text) {
        List<String> words = List.of(text.split(" ", 3));
        return new Split(CategoryPath.of(words.get(2)), Money.parse(words.get(0) + " " + words.get(1)));
    }

    @Override
    public int version(Entry entry) {
        return entry.version();
    }

    @Override
    public Entry withVersion(Entry entry, int version) {
        return entry.withVersion(version);
    }

    @Override
    public List<CategoryPath> categories(Entry entry) {
        return entry instanceof Expense expense
                ? Stream.concat(
                                Stream.of(expense.category()),
                                expense.splits().stream().map(Split::category))
                        .toList()
                : List.of();
    }

    @Override
    public Entry moved(Entry entry, UnaryOperator<CategoryPath> move) {
        return entry instanceof Expense expense ? expense.moved(move) : entry;
    }

    @Override
    public Map<String, Money> amountsByField(Entry entry) {
        return Map.of("amount", entry.amount());
    }
}
