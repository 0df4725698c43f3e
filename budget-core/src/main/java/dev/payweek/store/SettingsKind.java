package dev.payweek.store;

import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
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

    @Override
    public void requireFit(LedgerSettings settings, LedgerReader ledger) {
        if (!settings.currency().equals(ledger.settings().currency()) && ledger.holdsAmounts()) {
            throw LedgerException.conflict("The currency cannot change once the ledger holds amounts.");
        }
    }
}
