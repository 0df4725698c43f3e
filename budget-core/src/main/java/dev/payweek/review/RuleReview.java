package dev.payweek.review;

import dev.payweek.category.CategoryPath;
import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.LedgerView;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.SoftLimit;
import dev.payweek.query.Reports;
import dev.payweek.refusal.Validation;
import dev.payweek.report.Paydays;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.RuleFinding;
import dev.payweek.rule.RuleSet;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Shows a ledger's entries to those who judge its rules: {@code new RuleReview(view).lint()}. For one thread. */
public final class RuleReview {

    /** Stands for the number of a rule that has none yet; a ledger counts from 1. */
    private static final long UNNUMBERED = 0;

    private static final int NEWEST = 10_000;

    /** Searching all entries for each of more rules costs as much as to look at every entry with all. */
    private static final int FEW_RULES = 3;

    private final LedgerView view;

    /** Creates the review of a ledger. */
    public RuleReview(LedgerView view) {
        this.view = view;
    }

    /** Returns what a change to the rules would move. */
    public RuleDiff dryRun(RuleChange change, boolean force) {
        RuleReapplication redeciding = redeciding(change, after(change), force);
        EntryQuery all = EntryQuery.all(EntryKind.EXPENSE);
        Optional<String> needed = neededText(change);
        long[] looked = {0};
        view.reader().forEachEntry(needed.map(all::containing).orElse(all), entry -> {
            redeciding.look((Expense) entry);
            looked[0]++;
        });
        if (needed.isPresent()) {
            redeciding.passOver(view.reader().countEntries(all) - looked[0]);
        }
        return redeciding.diff(change instanceof RuleChange.Replace replace ? Optional.of(replace.id()) : none());
    }

    /**
     * Returns a text that is in every expense of which the change could make something else: only where the rule
     * matches that comes or goes can another decide than before. Nothing where no text is certain to be there.
     */
    private Optional<String> neededText(RuleChange change) {
        Optional<String> needed = Optional.empty();
        if (change instanceof RuleChange.Add add) {
            needed = add.draft().requiredText();
        } else if (change instanceof RuleChange.Remove remove) {
            needed = view.getRule(remove.id()).requiredText();
        } else if (change instanceof RuleChange.Replace replace) {
            needed = view.getRule(replace.id())
                    .requiredText()
                    .filter(text -> replace.draft().requiredText().equals(Optional.of(text)));
        }
        return searchable(needed);
    }

    private static Optional<String> searchable(Optional<String> text) {
        return text.filter(words -> !words.isEmpty() && Validation.isPrintable(words));
    }

    /** The rules are changed first, so that the expenses name the rule as it is kept. */
    public RuleDiff apply(LedgerSession edit, RuleChange change, boolean force) {
        RuleSet before = view.rules();
        Optional<CategoryRule> rule = make(edit, change);
        RuleReapplication redeciding = redeciding(change, before, edit.rules(), force);
        List<Entry> moved = new ArrayList<>();
        forEachExpense(expense -> redeciding.look(expense).ifPresent(moved::add));
        moved.forEach(entry -> edit.log().put(Kinds.ENTRY, entry, "categorise again"));
        String what = rule.map(one -> "rule " + one.name()).orElse("the rules");
        edit.log().describe("apply " + what + " to " + moved.size() + " expenses");
        return redeciding.diff(rule.map(CategoryRule::id));
    }

    private static Optional<Long> none() {
        return Optional.empty();
    }

    private static Optional<CategoryRule> make(LedgerSession edit, RuleChange change) {
        if (change instanceof RuleChange.Add add) {
            return Optional.of(edit.add(add.draft()));
        }
        if (change instanceof RuleChange.Replace replace) {
            return Optional.of(edit.replaceRule(replace.id(), replace.draft()));
        }
        if (change instanceof RuleChange.Remove remove) {
            edit.removeRule(remove.id());
        }
        return Optional.empty();
    }

    private RuleReapplication redeciding(RuleChange change, RuleSet after, boolean force) {
        return redeciding(change, view.rules(), after, force);
    }

    private RuleReapplication redeciding(RuleChange change, RuleSet before, RuleSet after, boolean force) {
        Paydays paydays = new Reports(view).paydays();
        return new RuleReapplication(
                        change instanceof RuleChange.None ? Optional.empty() : Optional.of(before),
                        after,
                        force,
                        day -> paydays.periodContaining(day).span())
                .closing(view.categories()::isArchived);
    }

    private RuleSet after(RuleChange change) {
        List<CategoryRule> rules = new ArrayList<>(view.rules().inOrder());
        if (change instanceof RuleChange.Add add) {
            rules.add(drafted(add.draft(), UNNUMBERED, 1));
        } else if (change instanceof RuleChange.Replace replace) {
            CategoryRule old = view.getRule(replace.id());
            rules.remove(old);
            rules.add(drafted(replace.draft(), old.id(), old.version() + 1));
        } else if (change instanceof RuleChange.Remove remove) {
            rules.remove(view.getRule(remove.id()));
        }
        return new RuleSet(rules);
    }

    private CategoryRule drafted(RuleDraft draft, long id, int version) {
        return draft.rule(id, version, view.rules(), path -> view.categories().resolve(path.name()));
    }

    /** Returns what is wrong with the rules and the categories. */
    public List<RuleFinding> lint() {
        return lint(NEWEST);
    }

    /**
     * Most rules decide something among the newest entries of each kind; of the few that do not, only those entries
     * matter that hold what such a rule asks for.
     */
    List<RuleFinding> lint(int newest) {
        RuleLinter linting = linting();
        look(linting, query -> query.first(newest));
        List<CategoryRule> open = linting.undecided();
        boolean all = open.size() > FEW_RULES
                || open.stream()
                        .anyMatch(rule -> searchable(rule.requiredText()).isEmpty());
        if (all) {
            look(linting, query -> query);
        } else {
            for (CategoryRule rule : open) {
                RuleLinter of = linting();
                String text = rule.requiredText().orElseThrow();
                look(of, query -> query.containing(text));
                linting.learn(rule, of);
            }
        }
        List<RuleFinding> findings = new ArrayList<>(linting.ofRules());
        Set<CategoryPath> used = view.reader().monthTotals(DateSpan.ALWAYS).stream()
                .map(MonthTotal::category)
                .collect(Collectors.toSet());
        Kinds.SMALL.stream()
                .filter(kind -> !kind.equals(Kinds.CATEGORY) && !kind.equals(Kinds.LIMIT))
                .forEach(kind -> used.addAll(named(kind)));
        findings.addAll(linting.ofCategories(
                view.categories().all(),
                used,
                view.reader().all(Kinds.LIMIT).stream().map(SoftLimit::category).collect(Collectors.toSet())));
        return findings;
    }

    /** A bill or a set-aside uses its category before anything is spent in it. */
    private <T> Set<CategoryPath> named(Kind<T> kind) {
        return view.reader().all(kind).stream()
                .flatMap(thing -> kind.categories(thing).stream())
                .collect(Collectors.toSet());
    }

    private RuleLinter linting() {
        return new RuleLinter(view.rules()).closing(view.categories()::isArchived);
    }

    private void look(RuleLinter linting, UnaryOperator<EntryQuery> which) {
        for (EntryKind kind : EntryKind.values()) {
            view.reader().forEachEntry(which.apply(EntryQuery.all(kind)), linting::look);
        }
    }

    private void forEachExpense(Consumer<Expense> action) {
        view.reader().forEachEntry(EntryQuery.all(EntryKind.EXPENSE), entry -> action.accept((Expense) entry));
    }
}
