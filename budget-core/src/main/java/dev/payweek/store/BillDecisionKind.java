package dev.payweek.store;

import dev.payweek.plan.BillDecision;
import java.time.LocalDate;
import java.util.Comparator;

final class BillDecisionKind extends Kind<BillDecision> {

    BillDecisionKind() {
        super("bill_decision", BillDecision.class);
    }

    @Override
    public String key(BillDecision decision) {
        return decision.due() + " " + decision.bill();
    }

    @Override
    public Comparator<BillDecision> order() {
        return Comparator.comparing(BillDecision::bill).thenComparing(BillDecision::due);
    }

    @Override
    protected void write(BillDecision decision, FieldLines to) {
        to.with("bill", decision.bill()).with("due", decision.due()).with("paid_by", decision.paidBy());
    }

    @Override
    protected BillDecision read(FieldLines.Read from) {
        return new BillDecision(
                from.one("bill"),
                LocalDate.parse(from.one("due")),
                from.find("paid_by").map(Long::valueOf));
    }
}
