package dev.payweek.discovery;

import dev.payweek.ledger.EntryKind;
import dev.payweek.store.PlainEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Groups entries by whom their texts name. A word that is seen once names nobody when there is another; so an entry
 * that comes or goes may change the payee of the one other that has its word. For one thread.
 */
final class Payees {

    /** A word of so many letters names a payee alone. */
    private static final int LONG_WORD = 6;

    private static final int MOST_WORDS = 500_000;
    private static final int MOST_OF_TEXT = 6;

    /** A text without numbers comes again, word for word. */
    private static final int MOST_TEXTS = 1 << 16;

    /** What a text comes to: the numbers of its words, whether they are names, and what it says besides. */
    private static final class Said {
        private final boolean named;
        private final int[] words;
        private final int marks;

        Said(boolean named, int[] words, int marks) {
            this.named = named;
            this.words = words;
            this.marks = marks;
        }
    }

    private final KnownWords knownWords = new KnownWords();
    private final Map<String, Said> saidIn = new HashMap<>();
    private final Map<String, Said> saidOut = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>(List.of(""));
    private int[] counts = new int[1 << 12];
    /** Of each word the sum of the ids of the entries that have it: of a word that is seen once it is that entry's. */
    private long[] idSums = new long[1 << 12];

    private final NavigableSet<String> accounts = new TreeSet<>();
    private List<String> accountsInOrder = List.of();
    private final Map<Long, Integer> payees = new HashMap<>();
    private final ByNumber<Text> texts = new ByNumber<>();
    private final int[] seen = new int[3];
    private final Set<Text> open = new HashSet<>();
    private final Set<Text> later = new HashSet<>();
    private RowChanges changes = RowChanges.none();
    private int until = Integer.MIN_VALUE;
    private boolean allOpen = true;
    private boolean numbersOpen;
    private boolean full;

    void add(PlainEntry entry) {
        long signed = entry.minorUnits();
        if (signed == 0) {
            return;
        }
        boolean in = (entry.kind() == EntryKind.INCOME) == signed > 0;
        Said said = said(entry.text(), in);
        String account = entry.account().orElse("");
        if (!account.isEmpty() && accounts.add(account)) {
            accountsInOrder = List.copyOf(accounts);
            allOpen = true;
        }
        for (int word : said.words) {
            if (word > 0) {
                seeAgain(word);
                counts[word]++;
                idSums[word] += entry.id();
            }
        }
        Row plain = new Row(entry.id(), entry.epochDay(), Math.abs(signed), in, 0, -1, 0, 0, 0, said.marks);
        Text text = new Text(plain, account, said.named, said.words);
        texts.put(text);
        see(text);
    }

    private Said said(String text, boolean in) {
        Map<String, Said> known = in ? saidIn : saidOut;
        Said said = known.get(text);
        if (said == null) {
            Words words = Words.of(text, in, knownWords);
            boolean named = !words.names().isEmpty();
            List<String> those = named ? words.names() : words.numbers();
            int[] numbered = new int[Math.min(MOST_OF_TEXT, those.size())];
            for (int at = 0; at < numbered.length; at++) {
                numbered[at] = number(those.get(at));
            }
            said = new Said(named, numbered, words.marks());
            if (words.numbers().isEmpty() && known.size() < MOST_TEXTS) {
                known.put(text, said);
            }
        }
        return said;
    }

    /** Forgets the entries of these ids. */
    void remove(Set<Long> ids) {
        ids.forEach(id -> texts.find(id).ifPresent(text -> {
            texts.remove(id);
            text.leave(changes);
            open.remove(text);
            later.remove(text);
            numbersOpen |= !text.isNamed();
            for (int word : text.words()) {
                if (word > 0) {
                    counts[word]--;
                    idSums[word] -= id;
                    seeAgain(word);
                }
            }
        }));
    }

    /** Looks once more at the only entry that has a word. */
    private void seeAgain(int word) {
        if (counts[word] == 1) {
            texts.find(idSums[word]).ifPresent(this::see);
        }
    }

    private void see(Text text) {
        numbersOpen |= !text.isNamed();
        if (!allOpen) {
            open.add(text);
        }
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
                idSums = Arrays.copyOf(idSums, counts.length);
            }
        }
        return known;
    }

    String word(int number) {
        return words.get(number);
    }

    /** The payee of the entry of that id, as it was last. */
    Optional<Integer> payeeOf(long id) {
        return texts.find(id).map(text -> text.row().payee());
    }

    /** Whether the next changes are of all rows: another account gives all others numbers. */
    boolean isAllOpen(int day) {
        return allOpen || day < until;
    }

    /** Looks at all entries again. */
    void reopen() {
        allOpen = true;
    }

    /** What has become of the rows until a day since this was last asked. */
    RowChanges changes(int day) {
        Map<String, Integer> numbered = new HashMap<>();
        accounts.forEach(name -> numbered.put(name, numbered.size() + 1));
        boolean all = isAllOpen(day);
        until = day;
        if (all) {
            changes = RowChanges.none();
            later.clear();
            texts.forEach(text -> {
                text.leave(changes);
                look(text, numbered);
            });
            changes.went().clear();
        } else {
            if (numbersOpen) {
                texts.forEach(text -> {
                    if (!text.isNamed()) {
                        open.add(text);
                    }
                });
            }
            open.addAll(later);
            open.forEach(text -> look(text, numbered));
        }
        open.clear();
        allOpen = false;
        numbersOpen = false;
        RowChanges found = changes;
        changes = RowChanges.none();
        return found;
    }

    private void look(Text text, Map<String, Integer> numbered) {
        if (text.day() > until) {
            later.add(text);
            return;
        }
        later.remove(text);
        int account = numbered.getOrDefault(text.account(), 0);
        text.come(text.isNamed() ? byName(text, account) : byNumber(text, account), changes);
    }

    private Row byName(Text text, int account) {
        int[] seen = this.seen;
        Arrays.fill(seen, 0);
        int count = 0;
        for (int word : text.words()) {
            if (count < 3 && counts[word] > 1) {
                seen[count++] = word;
            }
        }
        if (count == 0) {
            System.arraycopy(text.words(), 0, seen, 0, Math.min(3, text.words().length));
        }
        boolean one = words.get(seen[0]).length() >= LONG_WORD && !text.row().says(Marks.PERSON);
        int payee = payee(one ? seen[0] : ((long) seen[1] << 32) + seen[0]);
        return text.row().of(account, payee, seen[0], one ? seen[1] : seen[2], one ? seen[2] : seen[1]);
    }

    /** A number seen always is a contract, one seen once is noise. */
    private Row byNumber(Text text, int account) {
        int best = 0;
        for (int word : text.words()) {
            if (counts[word] >= 3 && (best == 0 || counts[word] > counts[best])) {
                best = word;
            }
        }
        return text.row().of(account, best == 0 ? -1 : payee(-best), best, 0, 0);
    }

    private int payee(long key) {
        Integer known = payees.get(key);
        if (known == null) {
            known = payees.size();
            payees.put(key, known);
        }
        return known;
    }
}
