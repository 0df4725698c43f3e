package dev.payweek.statements.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that can be gone through more than once: first to find out how it is written, then for its rows. */
interface RowSource {

    /** The rows of a table one after the other. */
    interface Cursor extends Closeable {

        /** Goes to the next row that is not blank; returns whether there was one. */
        boolean next() throws IOException;

        /** Returns the row gone to last. */
        CsvRow row();

        /** From the next row on reads the cells of one column only, if that is less work. */
        void keepOnly(int column);
    }

    /** Returns the first rows. */
    List<CsvRow> sample();

    /** Opens the rows from the beginning. */
    Cursor open() throws IOException;

    /** Returns a row as it was meant. */
    CsvRow aligned(CsvRow row, Layout layout);
}
