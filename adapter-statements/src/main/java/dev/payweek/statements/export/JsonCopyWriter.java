package dev.payweek.statements.export;

import dev.payweek.category.CategoryPath;
import dev.payweek.change.Change;
import dev.payweek.change.ChangeCodec;
import dev.payweek.change.Edit;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.statements.json.JsonWriter;
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
    private final JsonWriter json;

    JsonCopyWriter(LedgerReader ledger, Writer out) {
        this.ledger = ledger;
        this.json = new JsonWriter(out);
    }

    void write() throws IOException {
        json.begin('{').name("payweek").value(1);
        json.name("last_id").value(ledger.lastId());
        json.name("settings");
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
        json.end('}').line();
    }

    private <T> void each(String name, List<T> things, Function<T, String> text) throws IOException {
        begin(name);
        for (T thing : things) {
            json.line();
            words(text.apply(thing));
        }
        end();
    }

    private void begin(String name) throws IOException {
        json.line().name(name).begin('[');
    }

    private void end() throws IOException {
        json.end(']');
    }

    /** A field that comes several times is a list; one that comes once and could come more often is none. */
    private void words(String words) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : ChangeCodec.fields(words)) {
            fields.merge(field.getKey(), List.of(field.getValue()), JsonCopyWriter::both);
        }
        json.begin('{');
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            json.name(field.getKey());
            if (field.getValue().size() == 1) {
                json.value(field.getValue().get(0));
            } else {
                json.begin('[');
                for (String value : field.getValue()) {
                    json.value(value);
                }
                json.end(']');
            }
        }
        json.end('}');
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void entries() throws IOException {
        begin("entries");
        EachEntry.of(ledger, entry -> {
            json.line();
            words(ChangeCodec.text(entry));
        });
        end();
    }

    private void imports() throws IOException {
        begin("imports");
        for (ImportBatch batch : ledger.imports()) {
            json.line().begin('{');
            json.name("id").value(batch.id()).name("at").value(batch.at().toString());
            json.name("file").value(batch.file()).name("format").value(batch.format());
            json.name("account").value(batch.account());
            json.name("inserted").value(batch.inserted()).name("duplicates").value(batch.duplicates());
            json.name("needs_review")
                    .value(batch.needsReview())
                    .name("rejected")
                    .value(batch.rejected());
            optional("first_date", batch.firstDate());
            optional("last_date", batch.lastDate());
            json.name("state").value(batch.state().name());
            json.end('}');
        }
        end();
    }

    private void optional(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.name(name).value(value.get().toString());
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
            json.line().begin('[').value(key.account()).value(key.key()).value(key.occurrence());
            json.value(key.entryId()).value(key.batch()).end(']');
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
        json.line().begin('{');
        json.name("version")
                .value(change.version())
                .name("at")
                .value(change.at().toString());
        json.name("who").value(change.who()).name("what").value(change.what());
        json.name("edits").begin('[');
        for (Edit edit : change.edits()) {
            json.begin('{')
                    .name("subject")
                    .value(edit.subject().name())
                    .name("key")
                    .value(edit.key());
            optional("before", edit.before());
            optional("after", edit.after());
            json.end('}');
        }
        json.end(']').end('}');
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
        json.line().begin('{');
        json.name("id").value(event.id()).name("at").value(event.at().toString());
        json.name("threshold").value(event.threshold().name());
        json.name("retracted").value(Boolean.toString(event.retracted()));
        json.name("start").value(event.span().startInclusive().toString());
        json.name("end").value(event.span().endExclusive().toString());
        optional("category", event.category().map(CategoryPath::name));
        optional("spent", event.spent());
        optional("limit", event.limit());
        json.end('}');
    }
}
