package dev.payweek.app;

import dev.payweek.money.Money;
import dev.payweek.plan.LimitStatus;
import dev.payweek.report.CategoryRow;
import java.util.List;

/** What was spent in each category, and how that stands to its limit. */
record CategoryTable(Terminal terminal, Lines lines, boolean wholePeriod) {

    private static final int AMOUNT = 11;
    private static final int BAR = 24;
    private static final int SHORTEST_BAR = 6;

    void add(List<CategoryRow> rows) {
        rows.forEach(row -> add(row, 1));
    }

    private void add(CategoryRow row, int level) {
        int indent = 2 * level;
        CategoryRow.Stretch stretch = wholePeriod ? row.period() : row.week();
        String name = row.category().leaf() + (row.discretionary() ? "" : ", committed");
        String limit = stretch.limit()
                .map(own -> " of " + Lines.right(plain(own.amount().plus(own.carryIn())), AMOUNT - 2))
                .orElse("");
        lines.row(indent, name, Lines.right(plain(stretch.spent()), AMOUNT) + Lines.left(limit, AMOUNT + 2));
        stretch.limit().ifPresent(own -> limited(indent, stretch, own));
        row.children().forEach(child -> add(child, level + 1));
    }

    private void limited(int indent, CategoryRow.Stretch stretch, CategoryRow.Limit own) {
        Money whole = own.amount().plus(own.carryIn());
        String status = status(stretch, whole.minus(stretch.spent()));
        int bar = Math.min(BAR, Math.max(SHORTEST_BAR, lines.width() - indent - 2 - status.length()));
        lines.line(" ".repeat(indent) + terminal.bar(stretch.spent().minorUnits(), whole.minorUnits(), bar) + "  "
                + coloured(stretch, status));
        if (!own.carryIn().isZero()) {
            lines.sentence(
                    indent,
                    plain(own.carryIn().abs())
                            + (own.carryIn().isNegative() ? " overspent before" : " left from before"));
        }
    }

    /** A limit stated for the other stretch is no measure of this one, so that nothing is near or over. */
    private static String status(CategoryRow.Stretch stretch, Money left) {
        LimitStatus status = stretch.status().orElse(LimitStatus.WITHIN);
        return switch (status) {
            case OVER -> "over by " + plain(left.abs());
            case NEAR -> "near, " + plain(left) + " left";
            case WITHIN, NO_LIMIT -> plain(left) + " left";
        };
    }

    private String coloured(CategoryRow.Stretch stretch, String status) {
        return switch (stretch.status().orElse(LimitStatus.WITHIN)) {
            case OVER -> terminal.red(status);
            case NEAR -> terminal.yellow(status);
            case WITHIN, NO_LIMIT -> status;
        };
    }

    private static String plain(Money amount) {
        return amount.decimal().toPlainString();
    }
}
