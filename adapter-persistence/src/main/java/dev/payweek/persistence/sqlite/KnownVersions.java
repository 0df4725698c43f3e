package dev.payweek.persistence.sqlite;

import dev.payweek.ledger.LedgerId;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The versions of ledgers that were seen since the last commit, for the only process that may write. Safe for use by
 * many threads.
 *
 * <p>Whoever notes a version must have taken {@link #sinceCommit} before beginning to read. So what is noted after a
 * commit of what was read before it goes where nobody looks any more. A reader may see a commit before the writer has
 * said so, beside others who did not see it; so the highest that anybody saw is kept for all, and nobody is shown less.
 */
final class KnownVersions {

    private final Map<LedgerId, Long> highest = new ConcurrentHashMap<>();
    private volatile SinceCommit last = new SinceCommit();

    /** The versions seen between two commits. */
    final class SinceCommit {

        private final Map<LedgerId, Long> versions = new ConcurrentHashMap<>();

        void note(LedgerId ledger, long version) {
            highest.merge(ledger, version, Math::max);
            versions.merge(ledger, version, Math::max);
        }

        OptionalLong of(LedgerId ledger) {
            Long known = versions.get(ledger);
            return known == null ? OptionalLong.empty() : OptionalLong.of(highest.getOrDefault(ledger, known));
        }
    }

    SinceCommit sinceCommit() {
        return last;
    }

    /** Forgets everything; to be called when a commit has been made or may have been, before anybody learns of it. */
    void committed() {
        last = new SinceCommit();
    }
}
