package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a payee gave back: as much as a purchase of the last sixty days, or with a word for it less than one. For
 * one thread.
 */
final class RefundPairs {

    private static final int MOST_DAYS = 60;
    /** Pay comes from payees one hardly ever pays. */
    private static final int PAY_IS_SEEN = 3;

    /**
     * What belongs together.
     *
     * @param purchase what was bought
     * @param credit what came back
     * @param sure whether no other purchase could be meant
     */
    record Pair(Row purchase, Row credit, boolean sure) {}

    private final Map<Long, Long> given;
    private final List<Pair> pairs = new ArrayList<>();

    /** Begins with how much has been given back already, by the purchase's id. */
    RefundPairs(Map<Long, Long> given) {
        this.given = given;
    }

    /** Returns the pairs among the rows of one payee, oldest first. */
    List<Pair> find(List<Row> rows) {
        List<Row> bought = new ArrayList<>();
        int recent = 0;
        Set<Long> gone = new HashSet<>();
        Set<Long> surelyGone = new HashSet<>();
        long credits = rows.stream().filter(Row::in).count();
        if (credits == 0) {
            return List.of();
        }
        for (Row row : rows) {
            if (!row.in()) {
                bought.add(row);
                continue;
            }
            boolean word = row.says(Marks.BACK);
            if (row.says(Marks.PERSON | Marks.OWN | Marks.CARD | Marks.INTEREST)
                    || (!word && credits >= PAY_IS_SEEN && credits * 2 > rows.size())) {
                continue;
            }
            while (recent < bought.size() && row.day() - bought.get(recent).day() > MOST_DAYS) {
                recent++;
            }
            List<Row> possible = new ArrayList<>();
            for (Row purchase : bought.subList(recent, bought.size())) {
                long left = left(purchase);
                if ((left == row.amount() || (word && left > row.amount()))
                        && !surelyGone.contains(purchase.id())
                        && !purchase.says(Marks.PERSON | Marks.CASH)) {
                    possible.add(purchase);
                }
            }
            List<Row> whole = possible.stream()
                    .filter(purchase -> left(purchase) == row.amount())
                    .toList();
            List<Row> meant = whole.isEmpty() ? possible : whole;
            meant.stream()
                    .filter(purchase -> !gone.contains(purchase.id()))
                    .max(Comparator.comparing((Row one) -> one.account() == row.account())
                            .thenComparing(Row.BY_DAY))
                    .ifPresent(purchase -> {
                        // Which of several purchases was given back, nobody knows.
                        boolean sure = meant.size() == 1;
                        gone.add(purchase.id());
                        if (sure) {
                            surelyGone.add(purchase.id());
                        }
                        pairs.add(new Pair(purchase, row, sure));
                    });
        }
        return pairs;
    }

    private long left(Row purchase) {
        return given.isEmpty() ? purchase.amount() : purchase.amount() - given.getOrDefault(purchase.id(), 0L);
    }
}
