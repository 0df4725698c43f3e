package dev.payweek.store;

import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PayDecision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

final class PayDecisionKind extends Kind<DecidedPay> {

    PayDecisionKind() {
        super("pay_decision", DecidedPay.class);
    }

    @Override
    public String key(DecidedPay decided) {
        return Long.toString(decided.income());
    }

    @Override
    public Comparator<DecidedPay> order() {
        return Comparator.comparingLong(DecidedPay::income);
    }

    @Override
    protected void write(DecidedPay decided, FieldLines to) {
        to.with("income", decided.income());
        if (decided.decision() instanceof PayDecision.PayOf pay) {
            to.with("source", pay.source()).with("payday", pay.payday());
        }
    }

    @Override
    protected DecidedPay read(FieldLines.Read from) {
        Optional<String> source = from.find("source");
        PayDecision decision = source.isPresent()
                ? new PayDecision.PayOf(source.get(), LocalDate.parse(from.one("payday")))
                : new PayDecision.NoPay();
        return new DecidedPay(Long.parseLong(from.one("income")), decision);
    }
}
