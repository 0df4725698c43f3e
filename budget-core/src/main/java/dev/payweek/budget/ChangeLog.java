package dev.payweek.budget;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.change.Change;
import dev.payweek.change.Edit;
import dev.payweek.change.Recorded;
import dev.payweek.change.Subject;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.Refusal;
import dev.payweek.rule.CategoryRule;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.LedgerWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes to the ledger and remembers how each thing was before, so that the whole can be taken back. */
final class ChangeLog {

    private final LedgerWriter writer;
    private final List<Edit> edits = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    ChangeLog(LedgerWriter writer) {
        this.writer = writer;
    }

    void put(Entry entry, String what) {
        record(Subject.ENTRY, Long.toString(entry.id()), Optional.of(Recorded.text(entry)), what);
    }

    void removeEntry(Entry entry, String what) {
        record(Subject.ENTRY, Long.toString(entry.id()), Optional.empty(), what);
    }

    void put(Category category, String what) {
        record(Subject.CATEGORY, category.path().name(), Optional.of(Recorded.text(category)), what);
    }

    void removeCategory(Category category, String what) {
        record(Subject.CATEGORY, category.path().name(), Optional.empty(), what);
    }

    void put(CategoryRule rule, String what) {
        record(Subject.RULE, Long.toString(rule.id()), Optional.of(Recorded.text(rule)), what);
    }

    void removeRule(CategoryRule rule, String what) {
        record(Subject.RULE, Long.toString(rule.id()), Optional.empty(), what);
    }

    void put(SoftLimit limit, String what) {
        record(Subject.LIMIT, dated(limit.category().name(), limit.from()), Optional.of(Recorded.text(limit)), what);
    }

    void removeLimit(SoftLimit limit, String what) {
        record(Subject.LIMIT, dated(limit.category().name(), limit.from()), Optional.empty(), what);
    }

    void put(Reserved reserved, String what) {
        record(Subject.RESERVED, dated(reserved.name(), reserved.from()), Optional.of(Recorded.text(reserved)), what);
    }

    void removeReserved(Reserved reserved, String what) {
        record(Subject.RESERVED, dated(reserved.name(), reserved.from()), Optional.empty(), what);
    }

    void put(LedgerSettings settings, String what) {
        record(Subject.SETTINGS, "", Optional.of(Recorded.text(settings)), what);
    }

    /** The rows of an import are many and come back only together, so the record names the import and not each row. */
    void added(ImportBatch batch) {
        edits.add(new Edit(Subject.IMPORT, Long.toString(batch.id()), Optional.empty(), Optional.of(batch.file())));
        done.add("import " + batch.file());
    }

    void removeImport(ImportBatch batch) {
        writer.entryIdsOfImport(batch.id()).forEach(writer::removeEntry);
        writer.removeImport(batch.id());
        edits.add(new Edit(Subject.IMPORT, Long.toString(batch.id()), Optional.of(batch.file()), Optional.empty()));
        done.add("remove import of " + batch.file());
    }

    void undo(Change change) {
        for (int i = change.edits().size() - 1; i >= 0; i--) {
            undo(change.edits().get(i));
        }
        done.clear();
        done.add("undo " + change.version() + ": " + change.what());
    }

    private void undo(Edit edit) {
        if (edit.subject() == Subject.IMPORT) {
            undoImport(edit);
            return;
        }
        if (!current(edit.subject(), edit.key()).equals(edit.after())) {
            throw Refusal.conflict("The " + edit.subject().name().toLowerCase(Locale.ROOT) + " " + edit.key()
                    + " has been changed since; undo that change first.");
        }
        record(edit.subject(), edit.key(), edit.before(), "undo");
    }

    private void undoImport(Edit edit) {
        if (edit.before().isPresent()) {
            throw Refusal.conflict("A removed import comes back by importing the file again.");
        }
        removeImport(writer.findImport(Long.parseLong(edit.key()))
                .orElseThrow(() -> Refusal.conflict("The import " + edit.key() + " has been removed already.")));
    }

    private void record(Subject subject, String key, Optional<String> after, String what) {
        Optional<String> before = current(subject, key);
        Optional<String> written = after.map(text -> raised(subject, text, before));
        if (!before.equals(written)) {
            apply(subject, key, written);
            edits.add(new Edit(subject, key, before, written));
            done.add(what);
        }
    }

    /** An entry that comes back or goes back gets a version of its own, so that nobody takes it for the one they saw. */
    private static String raised(Subject subject, String text, Optional<String> before) {
        if (subject != Subject.ENTRY || before.isEmpty()) {
            return text;
        }
        Entry entry = Recorded.entry(text);
        int stored = Recorded.entry(before.get()).version();
        return entry.version() > stored ? text : Recorded.text(entry.withVersion(stored + 1));
    }

    private Optional<String> current(Subject subject, String key) {
        return switch (subject) {
            case ENTRY -> writer.findEntry(Long.parseLong(key)).map(Recorded::text);
            case CATEGORY ->
                writer.categories().stream()
                        .filter(category -> category.path().name().equals(key))
                        .findFirst()
                        .map(Recorded::text);
            case RULE ->
                writer.rules().stream()
                        .filter(rule -> Long.toString(rule.id()).equals(key))
                        .findFirst()
                        .map(Recorded::text);
            case LIMIT ->
                writer.limits().stream()
                        .filter(limit ->
                                dated(limit.category().name(), limit.from()).equals(key))
                        .findFirst()
                        .map(Recorded::text);
            case RESERVED ->
                writer.reserved().stream()
                        .filter(reserved ->
                                dated(reserved.name(), reserved.from()).equals(key))
                        .findFirst()
                        .map(Recorded::text);
            case SETTINGS -> Optional.of(Recorded.text(writer.settings()));
            case IMPORT -> writer.findImport(Long.parseLong(key)).map(ImportBatch::file);
        };
    }

    private void apply(Subject subject, String key, Optional<String> after) {
        switch (subject) {
            case ENTRY ->
                after.map(Recorded::entry).ifPresentOrElse(writer::put, () -> writer.removeEntry(Long.parseLong(key)));
            case CATEGORY ->
                after.map(Recorded::category)
                        .ifPresentOrElse(writer::put, () -> writer.removeCategory(CategoryPath.of(key)));
            case RULE ->
                after.map(Recorded::rule).ifPresentOrElse(writer::put, () -> writer.removeRule(Long.parseLong(key)));
            case LIMIT ->
                after.map(Recorded::limit)
                        .ifPresentOrElse(writer::put, () -> writer.removeLimit(CategoryPath.of(name(key)), from(key)));
            case RESERVED ->
                after.map(Recorded::reserved)
                        .ifPresentOrElse(writer::put, () -> writer.removeReserved(name(key), from(key)));
            case SETTINGS -> after.map(Recorded::settings).ifPresent(writer::put);
            case IMPORT -> throw new IllegalStateException("imports are written row by row");
        }
    }

    boolean isEmpty() {
        return edits.isEmpty();
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
