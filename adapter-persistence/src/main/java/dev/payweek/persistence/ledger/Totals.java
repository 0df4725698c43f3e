package dev.payweek.persistence.ledger;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Split;
import dev.payweek.persistence.table.Checksum;
import dev.payweek.persistence.table.EntryKinds;
import dev.payweek.persistence.table.RowEncoding;
import dev.payweek.refusal.LedgerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the entries of a stretch of days come to, and how to know that all of them are there: a day's sums hold the
 * tally of its entries, a month's in addition that of its days' rows.
 *
 * <p>What is to be added to stored sums is gathered as sums too, with negative parts for what goes.
 */
final class Totals {

    /** One kind's part: its entries, and the sums by category, under the empty text for what is no expense. */
    private static final class OfKind {
        private Checksum entries = Checksum.NONE;
        private final Map<String, long[]> places = new HashMap<>();
    }

    /** Is given each place, in the order of kinds and category names. */
    @FunctionalInterface
    interface Visitor {
        void place(EntryKind kind, String category, long minorUnits, long count, long uncategorised);
    }

    /** One for each kind, at the place of its number. */
    private final List<OfKind> kinds =
            EntryKinds.ALL.stream().map(kind -> new OfKind()).toList();

    private Checksum days = Checksum.NONE;

    private OfKind of(EntryKind kind) {
        return kinds.get(EntryKinds.number(kind));
    }

    Checksum entries(EntryKind kind) {
        return of(kind).entries;
    }

    Checksum days() {
        return days;
    }

    void days(Checksum tally) {
        days = tally;
    }

    boolean isEmpty() {
        return kinds.stream().allMatch(kind -> kind.places.isEmpty() && kind.entries.count() == 0);
    }

    /** Adds an entry with the check of its row. */
    void add(Entry entry, long check) {
        add(entry, 1);
        OfKind kind = of(entry.kind());
        kind.entries = kind.entries.with(check);
    }

    /** Takes off an entry with the check of its row. */
    void subtract(Entry entry, long check) {
        add(entry, -1);
        OfKind kind = of(entry.kind());
        kind.entries = kind.entries.without(check);
    }

    private void add(Entry entry, int sign) {
        OfKind kind = of(entry.kind());
        if (!(entry instanceof Expense expense)) {
            add(kind, "", sign * entry.amount().minorUnits(), sign, 0);
        } else if (expense.splits().isEmpty()) {
            int uncategorised = expense.isUncategorised() ? sign : 0;
            add(kind, expense.category().name(), sign * expense.amount().minorUnits(), sign, uncategorised);
        } else {
            for (Split split : expense.splits()) {
                add(kind, split.category().name(), sign * split.amount().minorUnits(), sign, 0);
            }
        }
    }

    private static void add(OfKind kind, String category, long minorUnits, long count, long uncategorised) {
        long[] place = kind.places.computeIfAbsent(category, name -> new long[3]);
        try {
            place[0] = Math.addExact(place[0], minorUnits);
        } catch (ArithmeticException e) {
            throw LedgerException.conflict("The amounts of one day come to more than can be counted.");
        }
        place[1] += count;
        place[2] += uncategorised;
    }

    /** Adds other sums. */
    void plus(Totals other) {
        days = days.plus(other.days);
        for (EntryKind kind : EntryKinds.ALL) {
            OfKind mine = of(kind);
            mine.entries = mine.entries.plus(other.entries(kind));
            other.of(kind).places.forEach((category, more) -> add(mine, category, more[0], more[1], more[2]));
        }
    }

    /** Drops the places that hold nothing any more. */
    Totals pruned() {
        for (OfKind kind : kinds) {
            kind.places.values().removeIf(place -> place[1] == 0 && place[0] == 0);
        }
        return this;
    }

    void forEach(Visitor visitor) {
        for (EntryKind kind : EntryKinds.ALL) {
            new TreeMap<>(of(kind).places)
                    .forEach((category, place) -> visitor.place(kind, category, place[0], place[1], place[2]));
        }
    }

    byte[] bytes() {
        RowEncoding packed = new RowEncoding().number(days.count()).number(days.digest());
        for (OfKind kind : kinds) {
            packed.number(kind.entries.count()).number(kind.entries.digest()).number(kind.places.size());
            new TreeMap<>(kind.places)
                    .forEach((category, place) -> packed.text(category)
                            .number(place[0])
                            .number(place[1])
                            .number(place[2]));
        }
        return packed.bytes();
    }

    static Totals of(byte[] bytes) {
        RowEncoding.Reader in = new RowEncoding.Reader(bytes);
        Totals sums = new Totals();
        sums.days = new Checksum(in.number(), in.number());
        for (OfKind kind : sums.kinds) {
            kind.entries = new Checksum(in.number(), in.number());
            for (int left = in.integer(); left > 0; left--) {
                kind.places.put(in.text(), new long[] {in.number(), in.number(), in.number()});
            }
        }
        return sums;
    }

    /** Shows the places of packed sums, which lie in order, without taking them apart. */
    static void visit(byte[] bytes, Visitor visitor) {
        RowEncoding.Reader in = new RowEncoding.Reader(bytes);
        in.number();
        in.number();
        for (EntryKind kind : EntryKinds.ALL) {
            in.number();
            in.number();
            for (int left = in.integer(); left > 0; left--) {
                visitor.place(kind, in.text(), in.number(), in.number(), in.number());
            }
        }
    }

    /** Returns the tally of days at the beginning of packed sums. */
    static Checksum days(byte[] bytes) {
        RowEncoding.Reader in = new RowEncoding.Reader(bytes);
        return new Checksum(in.number(), in.number());
    }

    /** Returns what the two differ in, in words, if in anything. */
    Optional<String> difference(Totals other) {
        List<String> mine = lines();
        List<String> others = other.lines();
        if (mine.equals(others)) {
            return Optional.empty();
        }
        List<String> here = new ArrayList<>(mine);
        here.removeAll(others);
        List<String> there = new ArrayList<>(others);
        there.removeAll(mine);
        return Optional.of("stored " + here + ", entries say " + there);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        forEach((kind, category, minorUnits, count, uncategorised) ->
                lines.add(kind + " " + category + " " + minorUnits + " in " + count + ", unplaced " + uncategorised));
        for (EntryKind kind : EntryKinds.ALL) {
            lines.add(kind + " " + entries(kind));
        }
        lines.add("days " + days);
        return lines;
    }
}
