package dev.payweek.query;

import dev.payweek.store.FieldLines;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which expenses may pay bills, in text beside the point that reports go on from: by number, so that the entries stay
 * the only place where they are said. One of {@code new WrittenPayers(812, LocalDate.of(2026, 8, 1), asked, ids)} is
 * brought up to date by the changes after version 812.
 *
 * @param version the version in which it holds
 * @param from the first day of which it says anything
 * @param asked what the bills ask for, each in words
 * @param entries the expenses, by number
 */
record WrittenPayers(long version, LocalDate from, Collection<String> asked, Collection<Long> entries) {

    String text() {
        return new FieldLines()
                .with("version", version)
                .with("from", from)
                .withEach("asked", List.copyOf(asked))
                .with("entries", entries.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .toString();
    }

    /** Reads what {@link #text} wrote. */
    static WrittenPayers parse(String text) {
        FieldLines.Read from = FieldLines.read(text);
        return new WrittenPayers(
                Long.parseLong(from.one("version")),
                LocalDate.parse(from.one("from")),
                from.each("asked"),
                Stream.of(from.one("entries").split(",", -1))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .toList());
    }
}
