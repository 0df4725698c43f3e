package dev.payweek.store;

import dev.payweek.category.Category;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.plan.Carry;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.DeclinedDiscovery;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.SetAside;
import dev.payweek.plan.SoftLimit;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rule.CategoryRule;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.MergedTwin;
import dev.payweek.statement.StatedBalances;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of things a ledger holds: {@code Kinds.named("limit")} is {@code Kinds.LIMIT}.
 *
 * <p>Safe for use by any number of threads.
 */
public final class Kinds {

    /** The settings of the ledger; there is one thing of this kind, and its key is empty. */
    public static final Kind<LedgerSettings> SETTINGS = new SettingsKind();

    /** Categories; the key is the path: {@code "Fun:Dining"}. */
    public static final Kind<Category> CATEGORY = new CategoryKind();

    /** Accounts; the key is the name. */
    public static final Kind<Account> ACCOUNT = new AccountKind();

    /** Category rules; the key is the id. */
    public static final Kind<CategoryRule> RULE = new RuleKind();

    /** Soft limits; the key is the first day and the category: {@code "2026-11-20 Fun"}. */
    public static final Kind<SoftLimit> LIMIT = new LimitKind();

    /** What is carried from period to period; at most one thing of this kind, and its key is empty. */
    public static final Kind<Carry> CARRY = new CarryKind();

    /** Pay sources; the key is the name. */
    public static final Kind<PaySource> SOURCE = new SourceKind();

    /** Bills; the key is the name. */
    public static final Kind<Bill> BILL = new BillKind();

    /** Set-asides; the key is the name. */
    public static final Kind<SetAside> SET_ASIDE = new SetAsideKind();

    /** What was decided by hand of incomes; the key is the income's id. */
    public static final Kind<DecidedPay> PAY_DECISION = new PayDecisionKind();

    /** What was decided by hand of due days; the key is the day and the bill: {@code "2026-01-05 Rent"}. */
    public static final Kind<BillDecision> BILL_DECISION = new BillDecisionKind();

    /** What banks say accounts held; the key is the id of the import that brought them. */
    public static final Kind<StatedBalances> BALANCES = new BalancesKind();

    /** Suggestions that nobody wants to see again; the key is the suggestion's id. */
    public static final Kind<DeclinedDiscovery> DECLINED = new DeclinedKind();

    /** What was merged into entries made by hand; the key is the id of the imported entry. */
    public static final Kind<MergedTwin> MERGED_TWIN = new MergedTwinKind();

    /** Expenses, income and transfers; the key is the id: {@code "901"}. */
    public static final Kind<Entry> ENTRY = new EntryCodec();

    /** Imports, each with all its rows; the key is the id. */
    public static final Kind<ImportBatch> IMPORT = new ImportKind();

    /** What is kept of removed imports; the key is the import's id and the part: {@code "17 0"}. */
    public static final Kind<RemovedRows> REMOVED_ROWS = new RemovedRowsKind();

    /** Threshold events; the key is the id. */
    public static final Kind<ThresholdEvent> EVENT = new EventKind();

    /** The point reports go on from; at most one thing of this kind, its key is empty, and it is not recorded. */
    public static final Kind<ReportPoint> REPORT_POINT = new ReportPointKind();

    /** The kinds of which a ledger holds few things, so that all of one kind are read at once. */
    public static final List<Kind<?>> SMALL = List.of(
            SETTINGS,
            CATEGORY,
            ACCOUNT,
            RULE,
            LIMIT,
            CARRY,
            SOURCE,
            BILL,
            SET_ASIDE,
            PAY_DECISION,
            BILL_DECISION,
            BALANCES,
            DECLINED,
            MERGED_TWIN);

    private Kinds() {}

    /** Returns the kind of that name, if there is one. */
    public static Optional<Kind<?>> find(String name) {
        return Stream.<Kind<?>>concat(SMALL.stream(), Stream.of(ENTRY, IMPORT, REMOVED_ROWS, EVENT, REPORT_POINT))
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    /**
     * Returns the kind of that name.
     *
     * @throws LedgerException with reason STORE_UNUSABLE if there is none
     */
    public static Kind<?> named(String name) {
        return find(name)
                .orElseThrow(() -> new LedgerException(
                        Reason.STORE_UNUSABLE,
                        "Something is kept here of the kind \"" + name + "\", which this version does not know.",
                        List.of()));
    }
}
