package dev.payweek.budget;

import dev.payweek.statement.ReadOptions;
import java.util.Map;
import java.util.Optional;

/**
 * How a bank's file is to be taken in.
 *
 * @param dryRun whether only to tell what would happen
 * @param account the account's name in the ledger; the file's own name for it when absent
 * @param answers answers to questions the file leaves open, by parameter name
 */
public record ImportOptions(boolean dryRun, Optional<String> account, Map<String, String> answers) {

    /** Writes, under the file's own account name, with nothing answered. */
    public static final ImportOptions NONE = new ImportOptions(false, Optional.empty(), Map.of());

    /** Creates options. */
    public ImportOptions {
        answers = Map.copyOf(answers);
    }

    /** Returns these options for telling only what would happen. */
    public ImportOptions asDryRun() {
        return new ImportOptions(true, account, answers);
    }

    /** Returns these options with an account name. */
    public ImportOptions into(String name) {
        return new ImportOptions(dryRun, Optional.of(name), answers);
    }

    ReadOptions reading() {
        return new ReadOptions(answers);
    }
}
