package dev.payweek.statements.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.payweek.category.CategoryPath;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.statements.text.JsonFile;
import dev.payweek.store.Change;
import dev.payweek.store.ChangeCodec;
import dev.payweek.store.Edit;
import dev.payweek.store.LedgerReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
        json.writeFieldName("settings");
        words(ChangeCodec.text(ledger.settings()));
        each("categories", ledger.categories(), ChangeCodec::text);
        each("accounts", ledger.accounts(), ChangeCodec::text);
        each("rules", ledger.rules(), ChangeCodec::text);
        each("limits", ledger.limits(), ChangeCodec::text);
        each("reserved", ledger.reserved(), ChangeCodec::text);
        entries();
        imports();
        rows();
        changes();
        events();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private <T> void each(String name, List<T> things, Function<T, String> text) throws IOException {
        begin(name);
        for (T thing : things) {
            json.writeRaw('\n');
            words(text.apply(thing));
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
    private void words(String words) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : ChangeCodec.fields(words)) {
            fields.merge(field.getKey(), List.of(field.getValue()), JsonCopyWriter::both);
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

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void entries() throws IOException {
        begin("entries");
        AllEntries.forEach(ledger, entry -> {
            json.writeRaw('\n');
            words(ChangeCodec.text(entry));
        });
        end();
    }

    private void imports() throws IOException {
        begin("imports");
        for (ImportBatch batch : ledger.imports()) {
            json.writeRaw('\n');
            json.writeStartObject();
            json.writeNumberField("id", batch.id());
            json.writeStringField("at", batch.at().toString());
            json.writeStringField("file", batch.file());
            json.writeStringField("format", batch.format());
            json.writeStringField("account", batch.account());
            json.writeNumberField("inserted", batch.inserted());
            json.writeNumberField("duplicates", batch.duplicates());
            json.writeNumberField("needs_review", batch.needsReview());
            json.writeNumberField("rejected", batch.rejected());
            optional("first_date", batch.firstDate());
            optional("last_date", batch.lastDate());
            json.writeStringField("state", batch.state().name());
            json.writeEndObject();
        }
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
        for (Edit edit : change.edits()) {
            json.writeStartObject();
            json.writeStringField("subject", edit.subject().name());
            json.writeStringField("key", edit.key());
            optional("before", edit.before());
            optional("after", edit.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void events() throws IOException {
        begin("events");
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
        json.writeStartObject();
        json.writeNumberField("id", event.id());
        json.writeStringField("at", event.at().toString());
        json.writeStringField("threshold", event.threshold().name());
        json.writeStringField("retracted", Boolean.toString(event.retracted()));
        json.writeStringField("start", event.span().startInclusive().toString());
        json.writeStringField("end", event.span().endExclusive().toString());
        optional("category", event.category().map(CategoryPath::name));
        optional("spent", event.spent());
        optional("limit", event.limit());
        json.writeEndObject();
    }
}
