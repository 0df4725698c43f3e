package dev.payweek.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One account of one file, as it was imported. Its counts add up to the rows of the file.
 *
 * @param id the number that names it within its ledger
 * @param at when it was imported
 * @param file the file's name
 * @param format the format's name
 * @param account the account's name in the ledger
 * @param inserted how many rows were written, those to review included
 * @param duplicates how many were there already
 * @param needsReview how many of the inserted look like entries already there
 * @param rejected how many could not be understood
 * @param firstDate the earliest booking day of its rows
 * @param lastDate the latest booking day of its rows
 */
public record ImportBatch(
        long id,
        Instant at,
        String file,
        String format,
        String account,
        int inserted,
        int duplicates,
        int needsReview,
        int rejected,
        Optional<LocalDate> firstDate,
        Optional<LocalDate> lastDate) {}
