package dev.payweek.statements.html;

import dev.payweek.refusal.LedgerException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Takes the tables out of HTML or SpreadsheetML, as tolerant as browsers are: closing tags may be missing, tables may
 * stand in tables, and a cell that spans columns counts as that many.
 */
final class TableScanner {

    private static final int MOST_CELLS = 2_000_000;
    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGEST_CELL = 1 << 16;
    private static final int DEEPEST = 64;

    /** A table that is still open. */
    private static final class Open {
        private final List<List<String>> rows = new ArrayList<>();
        private List<String> row = new ArrayList<>();
        private StringBuilder cell = new StringBuilder();
        private boolean inCell;
        private int span = 1;
    }

    private final MarkupReader markup;
    private final List<List<List<String>>> tables = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int cells;

    TableScanner(Reader reader) {
        markup = new MarkupReader(reader);
    }

    /** Returns the tables that have rows, inner ones before the outer. */
    List<List<List<String>>> tables() {
        return tables;
    }

    void readAll() throws IOException {
        while (markup.next()) {
            if (markup.isTag()) {
                tag(markup.name(), markup.isClosing());
            } else if (!open.isEmpty() && open.peek().inCell) {
                StringBuilder cell = open.peek().cell;
                cell.append(markup.text(), 0, Math.min(markup.text().length(), LONGEST_CELL - cell.length()));
            }
        }
        while (!open.isEmpty()) {
            endTable();
        }
    }

    private void tag(String name, boolean closing) {
        switch (name) {
            case "table" -> table(closing);
            case "tr", "row" -> row();
            case "td", "th", "cell" -> cell(closing);
            case "br", "p", "div", "li" -> blank();
            default -> {
                // All other tags are about looks.
            }
        }
    }

    private void table(boolean closing) {
        if (!closing && open.size() < DEEPEST) {
            open.push(new Open());
        } else if (closing && !open.isEmpty()) {
            endTable();
        }
    }

    private void endTable() {
        row();
        Open table = open.pop();
        if (!table.rows.isEmpty()) {
            tables.add(table.rows);
        }
    }

    private void row() {
        if (!open.isEmpty()) {
            endCell();
            Open table = open.peek();
            if (!table.row.isEmpty()) {
                table.rows.add(table.row);
                table.row = new ArrayList<>();
            }
        }
    }

    private void cell(boolean closing) {
        if (open.isEmpty()) {
            return;
        }
        endCell();
        if (!closing) {
            Open table = open.peek();
            table.inCell = true;
            table.span = number("colspan", number("mergeacross", 0) + 1);
            // SpreadsheetML leaves empty cells out and numbers the next one.
            int index = number("index", 0);
            while (index > table.row.size() + 1 && table.row.size() < MOST_COLUMNS) {
                add(table, "");
            }
        }
    }

    private int number(String attribute, int otherwise) {
        String written = markup.attribute(attribute);
        return written.matches("\\d{1,4}") ? Integer.parseInt(written) : otherwise;
    }

    private void endCell() {
        Open table = open.peek();
        if (table != null && table.inCell) {
            add(table, table.cell.toString().replaceAll("[\\s\\u00A0]+", " ").strip());
            for (int i = 1; i < table.span && table.row.size() < MOST_COLUMNS; i++) {
                add(table, "");
            }
            table.cell = new StringBuilder();
            table.inCell = false;
            table.span = 1;
        }
    }

    private void add(Open table, String cell) {
        cells++;
        if (cells > MOST_CELLS) {
            throw LedgerException.invalid("file", "too_large", "The table of the file is larger than any statement.");
        }
        table.row.add(cell);
    }

    private void blank() {
        if (!open.isEmpty() && open.peek().inCell) {
            open.peek().cell.append(' ');
        }
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
