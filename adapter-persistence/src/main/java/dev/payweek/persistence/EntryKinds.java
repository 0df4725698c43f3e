package dev.payweek.persistence;

import dev.payweek.ledger.EntryKind;
import java.util.List;

/** Kinds of entries as the tables hold them: numbers that never change, whatever becomes of the order of the words. */
final class EntryKinds {

    /** All kinds, each at the place of its number. */
    static final List<EntryKind> ALL = List.of(EntryKind.EXPENSE, EntryKind.INCOME, EntryKind.TRANSFER);

    private EntryKinds() {}

    static int number(EntryKind kind) {
        return switch (kind) {
            case EXPENSE -> 0;
            case INCOME -> 1;
            case TRANSFER -> 2;
        };
    }
}
