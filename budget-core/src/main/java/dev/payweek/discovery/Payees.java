package dev.payweek.discovery;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final Map<String, Integer> accounts = new HashMap<>();
    private final Map<Long, Integer> payees = new HashMap<>();
    private final List<Raw> rows = new ArrayList<>();

    /** An entry of which the payee is not known yet. */
    private static final class Raw {

        private final long id;
        private final int day;
        private final long amount;
        private final boolean in;
        private final int account;
        private final boolean named;
        private final int[] words;
        private final int marks;

        Raw(Entry entry, int account, Words said, int[] words) {
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

        Row of(int payee, int first, int finer, int third) {
            return new Row(id, day, amount, in, account, payee, first, finer, third, marks);
        }
    }

    void add(Entry entry) {
        if (entry.amount().isZero()) {
            return;
        }
        Words said = Words.of(entry.details().originalText());
        List<String> named = said.names().isEmpty() ? said.numbers() : said.names();
        int[] ids = named.stream().limit(6).mapToInt(this::number).toArray();
        int account = entry.details().account().map(this::account).orElse(0);
        rows.add(new Raw(entry, account, said, ids));
    }

    private int account(String name) {
        return accounts.computeIfAbsent(name, any -> accounts.size() + 1);
    }

    private int number(String word) {
        Integer known = numbers.get(word);
        if (known == null) {
            if (words.size() >= MOST_WORDS) {
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

    /** The rows with their payees, by day. */
    List<Row> rows() {
        List<Row> found = new ArrayList<>(rows.size());
        for (Raw row : rows) {
            found.add(row.named ? byName(row) : byNumber(row));
        }
        found.sort(Row.BY_DAY);
        return found;
    }

    private Row byName(Raw row) {
        int[] seen = new int[3];
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
        return one
                ? row.of(payee(seen[0]), seen[0], seen[1], seen[2])
                : row.of(payee(((long) seen[1] << 32) + seen[0]), seen[0], seen[2], seen[1]);
    }

    /** A number seen always is a contract, one seen once is noise. */
    private Row byNumber(Raw row) {
        int best = 0;
        for (int word : row.words) {
            if (counts[word] >= 3 && (best == 0 || counts[word] > counts[best])) {
                best = word;
            }
        }
        return row.of(best == 0 ? -1 : payee(-best), best, 0, 0);
    }

    private int payee(long key) {
        return payees.computeIfAbsent(key, any -> payees.size());
    }
}
