package dev.payweek.rest.endpoint;

import dev.payweek.rest.json.Schema;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** An import as JSON: what a file brought into one account, and how far it is while it arrives. */
@Schema("Import")
record ImportBatchJson(
        long id,
        Instant at,
        String file,
        String format,
        String account,
        ImportReportJson.Counts counts,
        Optional<LocalDate> firstDate,
        Optional<LocalDate> lastDate,
        ImportBatch.State state,
        Optional<Progress> progress,
        Optional<Long> changed,
        Optional<Long> merged) {

    /** How far an import has come that is still arriving: rows and bytes read, and of how many bytes in all. */
    @Schema("ImportProgress")
    record Progress(long rows, long bytes, Optional<Long> ofBytes, Optional<Integer> percent) {}

    static ImportBatchJson of(ImportBatch batch, Optional<ImportProgress> progress) {
        return new ImportBatchJson(
                batch.id(),
                batch.at(),
                batch.file(),
                batch.format(),
                batch.account(),
                ImportReportJson.counts(batch),
                batch.firstDate(),
                batch.lastDate(),
                batch.state(),
                progress.filter(any -> batch.state() == ImportBatch.State.IN_PROGRESS)
                        .map(ImportBatchJson::of),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the same import, saying how many of its entries were changed or merged into ones by hand since. */
    ImportBatchJson toRevert(long changedEntries, long mergedEntries) {
        return new ImportBatchJson(
                id,
                at,
                file,
                format,
                account,
                counts,
                firstDate,
                lastDate,
                state,
                progress,
                Optional.of(changedEntries),
                Optional.of(mergedEntries));
    }

    private static Progress of(ImportProgress progress) {
        return new Progress(
                progress.rows(),
                progress.bytes(),
                progress.ofBytes().stream().boxed().findFirst(),
                progress.percent().stream().boxed().findFirst());
    }
}
