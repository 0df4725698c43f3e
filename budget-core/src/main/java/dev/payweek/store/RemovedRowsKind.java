package dev.payweek.store;

import dev.payweek.statement.ImportKey;
import java.util.List;

final class RemovedRowsKind extends Kind<RemovedRows> {

    RemovedRowsKind() {
        super("removed_rows", RemovedRows.class);
    }

    @Override
    public String key(RemovedRows rows) {
        return rows.batch() + " " + rows.part();
    }

    @Override
    protected void write(RemovedRows rows, FieldLines to) {
        to.with("batch", rows.batch())
                .with("part", rows.part())
                .with("import", rows.whole().map(Kinds.IMPORT::text))
                .with("balances", rows.balances().map(Kinds.BALANCES::text));
        rows.entries().forEach(entry -> to.with("entry", Kinds.ENTRY.text(entry)));
        for (ImportKey row : rows.memory()) {
            to.with("row", row.entryId() + " " + row.occurrence() + " " + row.key() + " " + row.account());
        }
    }

    @Override
    protected RemovedRows read(FieldLines.Read from) {
        long batch = Long.parseLong(from.one("batch"));
        return new RemovedRows(
                batch,
                Integer.parseInt(from.one("part")),
                from.find("import").map(Kinds.IMPORT::parse),
                from.find("balances").map(Kinds.BALANCES::parse),
                from.each("entry").stream().map(Kinds.ENTRY::parse).toList(),
                from.each("row").stream().map(row -> row(batch, row)).toList());
    }

    private static ImportKey row(long batch, String text) {
        List<String> parts = List.of(text.split(" ", 4));
        return new ImportKey(
                parts.get(3), parts.get(2), Integer.parseInt(parts.get(1)), Long.parseLong(parts.get(0)), batch);
    }
}
