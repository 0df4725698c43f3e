package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.List;

/**
 * What is no longer among the rows, and what is now; a row that changed is both.
 *
 * @param went rows as they were
 * @param came rows as they are
 */
record RowChanges(List<Row> went, List<Row> came) {

    static RowChanges none() {
        return new RowChanges(new ArrayList<>(), new ArrayList<>());
    }
}
