package dev.payweek.discovery;

import dev.payweek.plan.Discoveries;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.Discovery.Kind;
import dev.payweek.plan.Discovery.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Counts over many households what was found of what is there, and what was found that is not. */
final class Bars {

    /** How many of what is proposed are true, and how many of what is true are proposed. */
    static final class Count {
        int proposed;
        int right;
        int there;
        int found;

        double precision() {
            return proposed == 0 ? 1 : (double) right / proposed;
        }

        double recall() {
            return there == 0 ? 1 : (double) found / there;
        }

        @Override
        public String toString() {
            return String.format(
                    "%.3f / %.3f (%d of %d, %d of %d)", precision(), recall(), right, proposed, found, there);
        }
    }

    final Map<String, Count> counts = new LinkedHashMap<>();
    final List<String> errors = new ArrayList<>();

    Count of(String what) {
        return counts.computeIfAbsent(what, any -> new Count());
    }

    void add(Household house, Discoveries found) {
        streams(house, found, "pay", Kind.PAY_SOURCE, Truth.What.PAY);
        streams(house, found, "bills", Kind.BILL, Truth.What.BILL);
        streams(house, found, "yearly", Kind.YEARLY, Truth.What.YEARLY);
        streams(house, found, "irregular", Kind.IRREGULAR_INCOME, Truth.What.IRREGULAR);
        transfers(house, found);
        refunds(house, found);
    }

    private void streams(Household house, Discoveries found, String what, Kind kind, Truth.What truly) {
        List<Discovery> proposed = found.discoveries().stream()
                .filter(one -> one.kind() == kind && one.state() != State.EARLY)
                .toList();
        List<Truth> there =
                house.truths().stream().filter(truth -> truth.what == truly).toList();
        Map<Truth, Discovery> matched = new HashMap<>();
        for (Discovery one : proposed) {
            Set<Long> ids = new HashSet<>(
                    one.evidence().stream().map(Discovery.Evidence::entry).toList());
            Truth best = null;
            int most = 0;
            for (Truth truth : there) {
                int common = (int) truth.ids.stream().filter(ids::contains).count();
                if (common > most && !matched.containsKey(truth)) {
                    most = common;
                    best = truth;
                }
            }
            of(what).proposed++;
            if (best != null && most * 2 > ids.size() && most * 2 >= best.ids.size()) {
                of(what).right++;
                matched.put(best, one);
            } else {
                errors.add(house.seed() + " " + house.currency() + " WRONG " + what + ": " + one.says());
            }
        }
        for (Truth truth : there) {
            Discovery one = matched.get(truth);
            if (truth.isSeen()) {
                of(what).there++;
                if (one != null) {
                    of(what).found++;
                } else {
                    errors.add(house.seed() + " " + house.currency() + " MISSED " + what + ": " + truth.name + " "
                            + truth.days + " " + truth.amounts);
                }
            }
            if (one != null) {
                details(house, what, truth, one);
            }
        }
    }

    private void details(Household house, String what, Truth truth, Discovery one) {
        if (truth.gone != 1 && (truth.stopped() || one.state() == State.STOPPED)) {
            Count count = of("stopped");
            count.proposed += one.state() == State.STOPPED ? 1 : 0;
            count.there += truth.stopped() ? 1 : 0;
            boolean both = truth.stopped() && one.state() == State.STOPPED;
            count.right += both ? 1 : 0;
            count.found += both ? 1 : 0;
            if (!both) {
                errors.add(house.seed() + " STATE " + what + " truly " + truth.stopped() + ": " + one.says());
            }
        }
        if (truth.gone == 0
                && one.state() == State.PROPOSED
                && truth.next.size() >= 3
                && truth.what != Truth.What.IRREGULAR) {
            Count count = of("next " + what);
            int near = truth.byHand ? 3 : 0;
            boolean right = one.next().size() == 3;
            for (int i = 0; i < 3 && right; i++) {
                LocalDate real = truth.next.get(i);
                right = Math.abs(real.toEpochDay() - one.next().get(i).toEpochDay()) <= near;
            }
            count.proposed++;
            count.there++;
            count.right += right ? 1 : 0;
            count.found += right ? 1 : 0;
            if (!right) {
                errors.add(house.seed() + " " + house.currency() + " NEXT " + what + " " + truth.next.subList(0, 3)
                        + " not " + one.next() + " last "
                        + truth.days.subList(Math.max(0, truth.days.size() - 6), truth.days.size()) + ": "
                        + one.says());
            }
        }
        for (LocalDate change : truth.changes) {
            Count count = of("price changes");
            count.there++;
            boolean named = one.priceChanges().stream()
                    .anyMatch(step -> Math.abs(step.date().toEpochDay() - change.toEpochDay()) <= 5);
            count.found += named ? 1 : 0;
            if (!named) {
                errors.add(
                        house.seed() + " CHANGE of " + change + " " + truth.days + truth.amounts + ": " + one.says());
            }
        }
        of("price changes").proposed += one.priceChanges().size();
        of("price changes").right += (int) one.priceChanges().stream()
                .filter(step -> truth.changes.stream()
                        .anyMatch(change -> Math.abs(step.date().toEpochDay() - change.toEpochDay()) <= 5))
                .count();
    }

    /** Equal transfers of a few days between the same two accounts may be crossed: that changes nothing. */
    private void transfers(Household house, Discoveries found) {
        Map<Long, String> accounts = new HashMap<>();
        house.entries()
                .forEach(entry ->
                        accounts.put(entry.id(), entry.details().account().orElse("")));
        Map<Long, String> there = new HashMap<>();
        for (List<Long> pair : house.transfers()) {
            String way = accounts.get(pair.get(0)) + ">" + accounts.get(pair.get(1));
            there.put(pair.get(0), way);
            there.put(pair.get(1), way);
        }
        pairs(house, found, "transfers", Kind.TRANSFER_PAIR, house.transfers().size(), one -> {
            String left = there.getOrDefault(one.evidence().get(0).entry(), "no transfer");
            return left.equals(there.get(one.evidence().get(1).entry()));
        });
    }

    private void refunds(Household house, Discoveries found) {
        Map<Long, Long> there = new HashMap<>();
        house.refunds().forEach(pair -> there.put(pair.get(1), pair.get(0)));
        pairs(house, found, "refunds", Kind.REFUND_PAIR, there.size(), one -> {
            Long bought = there.get(one.evidence().get(1).entry());
            return bought != null && bought == one.evidence().get(0).entry();
        });
    }

    private void pairs(
            Household house, Discoveries found, String what, Kind kind, int there, Predicate<Discovery> isRight) {
        Count count = of(what);
        count.there += there;
        for (Discovery one : found.discoveries()) {
            if (one.kind() == kind) {
                boolean right = isRight.test(one);
                count.found += right ? 1 : 0;
                if (one.state() != State.EARLY) {
                    count.proposed++;
                    count.right += right ? 1 : 0;
                }
                if (!right && one.state() != State.EARLY) {
                    errors.add(house.seed() + " WRONG " + what + ": " + one.says());
                }
            }
        }
    }
}
