package dev.payweek.store;

import dev.payweek.statement.ImportKey;
import java.util.List;

/**
 * The memory of all rows of one import, as the record of its removal holds it, so that it can come back.
 *
 * <pre>{@code
 * var memory = new ImportKeys(17, List.of(new ImportKey("Checking", "20261121aaaaaaaaaaaaaaaaaaaaaa", 1, 901, 17)));
 * memory.rows().size();    // 1
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param batch the import
 * @param rows the memory of each of its rows
 */
public record ImportKeys(long batch, List<ImportKey> rows) {

    /** Creates the memory of an import's rows. */
    public ImportKeys {
        rows = List.copyOf(rows);
    }
}
