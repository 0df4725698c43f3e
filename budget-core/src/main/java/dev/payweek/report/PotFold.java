package dev.payweek.report;

import dev.payweek.money.Money;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.Rollover;
import java.time.LocalDate;
import java.util.Optional;

/** What goes from pay period to pay period: the pots, and what is carried of the whole. */
final class PotFold {

    private final Reckoning reckoning;
    private final Optional<LocalDate> begins;
    private LocalDate reached;
    private Inflow into;

    PotFold(Reckoning reckoning) {
        this.reckoning = reckoning;
        boolean nothing = reckoning.plan().carry().mode() == Rollover.Policy.NONE
                && reckoning.plan().setAsides().isEmpty();
        this.begins = nothing ? Optional.empty() : reckoning.carryBegins();
        FoldPoint begin = reckoning.begin();
        boolean goesOn = !begin.isStart()
                && begins.filter(day -> day.isBefore(begin.day())).isPresent();
        this.reached = goesOn ? begin.day() : begins.orElse(LocalDate.MAX);
        this.into = goesOn ? begin.past().into() : Inflow.NOTHING;
    }

    /** Returns what comes into a period; periods have to be asked for in order. */
    Inflow into(PayPeriod period) {
        LocalDate start = period.span().startInclusive();
        if (begins.isEmpty() || start.isBefore(reached)) {
            return Inflow.NOTHING;
        }
        while (reached.isBefore(start)) {
            PayPeriod current = reckoning.timeline().containing(reached);
            into = next(reckoning.sums(current, into));
            reached = current.span().endExclusive();
        }
        return into;
    }

    private Inflow next(PeriodState state) {
        Money carried = reckoning
                .plan()
                .carry()
                .carried(reckoning.plan().money(state.left()), reckoning.plan().money(state.givenBack()));
        return new Inflow(carried.minorUnits(), state.nextPots());
    }
}
