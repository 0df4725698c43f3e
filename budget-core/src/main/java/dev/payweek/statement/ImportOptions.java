package dev.payweek.statement;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a bank's file is to be taken in, such as {@code ImportOptions.NONE.into("Checking").asDryRun()}.
 *
 * <p>Immutable and safe for use by any number of threads, as far as the listener to the progress is.
 *
 * @param dryRun whether only to report what would happen
 * @param account the account's name in the ledger, at most 80 characters; the file's own name for it when absent
 * @param profile the account whose remembered answers are used; the one the rows go to when absent
 * @param answers answers to questions the file leaves open, by parameter name; kept for the account's next file
 * @param progress is notified now and then how far the import has come, on the thread that imports
 */
public record ImportOptions(
        boolean dryRun,
        Optional<String> account,
        Optional<String> profile,
        Map<String, String> answers,
        Consumer<? super ImportProgress> progress) {

    /** Writes, under the file's own account name, with nothing answered. */
    public static final ImportOptions NONE =
            new ImportOptions(false, Optional.empty(), Optional.empty(), Map.of(), progress -> {});

    /** Creates options. */
    public ImportOptions {
        answers = Map.copyOf(answers);
    }

    /** Returns these options for only reporting what would happen. */
    public ImportOptions asDryRun() {
        return withDryRun(true);
    }

    /** Returns these options for only reporting what would happen, or for writing it. */
    public ImportOptions withDryRun(boolean only) {
        return new ImportOptions(only, account, profile, answers, progress);
    }

    /** Returns these options with an account name. */
    public ImportOptions into(String name) {
        return new ImportOptions(dryRun, Optional.of(name), profile, answers, progress);
    }

    /** Returns these options with the remembered answers of an account. */
    public ImportOptions like(String other) {
        return new ImportOptions(dryRun, account, Optional.of(other), answers, progress);
    }

    /** Returns these options with somebody who is notified of the progress. */
    public ImportOptions onProgress(Consumer<? super ImportProgress> listener) {
        return new ImportOptions(dryRun, account, profile, answers, listener);
    }

    /** Returns these options with more answers; those given before stand. */
    public ImportOptions answering(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(answers);
        return new ImportOptions(dryRun, account, profile, all, progress);
    }

    /** Returns what the format that reads the file is given. */
    public ReadOptions reading() {
        return new ReadOptions(answers);
    }
}
