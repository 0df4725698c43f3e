package dev.payweek.edit;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.PrintableText;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.CategoryRule;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.Change;
import dev.payweek.store.ChangeCodec;
import dev.payweek.store.Edit;
import dev.payweek.store.Kind;
import dev.payweek.store.LedgerWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes to the ledger and remembers how each thing was before, so that the whole can be undone:
 * {@code log.put(entry, "add expense 901")}. For one thread, with its session.
 */
public final class ChangeLog {

    private static final int MAX_WHAT = 200;

    private final LedgerWriter writer;
    private final Runnable changed;
    private final List<Edit> edits = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    /** The second argument is told when anything but an entry was changed. */
    ChangeLog(LedgerWriter writer, Runnable changed) {
        this.writer = writer;
        this.changed = changed;
    }

    public void put(Entry entry, String what) {
        record(Kind.ENTRY, Long.toString(entry.id()), Optional.of(ChangeCodec.text(entry)), what);
    }

    public void removeEntry(Entry entry, String what) {
        record(Kind.ENTRY, Long.toString(entry.id()), Optional.empty(), what);
    }

    public void put(Category category, String what) {
        record(Kind.CATEGORY, category.path().name(), Optional.of(ChangeCodec.text(category)), what);
    }

    public void removeCategory(Category category, String what) {
        record(Kind.CATEGORY, category.path().name(), Optional.empty(), what);
    }

    public void put(CategoryRule rule, String what) {
        record(Kind.RULE, Long.toString(rule.id()), Optional.of(ChangeCodec.text(rule)), what);
    }

    public void removeRule(CategoryRule rule, String what) {
        record(Kind.RULE, Long.toString(rule.id()), Optional.empty(), what);
    }

    public void put(SoftLimit limit, String what) {
        record(Kind.LIMIT, dated(limit.category().name(), limit.from()), Optional.of(ChangeCodec.text(limit)), what);
    }

    public void removeLimit(SoftLimit limit, String what) {
        record(Kind.LIMIT, dated(limit.category().name(), limit.from()), Optional.empty(), what);
    }

    public void put(Reserved reserved, String what) {
        record(Kind.RESERVED, dated(reserved.name(), reserved.from()), Optional.of(ChangeCodec.text(reserved)), what);
    }

    public void removeReserved(Reserved reserved, String what) {
        record(Kind.RESERVED, dated(reserved.name(), reserved.from()), Optional.empty(), what);
    }

    public void put(Account account, String what) {
        record(Kind.ACCOUNT, account.name(), Optional.of(ChangeCodec.text(account)), what);
    }

    public void removeAccount(Account account, String what) {
        record(Kind.ACCOUNT, account.name(), Optional.empty(), what);
    }

    public void put(LedgerSettings settings, String what) {
        record(Kind.SETTINGS, "", Optional.of(ChangeCodec.text(settings)), what);
    }

    /** The rows of an import are many and come back only together, so the record names the import and not each row. */
    public void arrived(ImportBatch batch, boolean hadBegun) {
        Optional<String> file = Optional.of(batch.file());
        edits.add(new Edit(Kind.IMPORT, key(batch), hadBegun ? file : Optional.empty(), file));
        // What else came with it, such as the account, is part of the import.
        describe("import " + batch.file() + (hadBegun ? ", " + batch.inserted() + " new rows so far" : ""));
    }

    /** Removes a part of an import, and at last the import itself; returns whether there is more of it. */
    public boolean removeSome(ImportBatch batch, int most, Instant now) {
        if (writer.removeSomeOfImport(batch.id(), most) < most) {
            removeImport(batch);
            return false;
        }
        writer.put(batch.withState(ImportBatch.State.REVERTING, now));
        Optional<String> file = Optional.of(batch.file());
        edits.add(new Edit(Kind.IMPORT, key(batch), file, file));
        done.add("remove a part of the import of " + batch.file());
        return true;
    }

    private static String key(ImportBatch batch) {
        return Long.toString(batch.id());
    }

    public void removeImport(ImportBatch batch) {
        writer.entryIdsOfImport(batch.id()).forEach(writer::removeEntry);
        writer.removeImport(batch.id());
        edits.add(new Edit(Kind.IMPORT, Long.toString(batch.id()), Optional.of(batch.file()), Optional.empty()));
        done.add("remove import of " + batch.file());
    }

