package dev.payweek.statements.export;

import dev.payweek.ledger.Entry;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportKey;
import dev.payweek.statements.text.JsonFile;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
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
        ledger.all(Kinds.CATEGORY)
                .forEach(category ->
                        ledger.remove(Kinds.CATEGORY, category.path().name()));
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
            case "entry" -> each(Kinds.ENTRY, this::add);
            case "import" -> each(Kinds.IMPORT, ledger::put);
            case "rows" -> json.elements(() -> add(row()));
            case "removed_rows" -> each(Kinds.REMOVED_ROWS, ledger::put);
            case "changes" -> json.elements(() -> ledger.append(change()));
            case "event" -> each(Kinds.EVENT, ledger::add);
            default ->
                things(Kinds.find(part)
                        .filter(Kinds.SMALL::contains)
                        .orElseThrow(() -> broken("holds \"" + part + "\", which this version does not know")));
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

    private <T> void things(Kind<T> kind) throws IOException {
        each(kind, thing -> ledger.put(kind, thing));
    }

    private <T> void each(Kind<T> kind, Consumer<T> action) throws IOException {
        json.elements(() -> action.accept(kind.of(allFields())));
    }

    private List<Map.Entry<String, String>> allFields() throws IOException {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        json.members(name -> {
            if (json.isList()) {
                json.elements(() -> fields.add(Map.entry(name, json.scalar())));
            } else {
                fields.add(Map.entry(name, json.scalar()));
            }
        });
        return fields;
    }

    private Map<String, String> fields() throws IOException {
        Map<String, String> fields = new HashMap<>();
        json.members(name -> fields.put(name, json.scalar()));
        return fields;
    }

    private String one(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow(() -> broken("lacks a field \"" + name + "\""));
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
        List<Edit<?>> edits = new ArrayList<>();
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

    private Edit<?> edit(Map<String, String> fields) {
        return Edit.parse(
                Kinds.named(one(fields, "kind")),
                one(fields, "key"),
                fields.getOrDefault("before", ""),
                fields.getOrDefault("after", ""));
    }

    private LedgerException broken(String what) {
        return LedgerException.invalid("file", "malformed", "Line " + json.line() + ": the copy " + what + ".");
    }
}
