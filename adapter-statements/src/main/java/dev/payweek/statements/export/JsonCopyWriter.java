package dev.payweek.statements.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.statement.ImportKey;
import dev.payweek.statements.text.JsonFile;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.RemovedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what {@link JsonCopyReader} reads. */
final class JsonCopyWriter {

    private static final int CHANGES_AT_ONCE = 500;

    private final LedgerReader ledger;
    private final JsonGenerator json;

    private JsonCopyWriter(LedgerReader ledger, JsonGenerator json) {
        this.ledger = ledger;
        this.json = json;
    }

    static void write(LedgerReader ledger, Writer out) throws IOException {
        try (JsonGenerator json = JsonFile.writer(out)) {
            new JsonCopyWriter(ledger, json).write();
        }
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("payweek", 1);
        json.writeNumberField("last_id", ledger.lastId());
        for (Kind<?> kind : Kinds.SMALL) {
            things(kind);
        }
        entries();
        each(Kinds.IMPORT, ledger.imports());
        rows();
        removedRows();
        changes();
        events();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private <T> void things(Kind<T> kind) throws IOException {
        each(kind, ledger.all(kind));
    }

    private <T> void each(Kind<T> kind, List<T> things) throws IOException {
        begin(kind.name());
        for (T thing : things) {
            json.writeRaw('\n');
            fields(kind.fields(thing));
        }
        end();
    }

    private void begin(String name) throws IOException {
        json.writeRaw('\n');
        json.writeArrayFieldStart(name);
    }

    private void end() throws IOException {
        json.writeEndArray();
    }

    /** A field that comes several times is a list; one that comes once and could come more often is none. */
    private void fields(List<Map.Entry<String, String>> all) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : all) {
            fields.computeIfAbsent(field.getKey(), name -> new ArrayList<>()).add(field.getValue());
        }
        json.writeStartObject();
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            List<String> values = field.getValue();
            if (values.size() == 1) {
                json.writeStringField(field.getKey(), values.get(0));
            } else {
                json.writeFieldName(field.getKey());
                json.writeArray(values.toArray(String[]::new), 0, values.size());
            }
        }
        json.writeEndObject();
    }

    private void entries() throws IOException {
        begin(Kinds.ENTRY.name());
        AllEntries.forEach(ledger, DateSpan.ALWAYS, entry -> {
            json.writeRaw('\n');
            fields(Kinds.ENTRY.fields(entry));
        });
        end();
    }

    private void optional(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get().toString());
        }
    }

    private void rows() throws IOException {
        begin("rows");
        try {
            ledger.forEachImportKey(this::row);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        end();
    }

    private void row(ImportKey key) {
        try {
            json.writeRaw('\n');
            json.writeStartArray();
            json.writeString(key.account());
            json.writeString(key.key());
            json.writeNumber(key.occurrence());
            json.writeNumber(key.entryId());
            json.writeNumber(key.batch());
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removedRows() throws IOException {
        begin(Kinds.REMOVED_ROWS.name());
        for (long batch : ledger.removedImports()) {
            int parts = ledger.removedParts(batch);
            for (int part = 0; part < parts; part++) {
                Optional<RemovedRows> rows = ledger.findRemoved(batch, part);
                if (rows.isPresent()) {
                    json.writeRaw('\n');
                    fields(Kinds.REMOVED_ROWS.fields(rows.get()));
                }
            }
        }
        end();
    }

    private void changes() throws IOException {
        begin("changes");
        List<Change> some = ledger.changesAfter(0, CHANGES_AT_ONCE);
        while (!some.isEmpty()) {
            for (Change change : some) {
                change(change);
            }
            some = ledger.changesAfter(some.get(some.size() - 1).version(), CHANGES_AT_ONCE);
        }
        end();
    }

    private void change(Change change) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeNumberField("version", change.version());
        json.writeStringField("at", change.at().toString());
        json.writeStringField("who", change.who());
        json.writeStringField("what", change.what());
        json.writeArrayFieldStart("edits");
        for (Edit<?> edit : change.edits()) {
            json.writeStartObject();
            json.writeStringField("kind", edit.kind().name());
            json.writeStringField("key", edit.key());
            optional("before", edit.beforeText());
            optional("after", edit.afterText());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void events() throws IOException {
        begin(Kinds.EVENT.name());
        List<ThresholdEvent> some = ledger.thresholdEventsAfter(0, CHANGES_AT_ONCE);
        while (!some.isEmpty()) {
            for (ThresholdEvent event : some) {
                event(event);
            }
            some = ledger.thresholdEventsAfter(some.get(some.size() - 1).id(), CHANGES_AT_ONCE);
        }
        end();
    }

    private void event(ThresholdEvent event) throws IOException {
        json.writeRaw('\n');
        fields(Kinds.EVENT.fields(event));
    }
}
