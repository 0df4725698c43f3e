/**
 * Finding many words and patterns in a text in time bounded by the text.
 *
 * <p>{@link dev.payweek.match.TextPattern} is a regular expression that no text can make slow: it is read into a {@link
 * dev.payweek.match.Node}, written out as a {@link dev.payweek.match.Program} and run over all its states at once.
 * {@link dev.payweek.match.AhoCorasick} finds any number of phrases in one pass. Everything works on case-folded text.
 * Knows no entries and no rules.
 */
@NullMarked
package dev.payweek.match;

import org.jspecify.annotations.NullMarked;
