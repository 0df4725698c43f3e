package dev.payweek.persistence.table;

import dev.payweek.ledger.EntryKind;
import java.util.List;

/** Kinds of entries as the tables hold them: numbers that never change, whatever becomes of the order of the words. */
public final class EntryKinds {

    /** All kinds, each at the place of its number. */
    public static final List<EntryKind> ALL = List.of(EntryKind.EXPENSE, EntryKind.INCOME, EntryKind.TRANSFER);

    private EntryKinds() {}

    public static int number(EntryKind kind) {
        return switch (kind) {
            case EXPENSE -> 0;
            case INCOME -> 1;
            case TRANSFER -> 2;
        };
    }
}
