package dev.payweek.store;

import dev.payweek.plan.DeclinedDiscovery;

final class DeclinedKind extends Kind<DeclinedDiscovery> {

    DeclinedKind() {
        super("declined", DeclinedDiscovery.class);
    }

    @Override
    public String key(DeclinedDiscovery declined) {
        return declined.id();
    }

    @Override
    protected void write(DeclinedDiscovery declined, FieldLines to) {
        to.with("id", declined.id()).with("name", declined.name());
    }

    @Override
    protected DeclinedDiscovery read(FieldLines.Read from) {
        return new DeclinedDiscovery(from.one("id"), from.one("name"));
    }
}
