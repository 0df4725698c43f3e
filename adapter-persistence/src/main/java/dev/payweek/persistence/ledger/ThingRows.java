package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.schema.tables.Thing.THING;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Record;

/** The things of which a ledger has few. All are read at once, when the first of them is asked for. */
final class ThingRows {

    static final ChecksummedTable THINGS = ChecksummedTable.sealed(THING, 3);

    private final Session session;
    private final LedgerRow ledger;
    private final Map<Kind<?>, List<?>> parsed = new HashMap<>();
    private Optional<Map<String, Map<String, String>>> textsByKind = Optional.empty();

    ThingRows(Session session, LedgerRow ledger) {
        this.session = session;
        this.ledger = ledger;
    }

    <T> List<T> all(Kind<T> kind) {
        return parsed.computeIfAbsent(kind, this::read).stream().map(kind::cast).toList();
    }

    private <T> List<T> read(Kind<T> kind) {
        return texts(kind).entrySet().stream()
                .map(text -> parse(kind, text.getKey(), text.getValue()))
                .sorted(kind.order())
                .toList();
    }

    private static <T> T parse(Kind<T> kind, String key, String text) {
        try {
            return kind.parse(text);
        } catch (LedgerException | IllegalArgumentException | DateTimeException e) {
            throw CorruptData.of("The " + kind.describe(key), e);
        }
    }

    private Map<String, String> texts(Kind<?> kind) {
        Map<String, Map<String, String>> loaded = textsByKind.orElseGet(this::load);
        textsByKind = Optional.of(loaded);
        return loaded.computeIfAbsent(kind.name(), none -> new TreeMap<>());
    }

    private Map<String, Map<String, String>> load() {
        Map<String, Map<String, String>> loaded = new HashMap<>();
        for (Record row : THINGS.all(session, ledger.seals())) {
            loaded.computeIfAbsent(row.get(THING.KIND), kind -> new TreeMap<>())
                    .put(row.get(THING.NAME), row.get(THING.BODY));
        }
        return loaded;
    }

    <T> void put(Kind<T> kind, T thing) {
        String key = kind.key(thing);
        String text = kind.text(thing);
        THINGS.put(session, ledger.seals(), kind.name(), key, text);
        changed(kind).ifPresent(texts -> texts.put(key, text));
    }

    void remove(Kind<?> kind, String key) {
        THINGS.remove(session, ledger.seals(), kind.name(), key);
        changed(kind).ifPresent(texts -> texts.remove(key));
    }

    private Optional<Map<String, String>> changed(Kind<?> kind) {
        parsed.remove(kind);
        return textsByKind.map(loaded -> loaded.computeIfAbsent(kind.name(), none -> new TreeMap<>()));
    }

    /** Reads everything, of kinds too that nobody has asked for, and refuses what is not as it was written. */
    void verify() {
        Map<String, Map<String, String>> loaded = load();
        loaded.forEach((name, texts) -> {
            Kind<?> kind = Kinds.named(name);
            texts.forEach((key, text) -> parse(kind, key, text));
        });
        if (loaded.getOrDefault(Kinds.SETTINGS.name(), Map.of()).size() != 1) {
            throw CorruptData.incomplete("The settings");
        }
    }
}
