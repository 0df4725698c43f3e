package dev.payweek.app;

import dev.payweek.money.Money;
import dev.payweek.report.Answer;
import dev.payweek.report.BillRow;
import dev.payweek.report.PayRow;
import dev.payweek.report.SetAsideRow;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a pay period still asks for, and the pay it has had or awaits. */
record StillDue(Answer answer, Terminal terminal, Lines lines) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int INDENT = 2;
    private static final int AMOUNT = 10;

    /** Room for {@code missing, 20 Nov} and {@code planned, 20 Nov}. */
    private static final int NOTE = 15;

    /** A line before it is laid out. */
    private record Item(String name, Money amount, String note) {}

    /** Adds both tables, each unless it is empty. */
    void add() {
        List<Item> due = new ArrayList<>();
        answer.bills().stream().filter(StillDue::isOpen).map(StillDue::item).forEach(due::add);
        answer.setAsides().stream()
                .filter(row -> !row.left().isZero() || !row.fromPot().isZero())
                .map(StillDue::item)
                .forEach(due::add);
        table("Still due, " + plain(answer.period().stillDue()), due);
        table("Pay", answer.pay().stream().map(StillDue::item).toList());
        answer.letGo()
                .forEach(row -> lines.sentence(
                        0,
                        row.bill() + " of " + DAY.format(row.due()) + ", " + plain(row.amount())
                                + ", was not paid and counts no more: its next due day has come."));
    }

    private static boolean isOpen(BillRow row) {
        return row.state().isOwed() || row.state() == BillRow.State.PLANNED;
    }

    private static Item item(BillRow row) {
        String how = switch (row.state()) {
            case LATE -> "late, ";
            case PLANNED -> "planned, ";
            case DUE, PAID, LET_GO, SKIPPED -> "due ";
        };
        return new Item(row.bill(), row.amount(), how + day(row.due()));
    }

    /** What its pot pays is no longer asked of the period. */
    private static Item item(SetAsideRow row) {
        return new Item(row.setAside(), row.stillDue(), row.fromPot().isZero() ? "set aside" : "from its pot");
    }

    private static Item item(PayRow row) {
        String how = switch (row.state()) {
            case RECEIVED -> row.spread() ? "share, " : "came ";
            case PLANNED -> "planned, ";
            case EXPECTED -> "due ";
            case MISSING -> "missing, ";
        };
        return new Item(row.source(), row.amount(), how + day(row.date()));
    }

    private void table(String heading, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        lines.gap().line(terminal.bold(heading));
        items.forEach(item -> lines.row(
                INDENT, item.name(), Lines.right(plain(item.amount()), AMOUNT) + "  " + Lines.left(item.note(), NOTE)));
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String plain(Money amount) {
        return amount.decimal().toPlainString();
    }
}
