package dev.payweek.statement;

/**
 * How far an import has come: {@code new ImportProgress(4_000, 262_144)} says 4,000 rows out of the first 256 KiB.
 *
 * @param rows how many rows of the file have been taken or turned away
 * @param bytes how many bytes of the file have been read in the present pass; a format may look through the whole file
 *     before it gives the first row
 */
public record ImportProgress(long rows, long bytes) {}
