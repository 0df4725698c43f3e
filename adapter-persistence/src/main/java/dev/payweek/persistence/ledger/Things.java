package dev.payweek.persistence.ledger;

import dev.payweek.persistence.jdbc.CorruptData;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.Kind;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All things of small kinds that a ledger holds at one moment. Immutable, so safe for use by many threads. */
final class Things {

    private final Map<String, SortedMap<String, String>> textsByKind;

    /** What has been made of the texts so far. */
    private final Map<Kind<?>, List<?>> made;

    private Things(Map<String, SortedMap<String, String>> textsByKind, Map<Kind<?>, List<?>> made) {
        this.textsByKind = textsByKind;
        this.made = new ConcurrentHashMap<>(made);
    }

    static Things of(Map<String, SortedMap<String, String>> textsByKind) {
        return new Things(textsByKind, Map.of());
    }

    /** Returns the things of a kind in its order: the same list each time, so that who makes more of it knows it. */
    @SuppressWarnings("unchecked") // each list is made by its kind
    <T> List<T> all(Kind<T> kind) {
        return (List<T>) made.computeIfAbsent(kind, this::make);
    }

    private <T> List<T> make(Kind<T> kind) {
        return textsByKind.getOrDefault(kind.name(), new TreeMap<>()).entrySet().stream()
                .map(text -> parse(kind, text.getKey(), text.getValue()))
                .sorted(kind.order())
                .toList();
    }

    static <T> T parse(Kind<T> kind, String key, String text) {
        try {
            return kind.parse(text);
        } catch (LedgerException | IllegalArgumentException | DateTimeException e) {
            throw CorruptData.of("The " + kind.describe(key), e);
        }
    }

    /** Returns these things with the one that the key names as it is now; without it if it is nothing now. */
    Things with(Kind<?> kind, String key, Optional<String> text) {
        Map<String, SortedMap<String, String>> texts = new HashMap<>(textsByKind);
        SortedMap<String, String> ofKind = new TreeMap<>(texts.getOrDefault(kind.name(), new TreeMap<>()));
        text.ifPresentOrElse(now -> ofKind.put(key, now), () -> ofKind.remove(key));
        texts.put(kind.name(), ofKind);
        Map<Kind<?>, List<?>> others = new HashMap<>(made);
        others.remove(kind);
        return new Things(texts, others);
    }
}
