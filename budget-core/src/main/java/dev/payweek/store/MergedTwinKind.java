package dev.payweek.store;

import dev.payweek.statement.MergedTwin;
import java.util.Comparator;

final class MergedTwinKind extends Kind<MergedTwin> {

    MergedTwinKind() {
        super("merged_twin", MergedTwin.class);
    }

    @Override
    public String key(MergedTwin merged) {
        return Long.toString(merged.imported());
    }

    @Override
    public Comparator<MergedTwin> order() {
        return Comparator.comparingLong(MergedTwin::imported);
    }

    @Override
    protected void write(MergedTwin merged, FieldLines to) {
        to.with("imported", merged.imported())
                .with("hand_made", merged.handMade())
                .with("batch", merged.batch());
    }

    @Override
    protected MergedTwin read(FieldLines.Read from) {
        return new MergedTwin(
                Long.parseLong(from.one("imported")),
                Long.parseLong(from.one("hand_made")),
                Long.parseLong(from.one("batch")));
    }
}
