package dev.payweek.statements.mt940;

/**
 * One field of a message: {@code :61:2603250325D45,10NMSCNONREF}.
 *
 * @param line the line of the file it begins on, from 1
 * @param tag its tag: {@code 61}, {@code 60F}
 * @param value what stands behind the tag, with its further lines behind line feeds
 */
record Field(int line, String tag, String value) {}
