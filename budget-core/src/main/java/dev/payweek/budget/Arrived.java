package dev.payweek.budget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is known of a file's rows so far: its accounts, in their order, and the twins of entries made by hand. */
final class Arrived {

    private final Map<String, ArrivingAccount> accounts = new LinkedHashMap<>();
    private Optional<ManualTwins> twins = Optional.empty();

    Map<String, ArrivingAccount> accounts() {
        return accounts;
    }

    Optional<ArrivingAccount> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    Arrived copy() {
        Arrived copy = new Arrived();
        accounts.forEach((name, account) -> copy.accounts.put(name, account.copy()));
        copy.twins = twins.map(ManualTwins::copy);
        return copy;
    }

    boolean knowsHandMade() {
        return twins.isPresent();
    }

    void know(ManualTwins handMade) {
        twins = Optional.of(handMade);
    }

    /** Takes in what has become of rows. */
    void settle(List<Arrival> arrivals, List<Fate> fates) {
        for (int i = 0; i < fates.size(); i++) {
            settle(arrivals.get(i), fates.get(i));
        }
    }

    private void settle(Arrival arrival, Fate fate) {
        ArrivingAccount account = accounts.get(arrival.account());
        if (account != null) {
            account.settle(arrival, fate);
        }
        if (twins.isPresent() && fate instanceof Fate.Taken taken) {
            twins.get().see(arrival, taken);
        }
    }

    /** Takes in that the file has ended, which makes sure which of its rows have twins. */
    void end() {
        twins.map(ManualTwins::pairs)
                .orElse(List.of())
                .forEach(pair -> find(pair.arrival().account()).ifPresent(account -> account.suspect(pair)));
    }
}
