package dev.payweek.statement;

/**
 * How far an import has come.
 *
 * @param rows how many rows of the file have been taken or turned away
 * @param bytes how many bytes of the file have been read in the present pass; a format may look through the whole file
 *     before it gives the first row
 */
public record ImportProgress(long rows, long bytes) {}
