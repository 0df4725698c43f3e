package dev.payweek.testkit;

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
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SetAside;
import dev.payweek.plan.SoftLimit;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.plan.ThresholdEvent.Threshold;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import dev.payweek.rule.RuleAction;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.statement.StatedBalances;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.EntryCursor;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.IdempotentResponse;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.RemovedRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Steps of writes and queries drawn from few names, few days and few ids, so that they meet each other often. */
final class RandomWrites {

    /** Keys of rows and of answers. */
    static final List<String> KEYS = List.of("k1", "K1", "k2", "kß");

    /** How many imports there can be. */
    static final long BATCHES = 4;

    /** Some of the days on which anything is, not all. */
    static final DateSpan NOVEMBER = new DateSpan(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1));

    private static final List<String> WORDS =
            List.of("Coffee", "STRASSE", "straße", "100%", "a_b", "aXb", "🧦", "x\\y");
    private static final List<String> PATHS =
            List.of("Fun", "Fun:Dining", "Fun:dining", "Funds", "Other", "Öl:Ä", "Fun:Dining:Out", "🧦");
    /** One order of rows that several imports may remember. */
    static final Comparator<ImportKey> BY_PLACE = Comparator.comparing(ImportKey::account)
            .thenComparing(ImportKey::key)
            .thenComparing(ImportKey::occurrence)
            .thenComparing(ImportKey::batch);

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /**
     * One thing done to a ledger.
     *
     * @param name what it is, to read a failure by
     * @param work how it is done
     */
    record Step(String name, Consumer<LedgerWriter> work) {

        void run(LedgerWriter writer) {
            work.accept(writer);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final Random random;

    private RandomWrites(Random random) {
        this.random = random;
    }

    static Step step(Random random) {
        return new RandomWrites(random).step();
    }

    static EntryQuery query(Random random) {
        return new RandomWrites(random).query();
    }

    private Step step() {
        return switch (random.nextInt(27)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> step("put", entry());
            case 8, 9 -> remove();
            case 10 -> new Step("next id", LedgerWriter::nextId);
            case 11 -> {
                Category category = new Category(path(), random.nextBoolean(), random.nextBoolean());
                yield new Step("put " + category, writer -> writer.put(Kinds.CATEGORY, category));
            }
            case 12 -> {
                CategoryPath path = path();
                yield new Step("remove category " + path, writer -> writer.remove(Kinds.CATEGORY, path.name()));
            }
            case 13 -> rule();
            case 14 -> limit();
            case 15 -> setAside();
            case 16 -> batch();
            case 17 -> keys();
            case 18 -> {
                long batch = random.nextLong(BATCHES);
                yield new Step("remove import " + batch, writer -> writer.removeImport(batch));
            }
            case 19 -> {
                IdempotentResponse answer = new IdempotentResponse(any(KEYS), any(WORDS), 200, any(WORDS), NOON);
                yield new Step("put " + answer, writer -> writer.put(answer));
            }
            case 20 -> change();
            case 23 -> revert();
            case 21 -> account();
            case 22 -> thresholdEvent();
            case 24 -> balances();
            case 25 -> removedRows();
            default -> {
                LedgerSettings settings = LedgerSettings.fresh(Money.currency("USD"), ZoneOffset.UTC);
                LedgerSettings other = new LedgerSettings(any(WORDS), settings.currency(), settings.zone(), 80);
                yield new Step("settings " + other, writer -> writer.put(Kinds.SETTINGS, other));
            }
        };
    }

    private static Step step(String name, Entry entry) {
        return new Step(name + " " + entry, writer -> writer.put(entry));
    }

    private Step remove() {
        long id = id();
        return new Step("remove " + id, writer -> writer.removeEntry(id));
    }

    private Step rule() {
        long id = id();
        if (random.nextInt(4) == 0) {
            return new Step("remove rule " + id, writer -> writer.remove(Kinds.RULE, Long.toString(id)));
        }
        CategoryRule rule = new CategoryRule(
                id,
                1 + random.nextInt(3),
                any(WORDS),
                (int) id,
                random.nextBoolean(),
                maybe(this::date),
                Comparison.of(Field.TITLE, Operator.CONTAINS, any(WORDS)),
                RuleAction.of(new RuleAction.Categorise(path())));
        return new Step("put " + rule, writer -> writer.put(Kinds.RULE, rule));
    }

    private Step limit() {
        SoftLimit limit = new SoftLimit(path(), money().abs(), random.nextBoolean() ? Per.WEEK : Per.PERIOD, date())
                .with(new Rollover(
                        any(List.of(Rollover.Policy.values())), maybe(() -> money().abs()), random.nextBoolean()));
        return random.nextInt(4) == 0
                ? new Step("remove " + limit, writer -> writer.remove(Kinds.LIMIT, Kinds.LIMIT.key(limit)))
                : new Step("put " + limit, writer -> writer.put(Kinds.LIMIT, limit));
    }

    private Step setAside() {
        SetAside setAside = SetAside.of(any(WORDS), money().abs()).from(date());
        return random.nextInt(4) == 0
                ? new Step("remove " + setAside, writer -> writer.remove(Kinds.SET_ASIDE, setAside.name()))
                : new Step("put " + setAside, writer -> writer.put(Kinds.SET_ASIDE, setAside));
    }

    private Step account() {
        Account account = new Account(any(WORDS), random.nextBoolean(), new TreeMap<>(Map.of("date_format", "D/M/Y")));
        return random.nextInt(4) == 0
                ? new Step("remove " + account, writer -> writer.remove(Kinds.ACCOUNT, account.name()))
                : new Step("put " + account, writer -> writer.put(Kinds.ACCOUNT, account));
    }

    private Step balances() {
        LocalDate day = date();
        StatedBalances balances = new StatedBalances(
                random.nextLong(BATCHES),
                "Giro",
                day,
                new TreeMap<>(Map.of(day, money(), day.minusDays(1), money())),
                maybe(() -> new StatedBalances.Opening(day, money())));
        return new Step("put " + balances, writer -> writer.put(Kinds.BALANCES, balances));
    }

    private Step thresholdEvent() {
        Threshold threshold = any(List.of(Threshold.values()));
        boolean period = threshold == Threshold.NEW_PERIOD;
        LocalDate start = date();
        CategoryPath path = path();
        Money spent = money();
        boolean retracted = random.nextBoolean();
        long id = random.nextLong(1L << 40);
        return new Step(
                "event " + threshold + " " + path,
                writer -> writer.add(new ThresholdEvent(
                        id,
                        NOON,
                        threshold,
                        retracted,
                        new DateSpan(start, start.plusDays(7)),
                        period ? Optional.empty() : Optional.of(path),
                        period ? Optional.of("Rent") : Optional.empty(),
                        period ? Optional.empty() : Optional.of(spent),
                        period ? Optional.empty() : Optional.of(spent.abs()))));
    }

    private Step batch() {
        ImportBatch batch = new ImportBatch(
                random.nextLong(BATCHES),
                NOON.plusMillis(random.nextInt(1_000)),
                any(WORDS),
                "csv",
                "Giro",
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9),
                random.nextInt(9),
                maybe(this::date),
                maybe(this::date),
                ImportBatch.State.COMPLETE);
        return new Step("put " + batch, writer -> writer.put(batch));
    }

    private Step revert() {
        long batch = random.nextLong(BATCHES);
        int most = 1 + random.nextInt(3);
        List<Long> ids = List.of(id(), id());
        return new Step("revert " + most + " rows and " + ids + " of import " + batch, writer -> {
            List<ImportKey> rows = writer.importKeysOf(batch, Integer.MAX_VALUE).stream()
                    .sorted(BY_PLACE)
                    .limit(most)
                    .toList();
            writer.removeImportKeys(rows);
            writer.removeEntriesOf(batch, ids);
        });
    }

    private Step removedRows() {
        long batch = random.nextLong(BATCHES);
        if (random.nextBoolean()) {
            return new Step(
                    "take the last part of import " + batch,
                    writer -> writer.findRemoved(batch, writer.removedParts(batch) - 1)
                            .ifPresent(writer::remove));
        }
        List<Entry> entries = List.of(entry(), entry());
        List<ImportKey> rows = List.of(new ImportKey("Giro", any(KEYS), 1, id(), batch));
        return new Step(
                "keep " + entries + " of import " + batch,
                writer -> writer.put(RemovedRows.of(batch, writer.removedParts(batch), entries, rows)));
    }

    private Step keys() {
        List<ImportKey> keys = List.of(
                new ImportKey("Giro", any(KEYS), 1 + random.nextInt(3), id(), random.nextLong(BATCHES)),
                new ImportKey("Giro", any(KEYS), 1 + random.nextInt(3), id(), random.nextLong(BATCHES)));
        return new Step("put " + keys, writer -> writer.putImportKeys(keys));
    }

    private Step change() {
        Edit<Entry> edit = new Edit<>(Kinds.ENTRY, any(WORDS), maybe(this::entry), maybe(this::entry));
        return new Step(
                "append " + edit,
                writer -> writer.append(
                        new Change(writer.version() + 1, NOON, "somebody", "something", List.of(edit, edit))));
    }

    private Entry entry() {
        EntryDetails details = new EntryDetails(
                date(),
                money(),
                any(WORDS),
                maybe(() -> any(WORDS)),
                maybe(() -> any(WORDS)),
                maybe(() -> any(WORDS)),
                random.nextBoolean() ? List.of() : List.of(any(WORDS), any(WORDS)));
        Optional<Long> batch = maybe(() -> random.nextLong(BATCHES));
        int version = 1 + random.nextInt(9);
        return switch (random.nextInt(5)) {
            case 0 -> new Income(id(), version, details, batch);
            case 1 ->
                new Transfer(
                        id(),
                        version,
                        details,
                        maybe(() -> any(WORDS))
                                .map(String::strip)
                                .filter(other -> !details.account().equals(Optional.of(other))),
                        batch);
            default ->
                new Expense(
                        id(),
                        version,
                        details,
                        path(),
                        any(List.of(
                                Provenance.MANUAL, Provenance.DEFAULT, Provenance.IMPORT_HINT, Provenance.rule(7, 2))),
                        random.nextInt(3) == 0 ? splits(details.amount()) : List.of(),
                        maybe(this::id),
                        batch);
        };
    }

    private List<Split> splits(Money amount) {
        Money first = money();
        return List.of(new Split(path(), first), new Split(path(), amount.minus(first)));
    }

    private EntryQuery query() {
        EntryOrder order = any(List.of(EntryOrder.values()));
        long key = order.isByDate() ? date().toEpochDay() : money().minorUnits();
        return new EntryQuery(
                any(List.of(EntryKind.values())),
                random.nextBoolean() ? DateSpan.ALWAYS : DateSpan.ofDays(date(), 1 + random.nextInt(5)),
                maybe(this::path),
                maybe(() -> any(WORDS)),
                maybe(() -> any(WORDS)),
                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(money().minorUnits()),
                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(money().minorUnits()),
                order,
                maybe(() -> new EntryCursor(key, id())),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(5)),
                any(List.of(EntryQuery.Only.values())));
    }

    private long id() {
        return 1 + random.nextLong(20);
    }

    private LocalDate date() {
        return LocalDate.of(2026, 10, 28).plusDays(random.nextInt(8));
    }

    private Money money() {
        return Money.ofMinor(random.nextInt(11) - 5, Money.currency("USD"));
    }

    private CategoryPath path() {
        return CategoryPath.of(any(PATHS));
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
