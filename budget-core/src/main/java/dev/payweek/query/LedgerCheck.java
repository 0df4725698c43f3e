package dev.payweek.query;

import dev.payweek.edit.LedgerView;
import dev.payweek.edit.OpenLedger;
import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import dev.payweek.report.BillClaims;
import dev.payweek.report.Books;
import dev.payweek.store.Kinds;
import dev.payweek.store.ReportPoint;
import dev.payweek.store.StoreCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
                "The report of today, or what may pay bills, is something else when every entry is read."));
        return new StoreCheck(check.ledgers(), check.entries(), check.changes(), findings);
    }

    private static boolean goesOnRightly(LedgerView view) {
        Optional<ReportPoint> point = view.reader().find(Kinds.REPORT_POINT, "");
        return point.isEmpty()
                || (new Reports(view, new KeptPoint())
                                .answer(view.today(), view.today())
                                .equals(new Reports(view).answer(view.today(), view.today()))
                        && knowsPayers(view, point.get().payers()));
    }

    private static boolean knowsPayers(LedgerView view, String text) {
        if (text.isEmpty()) {
            return true;
        }
        Collection<Bill> bills = view.reader().all(Kinds.BILL);
        KeptPayers kept = new KeptPayers();
        kept.begin(text);
        DateSpan days = new DateSpan(WrittenPayers.parse(text).from(), DateSpan.ALWAYS.endExclusive());
        return payers(bills, days, new LedgerBooks(view.reader(), kept))
                .equals(payers(bills, days, new LedgerBooks(view.reader())));
    }

    private static Set<Expense> payers(Collection<Bill> bills, DateSpan days, Books books) {
        BillClaims claims = new BillClaims(bills);
        return books.billCandidates(bills, days).stream().filter(claims::mayPay).collect(Collectors.toSet());
    }
}
