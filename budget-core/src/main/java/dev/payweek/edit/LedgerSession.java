package dev.payweek.edit;

import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.refusal.Validation;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleDraft;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * One ledger open for change, with the record of what was changed so far. It holds what several kinds of changes need:
 * categories and accounts that come to be by being named, rules, settings. For one thread, the one it was lent to.
 *
 * <p>{@code session.category("fun:coffee")} is the category a person means, made if need be.
 */
public final class LedgerSession extends LedgerView {

    private final LedgerWriter writer;
    private final ChangeLog log;
    private final int rowsAtOnce;
    private final Instant now;

    LedgerSession(LedgerWriter writer, LocalDate today, CompiledThings compiled, int rowsAtOnce, Instant now) {
        super(writer, today, compiled);
        this.writer = writer;
        this.log = new ChangeLog(writer, this::forget);
        this.rowsAtOnce = rowsAtOnce;
        this.now = now;
    }

    /** Returns the ledger itself; what is written to it here is not recorded. */
    public LedgerWriter writer() {
        return writer;
    }

    /** Returns the record of what was changed so far. */
    public ChangeLog log() {
        return log;
    }

    /** Returns how many rows of an import the transaction takes at most. */
    int rowsAtOnce() {
        return rowsAtOnce;
    }

    /** Returns when the changes are made. */
    Instant now() {
        return now;
    }

    /** Returns the version the ledger has once everything done so far is lasting. */
    public long versionAfter() {
        return writer.version() + (log.isEmpty() ? 0 : 1);
    }

    /** Adds or changes a category, and the levels above it that are missing. */
    public void put(Category category) {
        categories()
                .findLike(category.path())
                .filter(like -> !like.equals(category.path()))
                .ifPresent(like -> {
                    throw LedgerException.conflict("There is already a category \"" + like + "\".");
                });
        category.path().parent().ifPresent(parent -> require(parent, category.discretionary()));
        log.put(Kinds.CATEGORY, category, "set category " + category.path());
    }

    /** Removes a category that nothing uses; refuses with NOT_FOUND, or with CONFLICT if something does. */
    public void removeCategory(CategoryPath path) {
        Category category = categories()
                .find(path)
                .orElseThrow(() -> LedgerException.notFound("There is no category \"" + path + "\"."));
        if (References.category(writer, path) || path.equals(Categories.OTHER)) {
            throw LedgerException.conflict("The category \"" + path + "\" is in use; archive it instead.");
        }
        log.remove(Kinds.CATEGORY, category, "remove category " + path);
    }

    /** Returns the category a person means, creating it when it is not there yet. */
    public CategoryPath category(String name) {
        CategoryPath path = categories().resolve(name);
        require(path, true);
        return path;
    }

    /** Returns the category a person means for an entry, as {@link #category} does; refuses one that is archived. */
    public CategoryPath openCategory(String name) {
        CategoryPath path = category(name);
        if (categories().isArchived(path)) {
            throw LedgerException.invalid(
                    "category", "archived", "The category \"" + path + "\" is archived and takes no new entries.");
        }
        return path;
    }

    /** Makes sure that the category is there. */
    public void require(CategoryPath path, boolean discretionary) {
        if (categories().find(path).isEmpty()) {
            put(new Category(path, discretionary, false));
        }
    }

    /** Adds or changes an account. */
    public void put(Account account) {
        log.put(Kinds.ACCOUNT, account, "set account " + account.name());
    }

    /** Makes sure that the account is known. */
    public void requireAccount(String name) {
        if (findAccount(name).isEmpty()) {
            put(Account.of(name));
        }
    }

    /** Removes an account that no entry names; refuses with NOT_FOUND, or with CONFLICT if entries name it. */
    public void removeAccount(String name) {
        Account account =
                findAccount(name).orElseThrow(() -> LedgerException.notFound("There is no account \"" + name + "\"."));
        if (References.account(writer, name)) {
            throw LedgerException.conflict("The account \"" + name + "\" has entries; close it instead.");
        }
        log.remove(Kinds.ACCOUNT, account, "remove account " + name);
    }

    /** Adds a rule. Refuses with CONFLICT a priority that is taken. */
    public CategoryRule add(RuleDraft draft) {
        return put(draft, writer.nextId(), 1);
    }

    /** Replaces a rule, whatever its version; refuses with NOT_FOUND, or as {@link #add}. */
    public CategoryRule replaceRule(long id, RuleDraft draft) {
        return put(draft, id, getRule(id).version() + 1);
    }

    private CategoryRule put(RuleDraft draft, long id, int version) {
        CategoryRule rule = draft.rule(id, version, rules(), path -> category(path.name()));
        log.put(Kinds.RULE, rule, "set rule " + rule.name());
        return rule;
    }

    /** Removes a rule; refuses with NOT_FOUND if there is none. */
    public void removeRule(long id) {
        CategoryRule rule = getRule(id);
        log.remove(Kinds.RULE, rule, "remove rule " + rule.name());
    }

    /** Changes the settings; refuses with CONFLICT another currency while the ledger holds amounts. */
    public void change(LedgerSettings settings) {
        requireCurrencyOf(settings);
        log.put(Kinds.SETTINGS, settings, "change settings");
    }

    /** Refuses settings with another currency while the ledger holds amounts. */
    void requireCurrencyOf(LedgerSettings settings) {
        if (!settings.currency().equals(settings().currency()) && writer.holdsAmounts()) {
            throw LedgerException.conflict(
                    "The currency cannot change while the ledger holds amounts; undo first what brought them.");
        }
    }

    /** Refuses an amount in another currency than the ledger's. */
    public void requireCurrency(String field, Money amount) {
        var checks = new Validation();
        checkCurrency(checks, field, amount);
        checks.refuseIfAny();
    }

    /** Refuses a thing with amounts in another currency than the ledger's, each at its field. */
    public <T> void requireCurrency(Kind<T> kind, T thing) {
        var checks = new Validation();
        checkCurrency(checks, kind, thing);
        checks.refuseIfAny();
    }

    /** Notes as problems of their fields the amounts of a thing in another currency than the ledger's. */
    public <T> void checkCurrency(Validation checks, Kind<T> kind, T thing) {
        kind.amountsByField(thing).forEach((field, amount) -> checkCurrency(checks, field, amount));
    }

    /** Notes an amount in another currency than the ledger's as a problem of its field. */
    void checkCurrency(Validation checks, String field, Money amount) {
        checks.that(
                amount.currency().equals(settings().currency()),
                field,
                "currency",
                "The ledger is in " + settings().currency() + "; " + amount + " does not fit.");
    }

    /** Refuses with STALE a thing that is no longer as the caller has seen it. */
    public static void requireVersion(String what, int stored, int seen) {
        if (seen != stored) {
            throw new LedgerException(
                    Reason.STALE,
                    "The " + what + " has been changed since: its version is " + stored + ", not " + seen + ".",
                    List.of());
        }
    }

    /** Returns what an entry is called in a sentence: {@code "expense 901"}. */
    public static String named(Entry entry) {
        return entry.kind().name().toLowerCase(Locale.ROOT) + " " + entry.id();
    }
}
