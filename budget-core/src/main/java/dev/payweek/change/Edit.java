package dev.payweek.change;

import java.util.Optional;

/**
 * One thing as it was before a change and as it is after it.
 *
 * @param subject what kind of thing
 * @param key what names it among its kind
 * @param before how it was, in the words of {@link Recorded}; nothing when it was not there
 * @param after how it is; nothing when it is gone
 */
public record Edit(Subject subject, String key, Optional<String> before, Optional<String> after) {}
