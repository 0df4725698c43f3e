package dev.payweek.store;

import dev.payweek.statement.ImportBatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

final class ImportKind extends Kind<ImportBatch> {

    ImportKind() {
        super("import", ImportBatch.class);
    }

    @Override
    public String key(ImportBatch batch) {
        return Long.toString(batch.id());
    }

    /** The newest first. */
    @Override
    public Comparator<ImportBatch> order() {
        return Comparator.comparingLong(ImportBatch::id).reversed();
    }

    @Override
    protected void write(ImportBatch batch, FieldLines to) {
        to.with("id", batch.id())
                .with("at", batch.at())
                .with("file", batch.file())
                .with("format", batch.format())
                .with("account", batch.account())
                .with("inserted", batch.inserted())
                .with("duplicates", batch.duplicates())
                .with("needs_review", batch.needsReview())
                .with("rejected", batch.rejected())
                .with("first_date", batch.firstDate())
                .with("last_date", batch.lastDate())
                .with("state", batch.state());
    }

    @Override
    protected ImportBatch read(FieldLines.Read from) {
        return new ImportBatch(
                Long.parseLong(from.one("id")),
                Instant.parse(from.one("at")),
                from.one("file"),
                from.one("format"),
                from.one("account"),
                Integer.parseInt(from.one("inserted")),
                Integer.parseInt(from.one("duplicates")),
                Integer.parseInt(from.one("needs_review")),
                Integer.parseInt(from.one("rejected")),
                from.find("first_date").map(LocalDate::parse),
                from.find("last_date").map(LocalDate::parse),
                ImportBatch.State.valueOf(from.one("state")));
    }
}
