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
 * commit of what was read before it goes where nobody looks any more. A reader that sees a commit before the writer
 * has said so notes it for all, so that nobody is shown less after that.
 */
final class KnownVersions {

    private volatile SinceCommit last = new SinceCommit();

    /** The versions seen between two commits. */
    static final class SinceCommit {

        private final Map<LedgerId, Long> versions = new ConcurrentHashMap<>();

        void note(LedgerId ledger, long version) {
            Long known = versions.get(ledger);
            if (known == null || known < version) {
                versions.merge(ledger, version, Math::max);
            }
        }

        OptionalLong of(LedgerId ledger) {
            Long known = versions.get(ledger);
            return known == null ? OptionalLong.empty() : OptionalLong.of(known);
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
