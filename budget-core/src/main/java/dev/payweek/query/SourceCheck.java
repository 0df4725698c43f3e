package dev.payweek.query;

import dev.payweek.edit.LedgerSession;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Income;
import dev.payweek.plan.PaySource;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import dev.payweek.report.Books;
import dev.payweek.report.Paydays;
import dev.payweek.rule.Condition;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong with a pay source because of what the ledger holds: all of it is found before anything is refused.
 * {@code new SourceCheck(session).require(source)}. For one thread, with its session.
 */
public final class SourceCheck {

    private static final int MAX_NAMED = 3;

    private final LedgerSession session;
    private final Validation problems = new Validation();

    /** Creates the check of a ledger's sources. */
    public SourceCheck(LedgerSession session) {
        this.session = session;
    }

    /** Refuses a source; what has been in it all along is not judged again, so that the rest can always be changed. */
    public void require(PaySource source) {
        session.checkCurrency(problems, Kinds.SOURCE, source);
        Optional<PaySource> before = session.reader().find(Kinds.SOURCE, source.name());
        List<PaySource> others = others(source.name());
        if (source.primaryFrom().isEmpty() && isOnlyPrimary(before, others)) {
            problems.note("primary", "needed", makeAnotherPrimary(source.name()));
        }
        if (!source.match().equals(before.flatMap(PaySource::match))) {
            source.match().ifPresent(match -> others.forEach(other -> requireApart(match, other)));
        }
        if (!source.horizon().equals(before.flatMap(PaySource::horizon))) {
            source.horizon().ifPresent(horizon -> requireAhead(horizon, source, others));
        }
        problems.refuseIfAny();
    }

    /** Refuses with CONFLICT the removal of the primary source while others are left without one. */
    public void requireRemovable(String name) {
        if (isOnlyPrimary(session.reader().find(Kinds.SOURCE, name), others(name))) {
            throw LedgerException.conflict(makeAnotherPrimary(name));
        }
    }

    private static boolean isOnlyPrimary(Optional<PaySource> source, List<PaySource> others) {
        return source.flatMap(PaySource::primaryFrom).isPresent()
                && !others.isEmpty()
                && others.stream().allMatch(other -> other.primaryFrom().isEmpty());
    }

    private static String makeAnotherPrimary(String name) {
        return "\"" + name + "\" is the primary source, whose paydays cut time; make another one primary first.";
    }

    private List<PaySource> others(String name) {
        return session.reader().all(Kinds.SOURCE).stream()
                .filter(other -> !other.name().equals(name))
                .toList();
    }

    private void requireApart(Condition match, PaySource other) {
        Optional<Condition> theirs = other.match();
        List<Income> shared = theirs.isEmpty()
                ? List.of()
                : incomes().stream()
                        .filter(income -> holds(match, income) && holds(theirs.get(), income))
                        .sorted(Comparator.comparing(Income::date).thenComparing(Income::id))
                        .toList();
        if (!shared.isEmpty()) {
            problems.note(
                    "match", "taken", "The match of \"" + other.name() + "\" takes the same income: " + named(shared));
        } else if (theirs.filter(their -> match.implies(their) || their.implies(match))
                .isPresent()) {
            problems.note(
                    "match", "taken", "The match of \"" + other.name() + "\" would take the same income as this one.");
        }
    }

    private static boolean holds(Condition match, Income income) {
        return match.holds(income.details(), EntryKind.INCOME);
    }

    private static String named(List<Income> incomes) {
        String some = incomes.stream()
                .limit(MAX_NAMED)
                .map(income -> income.id() + " of " + income.date())
                .collect(Collectors.joining(", "));
        return some + (incomes.size() > MAX_NAMED ? " and " + (incomes.size() - MAX_NAMED) + " more." : ".");
    }

    private List<Income> incomes() {
        List<Income> all = new ArrayList<>();
        session.reader().forEachEntry(EntryQuery.all(EntryKind.INCOME), entry -> all.add((Income) entry));
        return all;
    }

    /** The last period of an irregular source begins on its last payday, so that its horizon lies after that. */
    private void requireAhead(LocalDate horizon, PaySource source, List<PaySource> others) {
        List<PaySource> all = new ArrayList<>(others);
        all.add(source);
        Paydays paydays =
                new Paydays(new Reports(session).plan().withSources(all), Books.of(incomes()), session.today());
        paydays.recognised().values().stream()
                .filter(pay -> pay.source().equals(source.name()))
                .map(Paydays.Recognised::payday)
                .max(Comparator.naturalOrder())
                .filter(last -> !horizon.isAfter(last))
                .ifPresent(last -> problems.note(
                        "horizon", "in_the_past", "The horizon must lie after the last payday, " + last + "."));
    }
}
