package dev.payweek.edit;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.PrintableText;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes to the ledger and records how each thing was before, so that the whole can be undone:
 * {@code log.put(Kinds.LIMIT, limit, "limit Fun")}. For one thread, with its session.
 */
public final class ChangeLog {

    private static final int MAX_WHAT = 200;

    private final LedgerWriter writer;
    private final Runnable changed;
    private final List<Edit<?>> edits = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    /** The second argument is run when anything but an entry was changed. */
    ChangeLog(LedgerWriter writer, Runnable changed) {
        this.writer = writer;
        this.changed = changed;
    }

    /** Returns the changes made so far, in order. */
    public List<Edit<?>> edits() {
        return List.copyOf(edits);
    }

    /** Adds a thing, or replaces the one of its key. */
    public <T> void put(Kind<T> kind, T thing, String what) {
        String key = kind.key(thing);
        record(kind, key, current(kind, key), Optional.of(thing), what);
    }

    /** Adds an entry whose number was given out just now, so that none has to be looked for. */
    public void add(Entry entry, String what) {
        record(Kinds.ENTRY, Kinds.ENTRY.key(entry), Optional.empty(), Optional.of(entry), what);
    }

    /** Replaces a thing as it stands in the ledger by another of the same key. */
    public <T> void replace(Kind<T> kind, T before, T after, String what) {
        record(kind, kind.key(before), Optional.of(before), Optional.of(after), what);
    }

    /** Removes a thing as it stands in the ledger. */
    public <T> void remove(Kind<T> kind, T thing, String what) {
        record(kind, kind.key(thing), Optional.of(thing), Optional.empty(), what);
    }

    /** The rows of an import are many and come back only together, so the record names the import and not each row. */
    public void imported(ImportBatch batch, boolean hadBegun) {
        Optional<ImportBatch> after = Optional.of(batch);
        edits.add(edit(batch, hadBegun ? after : Optional.empty(), after));
        // What else came with it, such as the account, is part of the import.
        describe("import " + batch.file() + (hadBegun ? ", " + batch.inserted() + " new rows so far" : ""));
    }

    /** Records that an import has come to another state by a piece of its rows that went or came; the rows are not. */
    void moved(Optional<ImportBatch> before, Optional<ImportBatch> after, String what) {
        edits.add(edit(after.or(() -> before).orElseThrow(), before, after));
        done.add(what);
    }

    /** Returns the imports of which some rows have gone or come back so far, and more are to follow. */
    public List<Long> moving() {
        return edits.stream()
                .filter(edit -> edit.kind().equals(Kinds.IMPORT))
                .flatMap(edit -> edit.after().map(Kinds.IMPORT::cast).stream())
                .filter(ImportBatch::isMoving)
                .map(ImportBatch::id)
                .distinct()
                .toList();
    }

    private static Edit<ImportBatch> edit(
            ImportBatch batch, Optional<ImportBatch> before, Optional<ImportBatch> after) {
        return new Edit<>(Kinds.IMPORT, Kinds.IMPORT.key(batch), before, after);
    }

    /** Puts a thing back to how it was before an edit. */
    <T> void putBack(Edit<T> edit) {
        Kind<T> kind = edit.kind();
        Optional<T> current = current(kind, edit.key());
        if (!unversioned(kind, current).equals(unversioned(kind, edit.after()))) {
            String what = kind.describe(edit.key());
            throw LedgerException.conflict("The " + what + (kind.equals(Kinds.SETTINGS) ? " have" : " has")
                    + " been changed since; undo that change first.");
        }
        record(kind, edit.key(), current, edit.before(), "undo");
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Says in one sentence what everything recorded so far was for. */
    public void describe(String what) {
        done.clear();
        done.add(what.length() <= MAX_WHAT ? what : PrintableText.cut(what, MAX_WHAT) + "…");
    }

    /** Does more of what everything recorded so far was for: it keeps that name. */
    public void within(Runnable more) {
        List<String> before = List.copyOf(done);
        more.run();
        if (!before.isEmpty()) {
            done.clear();
            done.addAll(before);
        }
    }

    private <T> void record(Kind<T> kind, String key, Optional<T> before, Optional<T> after, String what) {
        // What replaces another gets a version of its own, so that nobody takes it for the one they saw.
        Optional<T> written = before.isEmpty()
                ? after
                : after.map(thing ->
                        kind.withVersion(thing, Math.max(kind.version(thing), kind.version(before.get()) + 1)));
        if (!before.equals(after) && !before.equals(written)) {
            apply(kind, key, written);
            edits.add(new Edit<>(kind, key, before, written));
            done.add(what);
        }
    }

    /** Going back and forth raises versions, so what a thing is like is compared without them. */
    private static <T> Optional<T> unversioned(Kind<T> kind, Optional<T> thing) {
        return thing.map(some -> kind.withVersion(some, 0));
    }

    private <T> Optional<T> current(Kind<T> kind, String key) {
        return kind.equals(Kinds.ENTRY)
                ? writer.findEntry(Long.parseLong(key)).map(kind::cast)
                : writer.find(kind, key);
    }

    private <T> void apply(Kind<T> kind, String key, Optional<T> after) {
        if (kind.equals(Kinds.ENTRY)) {
            after.map(Kinds.ENTRY::cast).ifPresentOrElse(writer::put, () -> writer.removeEntry(Long.parseLong(key)));
        } else {
            after.ifPresentOrElse(thing -> writer.put(kind, thing), () -> writer.remove(kind, key));
            changed.run();
        }
    }

    void finish(String who, Instant now) {
        if (!edits.isEmpty()) {
            String what =
                    done.size() == 1 ? done.get(0) : done.get(done.size() - 1) + " and " + (done.size() - 1) + " more";
            writer.append(new Change(writer.version() + 1, now, who, what, edits));
        }
    }
}
