package dev.payweek.rule;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.match.AhoCorasick;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules that can decide entries of one kind, made ready for many entries: one pass over an entry's words shows
 * which few rules can match at all, and only these are asked. What was found is remembered for texts that come
 * again.
 *
 * <p>Safe for use by any number of threads.
 */
final class CompiledRules {

    /** How many texts are remembered, a power of two. */
    private static final int REMEMBERED = 1 << 14;

    private static final int LONGEST_REMEMBERED = 250;
    private static final int NONE = Integer.MAX_VALUE;
    private static final int[] NOTHING = {};

    private final List<CategoryRule> rules;
    private final EntryKind kind;

    /** Rules that may match whatever the words are, ascending. */
    private final int[] always;

    /** Rules that match as soon as one of their phrases occurs. */
    private final boolean[] sure;

    private final AhoCorasick phrases;

    /** Each text has one place here by its hash; two that share it take turns, so that the memory stays bounded. */
    private final CachedHits[] cache = new CachedHits[REMEMBERED];

    /** The rules whose required texts occur in one text. */
    private static final class CachedHits {

        private final String text;

        /** The first rule that surely matches. */
        private final int sure;

        /** Earlier rules that may match, ascending. */
        private final int[] maybe;

        CachedHits(String text, int sure, int[] maybe) {
            this.text = text;
            this.sure = sure;
            this.maybe = maybe;
        }
    }

    private static final CachedHits EMPTY = new CachedHits("", NONE, NOTHING);

    /** The rules are in the order they are asked. */
    CompiledRules(List<CategoryRule> all, EntryKind kind) {
        this.kind = kind;
        this.rules = all.stream()
                .filter(rule -> rule.enabled() && rule.then().fits(kind))
                .toList();
        this.sure = new boolean[rules.size()];
        Arrays.fill(cache, EMPTY);
        Map<String, List<Integer>> rulesOf = new HashMap<>();
        List<Integer> unbound = new ArrayList<>();
        List<Optional<RequiredTexts>> required =
                rules.stream().map(rule -> RequiredTexts.of(rule.when())).toList();
        for (int i = 0; i < rules.size(); i++) {
            int rule = i;
            required.get(i)
                    .ifPresentOrElse(
                            found -> found.texts()
                                    .forEach(text -> rulesOf.computeIfAbsent(text, t -> new ArrayList<>())
                                            .add(rule)),
                            () -> unbound.add(rule));
        }
        this.phrases = new AhoCorasick(rulesOf);
        this.always = unbound.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < rules.size(); i++) {
            sure[i] = rules.get(i).validFrom().isEmpty()
                    && required.get(i)
                            .filter(found ->
                                    found.sufficient() && found.texts().stream().allMatch(phrases::isExact))
                            .isPresent();
        }
    }

    Optional<CategoryRule> decide(EntryDetails details) {
        CachedHits words = hits(details.originalText());
        int maybe = 0;
        int bound = 0;
        while (true) {
            int one = maybe < words.maybe.length ? words.maybe[maybe] : NONE;
            int other = bound < always.length ? always[bound] : NONE;
            int rule = Math.min(one, other);
            if (rule >= words.sure) {
                return words.sure == NONE ? Optional.empty() : Optional.of(rules.get(words.sure));
            }
            if (rules.get(rule).matches(details, kind)) {
                return Optional.of(rules.get(rule));
            }
            maybe += rule == one ? 1 : 0;
            bound += rule == other ? 1 : 0;
        }
    }

    /** Returns every rule that matches, in the order they are asked. */
    List<CategoryRule> matching(EntryDetails details) {
        var hits = new Hits();
        phrases.find(details.originalText(), hits::addAll);
        Arrays.stream(always).forEach(hits::add);
        return Arrays.stream(hits.ascending())
                .mapToObj(rules::get)
                .filter(rule -> rule.matches(details, kind))
                .toList();
    }

    private CachedHits hits(String text) {
        int place = (text.hashCode() ^ (text.hashCode() >>> 15)) & (REMEMBERED - 1);
        CachedHits known = cache[place];
        if (known.text.equals(text)) {
            return known;
        }
        var hits = new Hits();
        phrases.find(text, hits);
        CachedHits fresh = new CachedHits(text, hits.first, hits.ascending());
        if (text.length() <= LONGEST_REMEMBERED) {
            cache[place] = fresh;
        }
        return fresh;
    }

    /** Collects the rules whose phrases occur. */
    private final class Hits implements AhoCorasick.Finding {

        private int first = NONE;
        private int[] maybe = NOTHING;
        private int count;

        /** Nothing after the first sure rule can decide. */
        @Override
        public void found(int[] ascending) {
            for (int rule : ascending) {
                if (rule >= first) {
                    return;
                }
                if (sure[rule]) {
                    first = rule;
                    return;
                }
                add(rule);
            }
        }

        void addAll(int[] ascending) {
            Arrays.stream(ascending).forEach(this::add);
        }

        void add(int rule) {
            if (count == maybe.length) {
                maybe = Arrays.copyOf(maybe, count * 2 + 4);
            }
            maybe[count++] = rule;
        }

        int[] ascending() {
            return count == 0
                    ? NOTHING
                    : Arrays.stream(maybe, 0, count).sorted().distinct().toArray();
        }
    }
}
