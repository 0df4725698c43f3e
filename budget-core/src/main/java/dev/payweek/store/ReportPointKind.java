package dev.payweek.store;

import java.time.LocalDate;

final class ReportPointKind extends Kind<ReportPoint> {

    ReportPointKind() {
        super("report_point", ReportPoint.class);
    }

    @Override
    public String key(ReportPoint point) {
        return "";
    }

    @Override
    protected void write(ReportPoint point, FieldLines to) {
        to.with("version", point.version())
                .with("looked_for", point.lookedFor())
                .with("text", point.text())
                .with("payers", point.payers());
    }

    @Override
    protected ReportPoint read(FieldLines.Read from) {
        return new ReportPoint(
                Long.parseLong(from.one("version")),
                LocalDate.parse(from.one("looked_for")),
                from.one("text"),
                from.find("payers").orElse(""));
    }
}
