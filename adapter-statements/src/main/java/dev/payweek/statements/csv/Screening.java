package dev.payweek.statements.csv;

import java.util.Optional;

/** Tells the rows that are no movements although they look like some: balances, pending and failed ones. */
final class Screening {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 40;

    private Screening() {}

    /** Returns why a row is to be passed over; nothing for a movement. */
    static Optional<String> reasonToSkip(CsvRow row, Layout layout) {
        if (layout.header().isPresent() && Header.repeats(row, layout.header().get())) {
            return Optional.of("The header again.");
        }
        String status = layout.cell(row, Meaning.STATUS);
        if (Vocabulary.PENDING.is(status) || Vocabulary.PENDING.is(layout.cell(row, Meaning.DATE))) {
            return Optional.of("A pending movement, not booked yet.");
        }
        if (Vocabulary.CANCELLED.is(status)) {
            return Optional.of("A movement that did not take place: " + status + ".");
        }
        for (int column = 0; column < row.width(); column++) {
            String cell = row.cell(column);
            if (isBalanceWord(cell)) {
                return Optional.of("A balance or total, no movement: " + cell + ".");
            }
        }
        return Optional.empty();
    }

    private static boolean isBalanceWord(String cell) {
        return cell.length() >= SHORTEST
                && cell.length() <= LONGEST
                && Character.isLetter(cell.charAt(0))
                && Vocabulary.BALANCES.is(cell);
    }
}
