package dev.payweek.budget;

import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.edit.CategoryMove;
import dev.payweek.edit.ChangeLog;
import dev.payweek.edit.EntryFactory;
import dev.payweek.edit.EntryMerge;
import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.References;
import dev.payweek.edit.Undo;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Per;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SoftLimit;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.refusal.LedgerException;
import dev.payweek.review.RuleReview;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDraft;
import dev.payweek.store.Change;
import dev.payweek.store.IdempotentResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One ledger open for change: {@code budget.write("Ann", edit -> edit.move(901, "Fun:Coffee"))}. Everything done
 * through it becomes lasting together when the {@link Budget#write} ends, as one recorded and undoable change, or not
 * at all.
 */
public final class BudgetEdit extends BudgetView {

    private final LedgerSession session;
    private final ChangeLog log;

    BudgetEdit(LedgerSession session) {
        super(session);
        this.session = session;
        this.log = session.log();
    }

    /**
     * Adds an entry. An expense without a category gets the one the rules say.
     *
     * @throws LedgerException with every problem found, such as an amount in another currency or splits that do not sum
     */
    public Entry add(EntryDraft draft) {
        Entry entry = new EntryFactory(session).entry(draft, session.writer().nextId(), 1, Optional.empty());
        log.put(entry, "add " + LedgerSession.named(entry));
        return entry;
    }

    /**
     * Replaces an entry by what the draft says. A category left out stays as it was decided before.
     *
     * @param seenVersion the version the caller has seen; any when absent
     * @throws LedgerException with reason NOT_FOUND, with STALE if the stored version is another one, or as {@code add}
     * does
     */
    public Entry replace(long id, Optional<Integer> seenVersion, EntryDraft draft) {
        Entry before = getEntry(draft.kind(), id);
        requireSeen(before, seenVersion);
        Entry entry = new EntryFactory(session).entry(draft, id, before.version() + 1, Optional.of(before));
        log.put(entry, "change " + LedgerSession.named(entry));
        return entry;
    }

    /**
     * Deletes an entry. If it was imported, the memory of its row stays, so that it does not come back.
     *
     * @param seenVersion the version the caller has seen; any when absent
     * @throws LedgerException with reason NOT_FOUND or STALE
     */
    public void delete(EntryKind kind, long id, Optional<Integer> seenVersion) {
        Entry before = getEntry(kind, id);
        requireSeen(before, seenVersion);
        log.removeEntry(before, "delete " + LedgerSession.named(before));
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
        Category category = categories()
                .find(path)
                .orElseThrow(() -> LedgerException.notFound("There is no category \"" + path + "\"."));
        if (References.category(session.writer(), path) || path.equals(Categories.OTHER)) {
            throw LedgerException.conflict("The category \"" + path + "\" is in use; archive it instead.");
        }
        log.removeCategory(category, "remove category " + path);
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

    /** Replaces a rule; refuses with NOT_FOUND, with STALE if it was changed since, or as {@link #add(RuleDraft)}. */
    public CategoryRule replaceRule(long id, Optional<Integer> seenVersion, RuleDraft draft) {
        CategoryRule before = getRule(id);
        LedgerSession.requireVersion("rule " + id, before.version(), seenVersion);
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
     * @return what {@link #dryRun} tells of the same change
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
        Expense before = (Expense) getEntry(EntryKind.EXPENSE, id);
        Expense after = before.withCategory(category(category), Provenance.MANUAL)
                .withParts(List.of())
                .withVersion(before.version() + 1);
        log.put(after, "move " + LedgerSession.named(after) + " to " + after.category());
        return after;
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
        session.requireCurrency("amount", amount);
        rollover.cap().ifPresent(cap -> session.requireCurrency("cap", cap));
        SoftLimit limit = new SoftLimit(category(category), amount, per, from, rollover);
        log.put(limit, "limit " + limit.category());
        return limit;
    }

    /** Removes every limit ever set on a category; refuses with NOT_FOUND if there is none. */
    public void removeLimits(CategoryPath category) {
        List<SoftLimit> found = limits().stream()
                .filter(limit -> limit.category().equals(category))
                .toList();
        if (found.isEmpty()) {
            throw LedgerException.notFound("There is no limit on \"" + category + "\".");
        }
        found.forEach(limit -> log.removeLimit(limit, "remove limit on " + category));
    }

    /** Sets an amount in the ledger's currency, zero or more, aside in each pay period from a day on, inclusive. */
    public Reserved reserve(String name, Money amount, LocalDate from) {
        session.requireCurrency("amount", amount);
        Reserved reserved = new Reserved(name.strip(), amount, from);
        log.put(reserved, "reserve for " + reserved.name());
        return reserved;
    }

    /** Removes every reservation ever set under a name; refuses with NOT_FOUND if there is none. */
    public void removeReserved(String name) {
        List<Reserved> found = reserved().stream()
                .filter(reserved -> reserved.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw LedgerException.notFound("Nothing is reserved under \"" + name + "\".");
        }
        found.forEach(reserved -> log.removeReserved(reserved, "stop reserving for " + name));
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
        Account account = accounts().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> LedgerException.notFound("There is no account \"" + name + "\"."));
        if (References.account(session.writer(), name)) {
            throw LedgerException.conflict("The account \"" + name + "\" has entries; close it instead.");
        }
        log.removeAccount(account, "remove account " + name);
    }

    /** Sets when pay comes; refuses an expected paycheck in another currency than the ledger's. */
    public void paidOn(PaySchedule schedule) {
        change(settings().with(schedule));
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
     * Takes back one change, whatever it was. Taking back is itself a change and can be taken back.
     *
     * @throws LedgerException with reason NOT_FOUND if there is no such change, or CONFLICT if what it changed was
     *     changed again or what it would bring back no longer fits
     */
    public void undo(long version) {
        Change change = changesAfter(version - 1, 1).stream()
                .filter(found -> found.version() == version)
                .findFirst()
                .orElseThrow(() -> LedgerException.notFound("There is no change " + version + "."));
        new Undo(session).undo(change);
    }

    /** Removes an import and the memory of its rows, so that the file can come anew; refuses with NOT_FOUND. */
    public void removeImport(long id) {
        log.removeImport(getImport(id));
    }

    /**
     * Makes one entry of two that tell of the same movement: one that an import brought and one made by hand. The one
     * made by hand stays, with the person's words, category, tags and day, and gets the bank's words and account; the
     * imported one goes, and its row stays known, so that it does not come back. An import that tells {@code
     * NEEDS_REVIEW} with a {@code twin} proposes this; to keep both, do nothing.
     *
     * @param imported the entry that an import brought
     * @param handMade the entry made by hand, of the same kind and amount
     * @return the entry that stays
     * @throws LedgerException with reason NOT_FOUND, or INVALID if they are not such a pair
     */
    public Entry merge(long imported, long handMade) {
        return new EntryMerge(session).merge(imported, handMade);
    }

    LedgerSession session() {
        return session;
    }

    /** Records the threshold events that are due, and returns them. Raises no version: they follow from the ledger. */
    List<ThresholdEvent> notice(Instant now) {
        List<ThresholdEvent> noticed = dueEvents(now).stream()
                .map(event -> event.numbered(session.writer().nextId()))
                .toList();
        noticed.forEach(session.writer()::add);
        return noticed;
    }

    /** Returns the version the ledger has once everything done so far is lasting. */
    public long versionAfter() {
        return session.versionAfter();
    }

    /** Keeps an answer under its idempotency key, in the same transaction as what it tells of. */
    public void keep(IdempotentResponse answer) {
        session.writer().put(answer);
    }

    private static void requireSeen(Entry entry, Optional<Integer> seenVersion) {
        LedgerSession.requireVersion(LedgerSession.named(entry), entry.version(), seenVersion);
    }
}
