package dev.payweek.edit;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.store.Kinds;
import java.util.List;
import java.util.Optional;

/**
 * Adds, replaces, moves and deletes entries: {@code new EntryEdits(session).add(draft)}. For one thread, with its
 * session.
 */
public final class EntryEdits {

    private final LedgerSession session;

    /** Creates the edits of a ledger's entries. */
    public EntryEdits(LedgerSession session) {
        this.session = session;
    }

    /** Adds an entry; an expense without a category gets the one the rules say. */
    public Entry add(EntryDraft draft) {
        Entry entry = new EntryFactory(session).entry(draft, session.writer().nextId(), 1, Optional.empty());
        session.log().add(entry, "add " + LedgerSession.named(entry));
        return entry;
    }

    /** Replaces an entry by what the draft says; a category left out stays as it was decided before. */
    public Entry replace(long id, EntryDraft draft) {
        Entry before = session.getEntry(draft.kind(), id);
        Entry entry = new EntryFactory(session).entry(draft, id, before.version() + 1, Optional.of(before));
        return replaced(before, entry, "change " + LedgerSession.named(entry));
    }

    /** What is as it was before is no change, which would be the one that is undone next. */
    private Entry replaced(Entry before, Entry after, String what) {
        if (before.withVersion(after.version()).equals(after)) {
            return before;
        }
        session.log().replace(Kinds.ENTRY, before, after, what);
        return after;
    }

    /** Deletes an entry; the memory of the row it was imported from stays. */
    public void delete(EntryKind kind, long id) {
        Entry before = session.getEntry(kind, id);
        session.log().remove(Kinds.ENTRY, before, "delete " + LedgerSession.named(before));
    }

    /** Puts a whole expense into a category because a person says so; parts it was split into are gone. */
    public Expense move(long id, String category) {
        Expense before = (Expense) session.getEntry(EntryKind.EXPENSE, id);
        Expense after = before.withCategory(session.openCategory(category), Provenance.MANUAL)
                .withParts(List.of())
                .withVersion(before.version() + 1);
        String what = "move " + LedgerSession.named(after) + " to " + after.category();
        return (Expense) replaced(before, after, what);
    }
}
