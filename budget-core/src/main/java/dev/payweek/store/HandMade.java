package dev.payweek.store;

import dev.payweek.ledger.EntryKind;
import java.time.LocalDate;

/**
 * An entry that a person made and no bank has confirmed yet, as far as it takes to find the bank's row of it.
 *
 * @param id the entry
 * @param kind what kind of movement
 * @param date its day
 * @param minorUnits its amount; for an expense positive means spent
 */
public record HandMade(long id, EntryKind kind, LocalDate date, long minorUnits) {}
