package dev.payweek.rest.endpoint;

import dev.payweek.money.Money;
import dev.payweek.plan.Discovery;
import dev.payweek.rest.json.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A suggestion as JSON. */
@Schema("Discovery")
record DiscoveryJson(
        String id,
        Discovery.Kind kind,
        Discovery.State state,
        String name,
        Optional<String> account,
        Optional<ScheduleJson> schedule,
        Optional<Money> amount,
        boolean variable,
        List<LocalDate> next,
        int hits,
        int misses,
        int extras,
        List<PriceChange> priceChanges,
        List<Evidence> evidence,
        String says,
        Optional<String> instead,
        Optional<LocalDate> until) {

    @Schema("PriceChange")
    record PriceChange(LocalDate date, Money from, Money to) {}

    @Schema("Evidence")
    record Evidence(long entry, LocalDate date, Money amount, Optional<String> account) {}

    static DiscoveryJson of(Discovery one) {
        return new DiscoveryJson(
                one.id(),
                one.kind(),
                one.state(),
                one.name(),
                one.account(),
                one.schedule().map(ScheduleJson::of),
                one.amount(),
                one.variable(),
                one.next(),
                one.hits(),
                one.misses(),
                one.extras(),
                one.priceChanges().stream()
                        .map(step -> new PriceChange(step.date(), step.from(), step.to()))
                        .toList(),
                one.evidence().stream()
                        .map(each -> new Evidence(each.entry(), each.date(), each.amount(), each.account()))
                        .toList(),
                one.says(),
                one.instead(),
                one.until());
    }
}
