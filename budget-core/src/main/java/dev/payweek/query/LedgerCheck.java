package dev.payweek.query;

import dev.payweek.edit.LedgerView;
import dev.payweek.edit.OpenLedger;
import dev.payweek.store.Kinds;
import dev.payweek.store.StoreCheck;
import java.util.ArrayList;
import java.util.List;

/** Goes over a store, and over what reports go on from: {@code LedgerCheck.of(ledger)}. */
public final class LedgerCheck {

    private LedgerCheck() {}

    /** Returns what is not as it should be; of a store that is damaged, no report is made. */
    public static StoreCheck of(OpenLedger ledger) {
        StoreCheck check = ledger.store().check();
        if (!check.isSound() || ledger.<Boolean>read(LedgerCheck::goesOnRightly)) {
            return check;
        }
        List<StoreCheck.Finding> findings = new ArrayList<>(check.findings());
        findings.add(new StoreCheck.Finding(
                "ledger " + ledger.id().number() + ", the point that reports go on from",
                "The report of today is another one when it is made from the first entry on."));
        return new StoreCheck(check.ledgers(), check.entries(), check.changes(), findings);
    }

    private static boolean goesOnRightly(LedgerView view) {
        return view.reader().find(Kinds.REPORT_POINT, "").isEmpty()
                || new Reports(view, new KeptPoint())
                        .answer(view.today(), view.today())
                        .equals(new Reports(view).answer(view.today(), view.today()));
    }
}