    /** Puts a thing back to how it was before an edit. */
    void putBack(Edit edit) {
        if (!unversioned(edit.subject(), current(edit.subject(), edit.key()))
                .equals(unversioned(edit.subject(), edit.after()))) {
            String what = edit.subject() == Kind.SETTINGS
                    ? "settings have"
                    : edit.subject().name().toLowerCase(Locale.ROOT) + " " + edit.key() + " has";
            throw LedgerException.conflict("The " + what + " been changed since; undo that change first.");
        }
        record(edit.subject(), edit.key(), edit.before(), "undo");
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Says in one sentence what everything recorded so far was for. */
    public void describe(String what) {
        done.clear();
        done.add(what.length() <= MAX_WHAT ? what : PrintableText.cut(what, MAX_WHAT) + "…");
    }

    private void record(Kind subject, String key, Optional<String> after, String what) {
        Optional<String> before = current(subject, key);
        Optional<String> written = after.map(text -> raised(subject, text, before));
        if (!before.equals(written)) {
            apply(subject, key, written);
            edits.add(new Edit(subject, key, before, written));
            done.add(what);
        }
    }

    /** What goes back gets a version of its own, so that nobody takes it for the one they saw. */
    private static String raised(Kind subject, String text, Optional<String> before) {
        if (before.isEmpty()) {
            return text;
        }
        return switch (subject) {
            case ENTRY -> {
                Entry entry = ChangeCodec.entry(text);
                int stored = ChangeCodec.entry(before.get()).version();
                yield ChangeCodec.text(entry.withVersion(Math.max(entry.version(), stored + 1)));
            }
            case RULE -> {
                CategoryRule rule = ChangeCodec.rule(text);
                int stored = ChangeCodec.rule(before.get()).version();
                yield ChangeCodec.text(rule.withVersion(Math.max(rule.version(), stored + 1)));
            }
            default -> text;
        };
    }

    /** Going back and forth raises versions, so what a thing is like is told without them. */
    private static Optional<String> unversioned(Kind subject, Optional<String> text) {
        return switch (subject) {
            case ENTRY ->
                text.map(words -> ChangeCodec.text(ChangeCodec.entry(words).withVersion(0)));
            case RULE ->
                text.map(words -> ChangeCodec.text(ChangeCodec.rule(words).withVersion(0)));
            default -> text;
        };
    }

    private Optional<String> current(Kind subject, String key) {
        return switch (subject) {
            case ENTRY -> writer.findEntry(Long.parseLong(key)).map(ChangeCodec::text);
            case CATEGORY ->
                writer.categories().stream()
                        .filter(category -> category.path().name().equals(key))
                        .findFirst()
                        .map(ChangeCodec::text);
            case RULE ->
                writer.rules().stream()
                        .filter(rule -> Long.toString(rule.id()).equals(key))
                        .findFirst()
                        .map(ChangeCodec::text);
            case LIMIT ->
                writer.limits().stream()
                        .filter(limit ->
                                dated(limit.category().name(), limit.from()).equals(key))
                        .findFirst()
                        .map(ChangeCodec::text);
            case RESERVED ->
                writer.reserved().stream()
                        .filter(reserved ->
                                dated(reserved.name(), reserved.from()).equals(key))
                        .findFirst()
                        .map(ChangeCodec::text);
            case ACCOUNT ->
                writer.accounts().stream()
                        .filter(account -> account.name().equals(key))
                        .findFirst()
                        .map(ChangeCodec::text);
            case SETTINGS -> Optional.of(ChangeCodec.text(writer.settings()));
            case IMPORT -> writer.findImport(Long.parseLong(key)).map(ImportBatch::file);
        };
    }

    private void apply(Kind subject, String key, Optional<String> after) {
        switch (subject) {
            case ENTRY ->
                after.map(ChangeCodec::entry)
                        .ifPresentOrElse(writer::put, () -> writer.removeEntry(Long.parseLong(key)));
            case CATEGORY ->
                after.map(ChangeCodec::category)
                        .ifPresentOrElse(writer::put, () -> writer.removeCategory(CategoryPath.of(key)));
            case RULE ->
                after.map(ChangeCodec::rule).ifPresentOrElse(writer::put, () -> writer.removeRule(Long.parseLong(key)));
            case LIMIT ->
                after.map(ChangeCodec::limit)
                        .ifPresentOrElse(writer::put, () -> writer.removeLimit(CategoryPath.of(name(key)), from(key)));
            case RESERVED ->
                after.map(ChangeCodec::reserved)
                        .ifPresentOrElse(writer::put, () -> writer.removeReserved(name(key), from(key)));
            case ACCOUNT ->
                after.map(ChangeCodec::account).ifPresentOrElse(writer::put, () -> writer.removeAccount(key));
            case SETTINGS -> after.map(ChangeCodec::settings).ifPresent(writer::put);
            case IMPORT -> throw new IllegalStateException("imports are written row by row");
        }
        if (subject != Kind.ENTRY) {
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

    private static String dated(String name, LocalDate from) {
        return from + " " + name;
    }

    private static String name(String dated) {
        return dated.substring(dated.indexOf(' ') + 1);
    }

    private static LocalDate from(String dated) {
        return LocalDate.parse(dated.substring(0, dated.indexOf(' ')));
    }
}
