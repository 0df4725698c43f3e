package dev.payweek.budget;

import dev.payweek.statement.ImportProgress;
import dev.payweek.statement.ReadOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a bank's file is to be taken in.
 *
 * @param dryRun whether only to tell what would happen
 * @param account the account's name in the ledger; the file's own name for it when absent
 * @param answers answers to questions the file leaves open, by parameter name
 * @param progress is told now and then how far the import has come, on the thread that imports
 */
public record ImportOptions(
        boolean dryRun,
        Optional<String> account,
        Map<String, String> answers,
        Consumer<? super ImportProgress> progress) {

    /** Writes, under the file's own account name, with nothing answered. */
    public static final ImportOptions NONE = new ImportOptions(false, Optional.empty(), Map.of());

    /** Creates options. */
    public ImportOptions {
        answers = Map.copyOf(answers);
    }

    /** Creates options for an import whose progress interests nobody. */
    public ImportOptions(boolean dryRun, Optional<String> account, Map<String, String> answers) {
        this(dryRun, account, answers, progress -> {});
    }

    /** Returns these options for telling only what would happen. */
    public ImportOptions asDryRun() {
        return new ImportOptions(true, account, answers, progress);
    }

    /** Returns these options with an account name. */
    public ImportOptions into(String name) {
        return new ImportOptions(dryRun, Optional.of(name), answers, progress);
    }

    /** Returns these options with somebody who is told of the progress. */
    public ImportOptions telling(Consumer<? super ImportProgress> listener) {
        return new ImportOptions(dryRun, account, answers, listener);
    }

    /** Returns these options with more answers; those given before stand. */
    ImportOptions answering(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(answers);
        return new ImportOptions(dryRun, account, all, progress);
    }

    ReadOptions reading() {
        return new ReadOptions(answers);
    }
}
