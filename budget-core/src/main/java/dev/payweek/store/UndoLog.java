package dev.payweek.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** Changes to maps, each with how to revert it. */
final class UndoLog {

    private final Deque<Runnable> steps = new ArrayDeque<>();

    <K, V> void set(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        steps.push(() -> restore(map, key, Optional.ofNullable(before)));
    }

    <K, V> Optional<V> unset(Map<K, V> map, K key) {
        Optional<V> before = Optional.ofNullable(map.remove(key));
        steps.push(() -> restore(map, key, before));
        return before;
    }

    private static <K, V> void restore(Map<K, V> map, K key, Optional<V> before) {
        before.ifPresentOrElse(value -> map.put(key, value), () -> map.remove(key));
    }

    /** Makes every change stay. */
    void forget() {
        steps.clear();
    }

    /** Reverts every change, the last one first. */
    void all() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}
