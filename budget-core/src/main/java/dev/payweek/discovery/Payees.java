package dev.payweek.discovery;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Groups entries by whom their texts name. A word that is seen once names nobody when there is another. For one thread.
 */
final class Payees {

    /** A word of so many letters names a payee alone. */
    private static final int LONG_WORD = 6;

    private static final int MOST_WORDS = 500_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>(List.of(""));
    private int[] counts = new int[1 << 12];
    private final NavigableSet<String> accounts = new TreeSet<>();
    private List<String> accountsInOrder = List.of();
    private final Map<Long, Integer> payees = new HashMap<>();
    private final List<Raw> rows = new ArrayList<>();
    private final int[] seen = new int[3];
    private boolean full;

    private static final Row NO_ROW = new Row(0, 0, 0, false, 0, 0, 0, 0, 0, 0);

    /** An entry of which the payee is not known yet. */
    private static final class Raw {

        private final long id;
        private final int day;
        private final long amount;
        private final boolean in;
        private final String account;
        private final boolean named;
        private final int[] words;
        private final int marks;
        private Row last = NO_ROW;

        Raw(Entry entry, String account, Words said, int[] words) {
            long signed = entry.amount().minorUnits();
            this.id = entry.id();
            this.day = Math.toIntExact(entry.date().toEpochDay());
            this.amount = Math.abs(signed);
            this.in = (entry.kind() == EntryKind.INCOME) == signed > 0;
            this.account = account;
            this.named = !said.names().isEmpty();
            this.words = words;
            this.marks = said.marks();
        }

        /** Whether it named the same by the same words when it was last looked at. */
        private boolean isAsBefore(int account, int first, int finer, int third) {
            return last.account() == account
                    && last.first() == first
                    && last.finer() == finer
                    && last.third() == third
                    && !last.equals(NO_ROW);
        }

        private int compareByDay(Raw other) {
            return Row.BY_DAY.compare(last, other.last);
        }
    }

    void add(Entry entry) {
        if (entry.amount().isZero()) {
            return;
        }
        Words said = Words.of(entry.details().originalText());
        List<String> named = said.names().isEmpty() ? said.numbers() : said.names();
        int[] ids = named.stream().limit(6).mapToInt(this::number).toArray();
        String account = entry.details().account().orElse("");
        if (!account.isEmpty() && accounts.add(account)) {
            accountsInOrder = List.copyOf(accounts);
        }
        rows.add(new Raw(entry, account, said, ids));
    }

    /** Forgets the entries of these ids. */
    void remove(Set<Long> ids) {
        for (Raw row : rows) {
            if (ids.contains(row.id)) {
                for (int word : row.words) {
                    counts[word]--;
                }
            }
        }
        rows.removeIf(row -> ids.contains(row.id));
    }

    OptionalInt firstDay() {
        return rows.stream().mapToInt(row -> row.day).min();
    }

    /** Whether some word found no more room, so that what was added before what matters. */
    boolean isFull() {
        return full;
    }

    /** The name of the account of that number; none for an entry that has none. */
    Optional<String> account(int number) {
        return number == 0 ? Optional.empty() : Optional.of(accountsInOrder.get(number - 1));
    }

    private int number(String word) {
        Integer known = numbers.get(word);
        if (known == null) {
            if (words.size() >= MOST_WORDS) {
                full = true;
                return 0;
            }
            known = words.size();
            words.add(word);
            numbers.put(word, known);
            if (known == counts.length) {
                counts = Arrays.copyOf(counts, counts.length * 2);
            }
        }
        counts[known]++;
        return known;
    }

    String word(int number) {
        return words.get(number);
    }

    /** The rows until a day with their payees, by day. */
    List<Row> rows(int until) {
        Map<String, Integer> numbered = new HashMap<>();
        accounts.forEach(name -> numbered.put(name, numbered.size() + 1));
        for (Raw row : rows) {
            int account = numbered.getOrDefault(row.account, 0);
            if (row.named) {
                byName(row, account);
            } else {
                byNumber(row, account);
            }
        }
        // Kept in order, so that next time there is little to sort.
        rows.sort(Raw::compareByDay);
        List<Row> found = new ArrayList<>(rows.size());
        for (Raw row : rows) {
            if (row.day <= until) {
                found.add(row.last);
            }
        }
        return found;
    }

    private void byName(Raw row, int account) {
        int[] seen = this.seen;
        Arrays.fill(seen, 0);
        int count = 0;
        for (int word : row.words) {
            if (count < 3 && counts[word] > 1) {
                seen[count++] = word;
            }
        }
        if (count == 0) {
            System.arraycopy(row.words, 0, seen, 0, Math.min(3, row.words.length));
        }
        boolean one = words.get(seen[0]).length() >= LONG_WORD && !Marks.has(row.marks, Marks.PERSON);
        int finer = one ? seen[1] : seen[2];
        int third = one ? seen[2] : seen[1];
        if (!row.isAsBefore(account, seen[0], finer, third)) {
            int payee = payee(one ? seen[0] : ((long) seen[1] << 32) + seen[0]);
            row.last = row(row, account, payee, seen[0], finer, third);
        }
    }

    private static Row row(Raw raw, int account, int payee, int first, int finer, int third) {
        return new Row(raw.id, raw.day, raw.amount, raw.in, account, payee, first, finer, third, raw.marks);
    }

    /** A number seen always is a contract, one seen once is noise. */
    private void byNumber(Raw row, int account) {
        int best = 0;
        for (int word : row.words) {
            if (counts[word] >= 3 && (best == 0 || counts[word] > counts[best])) {
                best = word;
            }
        }
        if (!row.isAsBefore(account, best, 0, 0)) {
            row.last = row(row, account, best == 0 ? -1 : payee(-best), best, 0, 0);
        }
    }

    private int payee(long key) {
        return payees.computeIfAbsent(key, any -> payees.size());
    }
}
