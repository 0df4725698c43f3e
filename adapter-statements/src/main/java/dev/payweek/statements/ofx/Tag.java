package dev.payweek.statements.ofx;

/**
 * A tag and the text that follows it.
 *
 * @param name in capitals, without namespace
 * @param closing whether it is a closing tag
 * @param text what follows up to the next tag, without blanks around; empty for aggregates
 * @param line the line it stands on, from 1
 */
record Tag(String name, boolean closing, String text, int line) {}
