package dev.payweek.store;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Per;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SoftLimit;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The things of a ledger in words, as the record of changes keeps them.
 *
 * <p>For each kind a pair: {@code text(x)} writes what {@code kind(text)} reads. The same thing gives the same text on
 * every machine, so that two texts tell whether two things differ.
 *
 * <pre>{@code
 * String words = ChangeCodec.text(Category.of("Fun"));    // "path=Fun\ndiscretionary=true\narchived=false\n"
 * ChangeCodec.category(words).path();                     // Fun
 * }</pre>
 *
 * <p>Reading refuses words that lack a field, with reason {@code STORE_UNUSABLE}.
 */
public final class ChangeCodec {

    private ChangeCodec() {}

    /** Returns the fields that words are made of, in order; a name can come several times. */
    public static List<Map.Entry<String, String>> fields(String words) {
        return FieldLines.read(words).all();
    }

    /** Returns the words of fields; what {@link #fields} gave back. */
    public static String words(List<Map.Entry<String, String>> fields) {
        FieldLines lines = new FieldLines();
        fields.forEach(field -> lines.with(field.getKey(), field.getValue()));
        return lines.toString();
    }

    /** Returns an entry in words. */
    public static String text(Entry entry) {
        EntryDetails details = entry.details();
        FieldLines lines = new FieldLines()
                .with("kind", entry.kind())
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
            lines.with("category", expense.category())
                    .with("provenance", expense.provenance())
                    .with("refund_of", expense.refundOf());
            expense.splits().forEach(split -> lines.with("split", split.amount() + " " + split.category()));
        } else if (entry instanceof Income income) {
            lines.with("paycheck", income.paycheck()).with("opens_period", income.opensPeriod());
        } else if (entry instanceof Transfer transfer) {
            lines.with("to_account", transfer.toAccount());
        }
        return lines.toString();
    }

    /** Returns the entry of the words. */
    public static Entry entry(String text) {
        FieldLines.Read lines = FieldLines.read(text);
        long id = Long.parseLong(lines.one("id"));
        int version = Integer.parseInt(lines.one("version"));
        EntryDetails details = new EntryDetails(
                LocalDate.parse(lines.one("date")),
                money(lines.one("amount")),
                lines.one("title"),
                lines.find("bank_text"),
                lines.find("account"),
                lines.find("note"),
                lines.each("tag"));
        Optional<Long> batch = lines.find("import").map(Long::valueOf);
        return switch (EntryKind.valueOf(lines.one("kind"))) {
            case EXPENSE ->
                new Expense(
                        id,
                        version,
                        details,
                        CategoryPath.of(lines.one("category")),
                        Provenance.parse(lines.one("provenance")),
                        lines.each("split").stream().map(ChangeCodec::split).toList(),
                        lines.find("refund_of").map(Long::valueOf),
                        batch);
            case INCOME ->
                new Income(
                        id,
                        version,
                        details,
                        Boolean.parseBoolean(lines.one("paycheck")),
                        Boolean.parseBoolean(lines.one("opens_period")),
                        batch);
            case TRANSFER -> new Transfer(id, version, details, lines.find("to_account"), batch);
        };
    }

    /** Returns a category in words. */
    public static String text(Category category) {
        return new FieldLines()
                .with("path", category.path())
                .with("discretionary", category.discretionary())
                .with("archived", category.archived())
                .toString();
    }

    /** Returns the category of the words. */
    public static Category category(String text) {
        FieldLines.Read lines = FieldLines.read(text);
        return new Category(
                CategoryPath.of(lines.one("path")),
                Boolean.parseBoolean(lines.one("discretionary")),
                Boolean.parseBoolean(lines.one("archived")));
    }

    /** Returns a rule in words. */
    public static String text(CategoryRule rule) {
        return new FieldLines()
                .with("id", rule.id())
                .with("version", rule.version())
                .with("name", rule.name())
                .with("priority", rule.priority())
                .with("enabled", rule.enabled())
                .with("valid_from", rule.validFrom())
                .with("when", rule.when())
                .with("then", rule.then())
                .toString();
    }

    /** Returns the rule of the words. */
    public static CategoryRule rule(String text) {
        FieldLines.Read lines = FieldLines.read(text);
        return new CategoryRule(
                Long.parseLong(lines.one("id")),
                Integer.parseInt(lines.one("version")),
                lines.one("name"),
                Integer.parseInt(lines.one("priority")),
                Boolean.parseBoolean(lines.one("enabled")),
                lines.find("valid_from").map(LocalDate::parse),
                Condition.parse(lines.one("when")),
                RuleAction.parse(lines.one("then")));
    }

    /** Returns a limit in words. */
    public static String text(SoftLimit limit) {
        // Nothing is said of a rollover where nothing rolls over, as before there were any.
        Optional<Rollover> rollover = Optional.of(limit.rollover()).filter(told -> !told.equals(Rollover.NONE));
        return new FieldLines()
                .with("category", limit.category())
                .with("amount", limit.amount())
                .with("per", limit.per())
                .with("from", limit.from())
                .with("rollover", rollover.map(Rollover::policy))
                .with("cap", rollover.flatMap(Rollover::cap))
                .with("reset", rollover.map(Rollover::reset))
                .toString();
    }

    /** Returns the limit of the words. */
    public static SoftLimit limit(String text) {
        FieldLines.Read lines = FieldLines.read(text);
        return new SoftLimit(
                CategoryPath.of(lines.one("category")),
                money(lines.one("amount")),
                Per.valueOf(lines.one("per")),
                LocalDate.parse(lines.one("from")),
                new Rollover(
                        lines.find("rollover").map(Rollover.Policy::valueOf).orElse(Rollover.Policy.NONE),
                        lines.find("cap").map(ChangeCodec::money),
                        lines.find("reset").map(Boolean::parseBoolean).orElse(false)));
    }

    /** Returns a reservation in words. */
    public static String text(Reserved reserved) {
        return new FieldLines()
                .with("name", reserved.name())
                .with("amount", reserved.amount())
                .with("from", reserved.from())
                .toString();
    }

    /** Returns the reservation of the words. */
    public static Reserved reserved(String text) {
        FieldLines.Read lines = FieldLines.read(text);
        return new Reserved(lines.one("name"), money(lines.one("amount")), LocalDate.parse(lines.one("from")));
    }

    /** Returns an account in words. */
    public static String text(Account account) {
        List<String> answers = account.reading().entrySet().stream()
                .map(answer -> answer.getKey() + " " + answer.getValue())
                .toList();
        return new FieldLines()
                .with("name", account.name())
                .with("closed", account.closed())
                .withEach("reading", answers)
                .toString();
    }

    /** Returns the account of the words. */
    public static Account account(String text) {
        FieldLines.Read lines = FieldLines.read(text);
        SortedMap<String, String> reading = new TreeMap<>();
        for (String answer : lines.each("reading")) {
            int blank = answer.indexOf(' ');
            reading.put(answer.substring(0, blank), answer.substring(blank + 1));
        }
        return new Account(lines.one("name"), Boolean.parseBoolean(lines.one("closed")), reading);
    }

    /** Returns settings in words. */
    public static String text(LedgerSettings settings) {
        return new FieldLines()
                .with("name", settings.name())
                .with("currency", settings.currency())
                .with("zone", settings.zone())
                .with("schedule", settings.schedule())
                .with("near_percent", settings.nearPercent())
                .toString();
    }

    /** Returns the settings of the words. */
    public static LedgerSettings settings(String text) {
        FieldLines.Read lines = FieldLines.read(text);
        return new LedgerSettings(
                lines.one("name"),
                Money.currency(lines.one("currency")),
                ZoneId.of(lines.one("zone")),
                PaySchedule.parse(lines.one("schedule")),
                Integer.parseInt(lines.one("near_percent")));
    }

    private static Split split(String text) {
        List<String> words = List.of(text.split(" ", 3));
        return new Split(CategoryPath.of(words.get(2)), money(words.get(0) + " " + words.get(1)));
    }

    private static Money money(String text) {
        return Money.parse(text);
    }
}
