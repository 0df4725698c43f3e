package dev.payweek.store;

import dev.payweek.statement.ImportKey;
import java.util.List;

final class ImportKeysKind extends Kind<ImportKeys> {

    ImportKeysKind() {
        super("row_memory", ImportKeys.class);
    }

    @Override
    public String key(ImportKeys memory) {
        return Long.toString(memory.batch());
    }

    @Override
    protected void write(ImportKeys memory, FieldLines to) {
        to.with("batch", memory.batch());
        for (ImportKey row : memory.rows()) {
            to.with("row", row.entryId() + " " + row.occurrence() + " " + row.key() + " " + row.account());
        }
    }

    @Override
    protected ImportKeys read(FieldLines.Read from) {
        long batch = Long.parseLong(from.one("batch"));
        return new ImportKeys(
                batch, from.each("row").stream().map(row -> row(batch, row)).toList());
    }

    private static ImportKey row(long batch, String text) {
        List<String> parts = List.of(text.split(" ", 4));
        return new ImportKey(
                parts.get(3), parts.get(2), Integer.parseInt(parts.get(1)), Long.parseLong(parts.get(0)), batch);
    }
}
