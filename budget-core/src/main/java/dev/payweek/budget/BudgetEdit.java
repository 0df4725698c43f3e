package dev.payweek.budget;

import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.discovery.Acceptance;
import dev.payweek.discovery.KeptDiscoveries;
import dev.payweek.edit.CategoryMove;
import dev.payweek.edit.EntryEdits;
import dev.payweek.edit.EntryMerge;
import dev.payweek.edit.ImportMoves;
import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.PlanEdits;
import dev.payweek.edit.Undo;
import dev.payweek.importing.LedgerMove;
import dev.payweek.importing.Twins;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.plan.Carry;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SetAside;
import dev.payweek.plan.SoftLimit;
import dev.payweek.query.KeptPoint;
import dev.payweek.query.SourceCheck;
import dev.payweek.refusal.LedgerException;
import dev.payweek.review.RuleReview;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDraft;
import dev.payweek.statement.MoveReport;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.TwinPair;
import dev.payweek.store.IdempotentResponse;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One ledger open for change: {@code budget.write("Ann", edit -> edit.move(901, "Fun:Coffee"))}. Everything done
 * through it becomes lasting together when the {@link Budget#write} ends, as one recorded and undoable change, or not
 * at all.
 *
 * <p>Not safe for use by several threads: for the one it was lent to.
 */
public final class BudgetEdit extends BudgetView {

    private final LedgerSession session;
    private final KeptDiscoveries found;

    BudgetEdit(LedgerSession session, KeptPoint kept, KeptDiscoveries found) {
        super(session, kept);
        this.session = session;
        this.found = found;
    }

    /**
     * Adds an entry. An expense without a category gets the one the rules say.
     *
     * @throws LedgerException with every problem found, such as an amount in another currency or splits that do not sum
     */
    public Entry add(EntryDraft draft) {
        return new EntryEdits(session).add(draft);
    }

    /**
     * Refuses to go on with an entry that is no longer as the caller has seen it.
     *
     * @throws LedgerException with reason NOT_FOUND, or STALE if its version is another one
     */
    public void requireVersion(EntryKind kind, long id, int seenVersion) {
        Entry entry = getEntry(kind, id);
        LedgerSession.requireVersion(LedgerSession.named(entry), entry.version(), seenVersion);
    }

    /**
     * Replaces an entry by what the draft says. A category left out stays as it was decided before.
     *
     * @throws LedgerException with reason NOT_FOUND, or as {@code add} does
     */
    public Entry replace(long id, EntryDraft draft) {
        return new EntryEdits(session).replace(id, draft);
    }

    /**
     * Deletes an entry. If it was imported, the memory of its row stays, so that it does not come back.
     *
     * @throws LedgerException with reason NOT_FOUND
     */
    public void delete(EntryKind kind, long id) {
        new EntryEdits(session).delete(kind, id);
    }

    /**
     * Adds or changes a category, and the levels above it that are missing.
     *
     * @throws LedgerException with reason CONFLICT if there is one of the same name in other letter case
     */
    public Category put(Category category) {
        session.put(category);
        return category;
    }

    /**
     * Returns the category a person means, creating it when it is not there yet.
     *
     * @see Categories#resolve
     */
    public CategoryPath category(String name) {
        return session.category(name);
    }

    /**
     * Removes a category that nothing uses.
     *
     * @throws LedgerException with reason NOT_FOUND, or CONFLICT if entries, limits, rules or categories below it use
     * it
     */
    public void removeCategory(CategoryPath path) {
        session.removeCategory(path);
    }

    /**
     * Gives a category another name or place, with what lies below it; entries, limits and rules follow.
     *
     * @throws LedgerException with reason NOT_FOUND, or CONFLICT if something is there already, if it would come to lie
     *     in itself, or if it is the group of what nobody has placed
     */
    public void moveCategory(CategoryPath from, CategoryPath to) {
        new CategoryMove(session, from, to).move();
    }

    /**
     * Makes one category of two: what was in the first is in the second, level by level. The second keeps its limits;
     * where it has none, those of the first go with it.
     *
     * @throws LedgerException with reason NOT_FOUND or CONFLICT
     */
    public void mergeCategory(CategoryPath from, CategoryPath into) {
        new CategoryMove(session, from, into).merge();
    }

    /** Adds a rule. It decides entries added from now on. Refuses with CONFLICT a priority that is taken. */
    public CategoryRule add(RuleDraft draft) {
        return session.add(draft);
    }

    /** Refuses with STALE to go on with a rule whose version is another one; with NOT_FOUND if there is none. */
    public void requireRuleVersion(long id, int seenVersion) {
        LedgerSession.requireVersion("rule " + id, getRule(id).version(), seenVersion);
    }

    /** Replaces a rule; refuses with NOT_FOUND, or as {@link #add(RuleDraft)}. */
    public CategoryRule replaceRule(long id, RuleDraft draft) {
        return session.replaceRule(id, draft);
    }

    /** Removes a rule; what it has decided stays. Refuses with NOT_FOUND if there is none. */
    public void removeRule(long id) {
        session.removeRule(id);
    }

    /**
     * Makes a change to the rules and lets it move the expenses that are there, all as one change that can be undone.
     *
     * @param force whether what a person has chosen is moved too
     * @return what {@link #dryRun} returns for the same change
     */
    public RuleDiff apply(RuleChange change, boolean force) {
        return new RuleReview(session).apply(session, change, force);
    }

    /**
     * Puts a whole expense into a category because a person says so; parts it was split into are gone.
     *
     * @param category in the person's words
     * @throws LedgerException with reason NOT_FOUND if there is no such expense
     */
    public Expense move(long id, String category) {
        return new EntryEdits(session).move(id, category);
    }

    /**
     * Sets a soft limit from a day on; what held before stays true of the days before.
     *
     * @param category in the person's words
     * @param from the first day, inclusive
     */
    public SoftLimit limit(String category, Money amount, Per per, LocalDate from) {
        return limit(category, amount, per, from, Rollover.NONE);
    }

    /** Sets a soft limit from a day on, with what becomes of what its stretches leave over or overdraw. */
    public SoftLimit limit(String category, Money amount, Per per, LocalDate from, Rollover rollover) {
        return new PlanEdits(session).limit(category, amount, per, from, rollover);
    }

    /** Removes every limit ever set on a category; refuses with NOT_FOUND if there is none. */
    public void removeLimits(CategoryPath category) {
        new PlanEdits(session).removeLimits(category);
    }

    /**
     * Adds a pay source or replaces the one of its name.
     *
     * @throws LedgerException with every problem found: amounts in another currency than the ledger's, a match that
     *     takes the income of another source, a horizon that a payday has passed, no primary source any more
     */
    public PaySource put(PaySource source) {
        new SourceCheck(session).require(source);
        return new PlanEdits(session).put(source);
    }

    /** Removes a pay source; refuses an unknown one with NOT_FOUND, the primary while others are left with CONFLICT. */
    public void removeSource(String name) {
        new SourceCheck(session).requireRemovable(name);
        new PlanEdits(session).removeSource(name);
    }

    /** Adds a bill or replaces the one of its name; refuses an amount in another currency than the ledger's. */
    public Bill put(Bill bill) {
        return new PlanEdits(session).put(bill);
    }

    /** Removes a bill; refuses with NOT_FOUND if there is none. */
    public void removeBill(String name) {
        new PlanEdits(session).removeBill(name);
    }

    /** Adds a set-aside or replaces the one of its name; refuses amounts in another currency than the ledger's. */
    public SetAside put(SetAside setAside) {
        return new PlanEdits(session).put(setAside);
    }

    /** Removes a set-aside as if it had never been; refuses with NOT_FOUND if there is none. */
    public void removeSetAside(String name) {
        new PlanEdits(session).removeSetAside(name);
    }

    /** Sets what is carried from period to period. */
    public void carry(Carry carry) {
        new PlanEdits(session).carry(carry);
    }

    /** Decides by hand whether an income is pay, and of which payday. */
    public void decide(DecidedPay decided) {
        new PlanEdits(session).decide(decided);
    }

    /** Leaves it to the ledger again whether an income is pay. */
    public void undecidePay(long income) {
        new PlanEdits(session).undecide(income);
    }

    /** Decides by hand what pays a due day of a bill, or that it is skipped. */
    public void decide(BillDecision decision) {
        new PlanEdits(session).decide(decision);
    }

    /** Leaves it to the ledger again what pays a due day of a bill. */
    public void undecideBill(String bill, LocalDate due) {
        new PlanEdits(session).undecide(bill, due);
    }

    /**
     * Accepts suggestions by their ids: sets the source, bill, set-aside or limit that each offers, and makes of pairs
     * what they are.
     *
     * @return what was accepted, as {@link #discover} suggested it
     * @throws LedgerException with reason NOT_FOUND if nothing suggested now has one of the ids
     */
    public List<Discovery> accept(Collection<String> ids) {
        return acceptance().accept(ids);
    }

    /**
     * Declines suggestions by their ids: they are not made again as long as payee, cadence and stated amount are the
     * same.
     *
     * @return what was declined
     * @throws LedgerException with reason NOT_FOUND if nothing suggested now has one of the ids
     */
    public List<Discovery> decline(Collection<String> ids) {
        return acceptance().decline(ids);
    }

    private Acceptance acceptance() {
        return new Acceptance(
                session, () -> session.log().isEmpty() ? found.known(session).orElseGet(this::discover) : discover());
    }

    /** Adds or changes an account: whether it is closed, and how its bank's files are read. */
    public Account put(Account account) {
        session.put(account);
        return account;
    }

    /**
     * Removes an account that no entry names.
     *
     * @throws LedgerException with reason NOT_FOUND, or CONFLICT if entries name it
     */
    public void removeAccount(String name) {
        session.removeAccount(name);
    }

    /** Sets when the primary source pays, as if it had always been so; makes a source "main" if there is none. */
    public PaySource paidOn(PaySchedule schedule) {
        return new PlanEdits(session).schedule(schedule, Optional.empty());
    }

    /** Sets when the primary source pays from a day on; what held before stays true of the days before. */
    public PaySource paidOn(PaySchedule schedule, LocalDate from) {
        return new PlanEdits(session).schedule(schedule, Optional.of(from));
    }

    /**
     * Changes the settings.
     *
     * @throws LedgerException with reason CONFLICT if the currency would change while the ledger holds amounts
     */
    public void change(LedgerSettings settings) {
        session.change(settings);
    }

    /**
     * Undoes one change, whatever it was. Undoing is itself a change and can be undone.
     *
     * @throws LedgerException with reason NOT_FOUND if there is no such change, or CONFLICT if what it changed was
     *     changed again or what it would bring back no longer fits
     */
    public void undo(long version) {
        new Undo(session).undo(version);
    }

    /** Removes an import and the memory of its rows; one that still arrives ends there. Refuses with NOT_FOUND. */
    public void removeImport(long id) {
        new ImportMoves(session).remove(getImport(id));
    }

    /**
     * Makes one entry of two that stand for the same movement: one that an import brought and one made by hand. The one
     * made by hand stays, with the person's words, category, tags and day, and gets the bank's words and account; the
     * imported one goes, and its row stays known, so that it does not come back. An import that reports {@code
     * NEEDS_REVIEW} with a {@code twin} proposes this, and so does {@link BudgetView#twins}.
     *
     * @param imported the entry that an import brought
     * @param handMade the entry made by hand, of the same kind and amount
     * @return the entry that stays
     * @throws LedgerException with reason NOT_FOUND, or INVALID if they are not such a pair
     */
    public Entry merge(long imported, long handMade) {
        return new EntryMerge(session).merge(imported, handMade);
    }

    /** Keeps two entries that {@link BudgetView#twins} proposes as one; refuses others with NOT_FOUND. */
    public TwinPair keepApart(long imported, long handMade) {
        return new Twins(session).keepApart(session, imported, handMade);
    }

    /**
     * Moves in what another program kept: everything of it, with categories, transfers and splits. An open question is
     * reported and changes nothing.
     *
     * @throws LedgerException with reason CONFLICT if the ledger has entries or plans; or if no known program wrote
     *     the file
     */
    public MoveReport moveIn(StatementFile file, ReadOptions options) {
        return new LedgerMove(session).run(file, options);
    }

    LedgerSession session() {
        return session;
    }

    /** Returns the version the ledger has once everything done so far is lasting. */
    public long versionAfter() {
        return session.versionAfter();
    }

    /** Keeps an answer under its idempotency key, in the same transaction as what it reports. */
    public void keep(IdempotentResponse answer) {
        session.writer().put(answer);
    }
}
