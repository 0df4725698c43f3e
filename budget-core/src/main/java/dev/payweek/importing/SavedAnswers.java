package dev.payweek.importing;

import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.LedgerView;
import dev.payweek.edit.OpenLedger;
import dev.payweek.ledger.Account;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Reads an account's files as its person once answered.
 *
 * <p>Whose answers hold is said by the options: by the profile, else by the account. Where they say neither, a file
 * that asks is tried with the answers of each account that has answered just this, and taken only if the file itself
 * names that account.
 */
final class SavedAnswers {

    /** The year of one statement is not that of the next. */
    private static final Set<String> OF_ONE_FILE = Set.of("year");

    private final OpenLedger ledger;
    private final ImportOptions options;

    SavedAnswers(OpenLedger ledger, ImportOptions options) {
        this.ledger = ledger;
        this.options = options;
    }

    /** An import with options, of a file that must be of the account if one is given. */
    interface Attempt extends BiFunction<ImportOptions, Optional<String>, ImportReport> {}

    /** The file turned out to be of another account; nothing was written. */
    static final class AnotherAccount extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AnotherAccount() {
            super("another account", null, false, false);
        }
    }

    ImportReport run(Attempt attempt) {
        List<Account> accounts = ledger.read(LedgerView::accounts);
        Optional<String> named = options.profile().or(options::account).map(String::strip);
        if (named.isPresent()) {
            Optional<Account> known = accounts.stream()
                    .filter(account -> account.name().equals(named.get()))
                    .findFirst();
            if (options.profile().isPresent() && known.isEmpty()) {
                throw LedgerException.invalid("profile", "not_found", "There is no account \"" + named.get() + "\".");
            }
            return attempt.apply(
                    options.answering(
                            known.<Map<String, String>>map(Account::reading).orElse(Map.of())),
                    Optional.empty());
        }
        ImportReport report = attempt.apply(options, Optional.empty());
        for (Account account : accounts) {
            if (answersAll(account, report.questions())) {
                try {
                    return attempt.apply(options.answering(account.reading()), Optional.of(account.name()));
                } catch (AnotherAccount none) {
                    // The next account may be the one.
                }
            }
        }
        return report;
    }

    private static boolean answersAll(Account account, List<Question> questions) {
        return !questions.isEmpty()
                && questions.stream()
                        .allMatch(question -> Optional.ofNullable(
                                        account.reading().get(question.parameter()))
                                .filter(question.options()::contains)
                                .isPresent());
    }

    /** Keeps answers for the account's next file, but for those that hold of one file only. */
    static void keep(LedgerSession edit, String name, Map<String, String> answers) {
        edit.accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .ifPresent(account -> {
                    Map<String, String> all = new TreeMap<>(account.reading());
                    all.putAll(answers);
                    all.keySet().removeAll(OF_ONE_FILE);
                    if (!all.equals(account.reading())) {
                        edit.put(account.reading(all));
                    }
                });
    }
}
