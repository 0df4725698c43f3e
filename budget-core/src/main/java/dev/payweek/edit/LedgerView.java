package dev.payweek.edit;

import dev.payweek.category.Categories;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleSet;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One ledger as it stands at one moment, on one day. What is asked for again and again within one piece of work is read
 * once: {@code view.getRule(7)}. For one thread, the one it was lent to.
 */
public class LedgerView {

    private final LedgerReader reader;
    private final LocalDate today;
    private final CompiledThings compiled;

    private Optional<LedgerSettings> settings = Optional.empty();
    private Optional<Categories> categories = Optional.empty();
    private Optional<RuleSet> rules = Optional.empty();
    private Optional<RuleSet> openRules = Optional.empty();
    private Optional<List<Account>> accounts = Optional.empty();

    LedgerView(LedgerReader reader, LocalDate today, CompiledThings compiled) {
        this.compiled = compiled;
        this.reader = reader;
        this.today = today;
    }

    /** Makes sure that what was changed is read again. */
    final void forget() {
        settings = Optional.empty();
        categories = Optional.empty();
        rules = Optional.empty();
        openRules = Optional.empty();
        accounts = Optional.empty();
    }

    /** Returns the ledger itself. */
    public LedgerReader reader() {
        return reader;
    }

    /** Returns the day it is where the ledger's owner lives. */
    public final LocalDate today() {
        return today;
    }

    /** Returns what holds for the ledger as a whole. */
    public final LedgerSettings settings() {
        LedgerSettings known = settings.orElseGet(reader::settings);
        settings = Optional.of(known);
        return known;
    }

    /** Returns the categories. */
    public final Categories categories() {
        Categories known = categories.orElseGet(() -> compiled.categories(reader.all(Kinds.CATEGORY)));
        categories = Optional.of(known);
        return known;
    }

    /** Returns the rules in the order they are asked. */
    public final RuleSet rules() {
        RuleSet known = rules.orElseGet(() -> compiled.rules(reader.all(Kinds.RULE)));
        rules = Optional.of(known);
        return known;
    }

    /** Returns the rules as they decide what is new: one that names an archived category decides nothing. */
    public final RuleSet openRules() {
        RuleSet known = openRules.orElseGet(this::withoutArchived);
        openRules = Optional.of(known);
        return known;
    }

    private RuleSet withoutArchived() {
        List<CategoryRule> open = rules().inOrder().stream()
                .filter(rule -> rule.then().categories().stream().noneMatch(categories()::isArchived))
                .toList();
        return open.size() == rules().inOrder().size() ? rules() : new RuleSet(open);
    }

    /** Returns all accounts that were ever described or used, by name. */
    public final List<Account> accounts() {
        List<Account> known = accounts.orElseGet(() -> reader.all(Kinds.ACCOUNT));
        accounts = Optional.of(known);
        return known;
    }

    /** Returns the account of that name, if it is known. */
    public final Optional<Account> findAccount(String name) {
        return accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst();
    }

    /** Returns the entry of that kind and id; refuses with NOT_FOUND if there is none. */
    public final Entry getEntry(EntryKind kind, long id) {
        return reader.findEntry(id)
                .filter(entry -> entry.kind() == kind)
                .orElseThrow(() -> LedgerException.notFound(
                        "There is no " + kind.name().toLowerCase(Locale.ROOT) + " " + id + "."));
    }

    /** Returns the entry of that id; refuses with NOT_FOUND if there is none. */
    public final Entry getEntry(long id) {
        return reader.findEntry(id).orElseThrow(() -> LedgerException.notFound("There is no entry " + id + "."));
    }

    /** Returns the rule of that id; refuses with NOT_FOUND if there is none. */
    public final CategoryRule getRule(long id) {
        return rules().find(id).orElseThrow(() -> LedgerException.notFound("There is no rule " + id + "."));
    }

    /** Returns the import of that id; refuses with NOT_FOUND if there is none. */
    public final ImportBatch getImport(long id) {
        return reader.findImport(id).orElseThrow(() -> LedgerException.notFound("There is no import " + id + "."));
    }
}
