package dev.payweek.store;

import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import java.time.ZoneId;

final class SettingsKind extends Kind<LedgerSettings> {

    SettingsKind() {
        super("settings", LedgerSettings.class);
    }

    @Override
    public String key(LedgerSettings settings) {
        return "";
    }

    @Override
    protected void write(LedgerSettings settings, FieldLines to) {
        to.with("name", settings.name())
                .with("currency", settings.currency())
                .with("zone", settings.zone())
                .with("near_percent", settings.nearPercent());
    }

    @Override
    protected LedgerSettings read(FieldLines.Read from) {
        return new LedgerSettings(
                from.one("name"),
                Money.currency(from.one("currency")),
                ZoneId.of(from.one("zone")),
                Integer.parseInt(from.one("near_percent")));
    }
}
