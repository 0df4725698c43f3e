package dev.payweek.store;

import java.util.Optional;

/**
 * One thing as it was before a change and as it is after it.
 *
 * <pre>{@code
 * budget.reserve("Rent", Money.of("900.00", "USD"));
 * Edit edit = budget.read(view -> view.changesAfter(0, 1)).get(0).edits().get(0);
 * edit.key();             // "2026-11-22 Rent"
 * edit.before();          // Optional.empty
 * edit.after().get();     // "name=Rent\namount=900.00 USD\nfrom=2026-11-22\n"
 * }</pre>
 *
 * @param subject what kind of thing
 * @param key what names it among its kind; see {@link Kind}
 * @param before how it was, in the words of {@link ChangeCodec}; nothing when it was not there
 * @param after how it is; nothing when it is gone
 */
public record Edit(Kind subject, String key, Optional<String> before, Optional<String> after) {}
