package dev.payweek.store;

import java.util.Optional;

/**
 * One thing as it was before a change and as it is after it.
 *
 * <pre>{@code
 * budget.setAside(SetAside.of("Rent", Money.of("900.00", "USD")));
 * Edit<?> edit = budget.read(view -> view.changesAfter(0, 1)).get(0).edits().get(0);
 * edit.key();       // "Rent"
 * edit.before();    // Optional.empty
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param kind what kind of thing
 * @param key what names it among its kind
 * @param before how it was; nothing when it was not there
 * @param after how it is; nothing when it is gone
 * @param <T> the things of that kind
 */
public record Edit<T>(Kind<T> kind, String key, Optional<T> before, Optional<T> after) {

    /** Returns what was recorded of a thing of the kind by its texts, see {@link Kind#text}; empty for none. */
    public static <T> Edit<T> parse(Kind<T> kind, String key, String before, String after) {
        return new Edit<>(
                kind,
                key,
                Optional.of(before).filter(text -> !text.isEmpty()).map(kind::parse),
                Optional.of(after).filter(text -> !text.isEmpty()).map(kind::parse));
    }

    /** Returns how the thing was, in text. */
    public Optional<String> beforeText() {
        return before.map(kind::text);
    }

    /** Returns how the thing is, in text. */
    public Optional<String> afterText() {
        return after.map(kind::text);
    }
}
