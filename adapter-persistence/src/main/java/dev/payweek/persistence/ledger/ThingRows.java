package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.schema.tables.Thing.THING;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Record;

/**
 * The things of which a ledger has few. All are read at once when the first of them is asked for, unless they are known
 * by their seal.
 */
final class ThingRows {

    static final ChecksummedTable THINGS = ChecksummedTable.sealed(THING, 3);

    private final Session session;
    private final LedgerRow ledger;
    private Optional<Things> things = Optional.empty();

    ThingRows(Session session, LedgerRow ledger) {
        this.session = session;
        this.ledger = ledger;
    }

    <T> List<T> all(Kind<T> kind) {
        Things now = things.orElseGet(this::known);
        things = Optional.of(now);
        return now.all(kind);
    }

    private Things known() {
        KeptTables known = ledger.recent().known();
        return known.find(THINGS, ledger.seals(), Things.class).orElseGet(() -> {
            Things read = Things.of(load());
            known.keep(THINGS, ledger.seals(), read);
            return read;
        });
    }

    private Map<String, SortedMap<String, String>> load() {
        Map<String, SortedMap<String, String>> loaded = new HashMap<>();
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
        things = things.map(before -> before.with(kind, key, Optional.of(text)));
    }

    void remove(Kind<?> kind, String key) {
        THINGS.remove(session, ledger.seals(), kind.name(), key);
        things = things.map(before -> before.with(kind, key, Optional.empty()));
    }

    /** Reads everything, of kinds too that nobody has asked for, and refuses what is not as it was written. */
    void verify() {
        Map<String, SortedMap<String, String>> loaded = load();
        loaded.forEach((name, texts) -> {
            Kind<?> kind = Kinds.named(name);
            texts.forEach((key, text) -> Things.parse(kind, key, text));
        });
        if (loaded.getOrDefault(Kinds.SETTINGS.name(), new TreeMap<>()).size() != 1) {
            throw CorruptData.incomplete("The settings");
        }
    }
}
