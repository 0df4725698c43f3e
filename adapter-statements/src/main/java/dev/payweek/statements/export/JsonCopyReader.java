package dev.payweek.statements.export;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.plan.ThresholdEvent.Threshold;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.statements.text.JsonFile;
import dev.payweek.store.Change;
import dev.payweek.store.ChangeCodec;
import dev.payweek.store.Edit;
import dev.payweek.store.Kind;
import dev.payweek.store.LedgerWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what {@link JsonCopyWriter} writes into a ledger. A field or part that is not known is refused. */
final class JsonCopyReader {

    private static final int AT_ONCE = 1_000;

    private final JsonFile json;
    private final LedgerWriter ledger;
    private final List<Entry> entries = new ArrayList<>();
    private final List<ImportKey> rows = new ArrayList<>();

    JsonCopyReader(JsonFile json, LedgerWriter ledger) {
        this.json = json;
        this.ledger = ledger;
    }

    void restore() throws IOException {
        ledger.categories().forEach(category -> ledger.removeCategory(category.path()));
        json.read(this::read);
        flush();
    }

    private void read(String part) throws IOException {
        try {
            part(part);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw broken("holds something that cannot be in \"" + part + "\"");
        }
    }

    private void part(String part) throws IOException {
        switch (part) {
            case "payweek" -> requireKnown(json.scalar());
            case "last_id" -> ledger.skipIdsTo(Long.parseLong(json.scalar()));
            case "settings" -> ledger.put(ChangeCodec.settings(words()));
            case "categories" -> each(words -> ledger.put(ChangeCodec.category(words)));
            case "accounts" -> each(words -> ledger.put(ChangeCodec.account(words)));
            case "rules" -> each(words -> ledger.put(ChangeCodec.rule(words)));
            case "limits" -> each(words -> ledger.put(ChangeCodec.limit(words)));
            case "reserved" -> each(words -> ledger.put(ChangeCodec.reserved(words)));
            case "entries" -> each(words -> add(ChangeCodec.entry(words)));
            case "imports" -> json.elements(() -> ledger.put(batch(fields())));
            case "rows" -> json.elements(() -> add(row()));
            case "changes" -> json.elements(() -> ledger.append(change()));
            case "events" -> json.elements(() -> ledger.add(event(fields())));
            default -> throw broken("holds \"" + part + "\", which this version does not know");
        }
    }

    private void requireKnown(String form) {
        if (!form.equals("1")) {
            throw broken("is of form " + form + ", and this version knows form 1");
        }
    }

    private void add(Entry entry) {
        entries.add(entry);
        if (entries.size() >= AT_ONCE) {
            flush();
        }
    }

    private void add(ImportKey row) {
        rows.add(row);
        if (rows.size() >= AT_ONCE) {
            flush();
        }
    }

    private void flush() {
        ledger.add(entries);
        ledger.putImportKeys(rows);
        entries.clear();
        rows.clear();
    }

    private void each(Consumer<String> put) throws IOException {
        json.elements(() -> put.accept(words()));
    }

    private String words() throws IOException {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        json.members(name -> {
            if (json.isList()) {
                json.elements(() -> fields.add(Map.entry(name, json.scalar())));
            } else {
                fields.add(Map.entry(name, json.scalar()));
            }
        });
        return ChangeCodec.words(fields);
    }

    private Map<String, String> fields() throws IOException {
        Map<String, String> fields = new HashMap<>();
        json.members(name -> fields.put(name, json.scalar()));
        return fields;
    }

    private String one(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow(() -> broken("lacks a field \"" + name + "\""));
    }

    private ImportBatch batch(Map<String, String> fields) {
        return new ImportBatch(
                Long.parseLong(one(fields, "id")),
                Instant.parse(one(fields, "at")),
                one(fields, "file"),
                one(fields, "format"),
                one(fields, "account"),
                Integer.parseInt(one(fields, "inserted")),
                Integer.parseInt(one(fields, "duplicates")),
                Integer.parseInt(one(fields, "needs_review")),
                Integer.parseInt(one(fields, "rejected")),
                Optional.ofNullable(fields.get("first_date")).map(LocalDate::parse),
                Optional.ofNullable(fields.get("last_date")).map(LocalDate::parse),
                ImportBatch.State.valueOf(one(fields, "state")));
    }

    private ImportKey row() throws IOException {
        List<String> parts = new ArrayList<>();
        json.elements(() -> parts.add(json.scalar()));
        if (parts.size() != 5) {
            throw broken("has a row of " + parts.size() + " parts instead of 5");
        }
        return new ImportKey(
                parts.get(0),
                parts.get(1),
                Integer.parseInt(parts.get(2)),
                Long.parseLong(parts.get(3)),
                Long.parseLong(parts.get(4)));
    }

    private Change change() throws IOException {
        Map<String, String> fields = new HashMap<>();
        List<Edit> edits = new ArrayList<>();
        json.members(name -> {
            if (name.equals("edits")) {
                json.elements(() -> edits.add(edit(fields())));
            } else {
                fields.put(name, json.scalar());
            }
        });
        return new Change(
                Long.parseLong(one(fields, "version")),
                Instant.parse(one(fields, "at")),
                one(fields, "who"),
                one(fields, "what"),
                edits);
    }

    private Edit edit(Map<String, String> fields) {
        return new Edit(
                Kind.valueOf(one(fields, "subject")),
                one(fields, "key"),
                Optional.ofNullable(fields.get("before")),
                Optional.ofNullable(fields.get("after")));
    }

    private ThresholdEvent event(Map<String, String> fields) {
        return new ThresholdEvent(
                Long.parseLong(one(fields, "id")),
                Instant.parse(one(fields, "at")),
                Threshold.valueOf(one(fields, "threshold")),
                Boolean.parseBoolean(one(fields, "retracted")),
                new DateSpan(LocalDate.parse(one(fields, "start")), LocalDate.parse(one(fields, "end"))),
                Optional.ofNullable(fields.get("category")).map(CategoryPath::of),
                Optional.ofNullable(fields.get("spent")).map(Money::parse),
                Optional.ofNullable(fields.get("limit")).map(Money::parse));
    }

    private LedgerException broken(String what) {
        return LedgerException.invalid("file", "malformed", "Line " + json.line() + ": the copy " + what + ".");
    }
}
