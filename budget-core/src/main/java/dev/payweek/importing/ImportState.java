package dev.payweek.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is known of a file's rows so far: its accounts, in their order, and the twins of entries made by hand. */
final class ImportState {

    private final Map<String, AccountImport> accounts = new LinkedHashMap<>();
    private Optional<DuplicateFinder> twins = Optional.empty();

    Map<String, AccountImport> accounts() {
        return accounts;
    }

    Optional<AccountImport> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    ImportState copy() {
        ImportState copy = new ImportState();
        accounts.forEach((name, account) -> copy.accounts.put(name, account.copy()));
        copy.twins = twins.map(DuplicateFinder::copy);
        return copy;
    }

    boolean knowsHandMade() {
        return twins.isPresent();
    }

    void know(DuplicateFinder handMade) {
        twins = Optional.of(handMade);
    }

    /** Takes in what has become of rows. */
    void settle(List<IncomingRow> arrivals, List<RowResult> fates) {
        for (int i = 0; i < fates.size(); i++) {
            settle(arrivals.get(i), fates.get(i));
        }
    }

    private void settle(IncomingRow arrival, RowResult fate) {
        AccountImport account = accounts.get(arrival.account());
        if (account != null) {
            account.settle(arrival, fate);
        }
        if (twins.isPresent() && fate instanceof RowResult.Imported taken) {
            twins.get().see(arrival, taken);
        }
    }

    /** Takes in that the file has ended, which makes sure which of its rows have twins. */
    void end() {
        twins.map(DuplicateFinder::pairs)
                .orElse(List.of())
                .forEach(pair -> find(pair.arrival().account()).ifPresent(account -> account.suspect(pair)));
    }
}
