package dev.payweek.store;

import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class SourceKind extends Kind<PaySource> {

    SourceKind() {
        super("source", PaySource.class);
    }

    @Override
    public String key(PaySource source) {
        return source.name();
    }

    @Override
    protected void write(PaySource source, FieldLines to) {
        to.with("name", source.name());
        for (PayVersion version : source.versions()) {
            to.with(
                    "version",
                    version.from().map(LocalDate::toString).orElse("always") + " | "
                            + version.expected().map(Money::toString).orElse("") + " | " + version.schedule());
        }
        to.with("primary_from", source.primaryFrom())
                .with("until", source.until())
                .with("match", source.match())
                .with("tolerance_days", source.toleranceDays())
                .with("spread", source.spread())
                .with("horizon", source.horizon());
    }

    @Override
    protected PaySource read(FieldLines.Read from) {
        return new PaySource(
                from.one("name"),
                from.each("version").stream().map(SourceKind::version).toList(),
                from.find("primary_from").map(LocalDate::parse),
                from.find("until").map(LocalDate::parse),
                from.find("match").map(Condition::parse),
                Integer.parseInt(from.one("tolerance_days")),
                from.find("spread").map(Boolean::valueOf),
                from.find("horizon").map(LocalDate::parse));
    }

    private static PayVersion version(String text) {
        List<String> parts = List.of(text.split(" \\| ", 3));
        return new PayVersion(
                Optional.of(parts.get(0)).filter(day -> !day.equals("always")).map(LocalDate::parse),
                PaySchedule.parse(parts.get(2)),
                Optional.of(parts.get(1)).filter(amount -> !amount.isEmpty()).map(Money::parse));
    }

    @Override
    public Map<String, Money> amountsByField(PaySource source) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        for (int i = 0; i < source.versions().size(); i++) {
            PayVersion version = source.versions().get(i);
            String field = "versions/" + i + "/";
            version.expected().ifPresent(amount -> amounts.put(field + "expected", amount));
            version.schedule()
                    .expectedPaycheck()
                    .ifPresent(amount -> amounts.put(field + "schedule/expected_paycheck", amount));
        }
        return amounts;
    }
}
