package dev.payweek.app;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What may be said of a pay source besides its name and its schedule; what is left out stays as it was. */
final class SourceOptions {

    @Option(names = "--expecting", paramLabel = "AMOUNT", description = "How much is expected, such as 1680.00.")
    private Optional<String> expecting = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "The first payday that schedule and amount hold for; earlier ones stay (default: all).")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--until", paramLabel = "DATE", description = "The last day on which pay is expected.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(
            names = "--match",
            paramLabel = "CONDITION",
            description = "Which income is its pay, such as 'title contains \"acme\"'"
                    + " (default: what no other source claims).")
    private Optional<String> match = Optional.empty();

    @Option(
            names = "--primary-from",
            paramLabel = "DATE",
            description = "Its paydays cut time into pay periods from this day on.")
    private Optional<LocalDate> primaryFrom = Optional.empty();

    @Option(
            names = "--primary",
            negatable = true,
            description = "Whether its paydays cut time into pay periods (default: if no other source's do).")
    private Optional<Boolean> primary = Optional.empty();

    @Option(names = "--tolerance", paramLabel = "DAYS", description = "How far off its payday pay may come.")
    private Optional<Integer> tolerance = Optional.empty();

    @Option(names = "--spread", negatable = true, description = "Whether its pay counts by days until its next payday.")
    private Optional<Boolean> spread = Optional.empty();

    @Option(names = "--horizon", paramLabel = "DATE", description = "How far ahead irregular pay has to last.")
    private Optional<LocalDate> horizon = Optional.empty();

    /** Returns the source of that name as it is to be. */
    PaySource source(BudgetEdit edit, String name, Optional<String> words) {
        Optional<PaySource> old = edit.sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst();
        Optional<PaySchedule> schedule = words.map(text -> ScheduleWords.in(edit, text));
        schedule.flatMap(PaySchedule::expectedPaycheck).ifPresent(amount -> AmountText.adopt(edit, amount.currency()));
        Optional<Money> amount = expecting.map(text -> AmountText.in(edit, text));
        amount.ifPresent(money -> AmountText.adopt(edit, money.currency()));
        PaySource source =
                old.map(one -> versioned(one, schedule, amount)).orElseGet(() -> fresh(name, schedule, amount));
        return primary(edit, described(source, schedule));
    }

    private PaySource fresh(String name, Optional<PaySchedule> schedule, Optional<Money> amount) {
        PaySchedule first = schedule.orElseThrow(() -> LedgerException.invalid(
                "schedule",
                "missing",
                "When does " + name + " pay? Say it such as: payweek sources set " + name
                        + " \"every 2 weeks from 2026-11-20\"."));
        return PaySource.of(name, first).with(List.of(version(first, amount.or(first::expectedPaycheck))));
    }

    /** A version from a day on follows those before it; without a day an amount corrects the last, a schedule all. */
    private PaySource versioned(PaySource old, Optional<PaySchedule> schedule, Optional<Money> amount) {
        if (schedule.isEmpty() && amount.isEmpty()) {
            return old;
        }
        PayVersion last = from.map(old::versionOn)
                .orElse(old.versions().get(old.versions().size() - 1));
        PaySchedule when = schedule.orElse(last.schedule());
        Optional<Money> stated = schedule.flatMap(PaySchedule::expectedPaycheck);
        PayVersion version = version(when, amount.or(() -> stated).or(last::expected));
        List<PayVersion> versions = new ArrayList<>(old.versions());
        if (from.isPresent()) {
            LocalDate first = versions.get(0).firstDay();
            if (from.get().isBefore(first)) {
                throw LedgerException.invalid(
                        "from",
                        "before_first",
                        "Pay of " + old.name() + " is known from " + first + " on; correct it without --from.");
            }
            versions.removeIf(other -> !other.firstDay().isBefore(version.firstDay()));
            versions.add(version);
        } else if (schedule.isPresent()) {
            versions = List.of(version);
        } else {
            versions.set(versions.size() - 1, new PayVersion(last.from(), when, version.expected()));
        }
        return old.with(versions);
    }

    private PayVersion version(PaySchedule schedule, Optional<Money> amount) {
        return new PayVersion(from, schedule, amount);
    }

    private PaySource described(PaySource source, Optional<PaySchedule> schedule) {
        PaySource whole =
                schedule.map(said -> source.withTolerance(said.toleranceDays())).orElse(source);
        whole = tolerance.map(whole::withTolerance).orElse(whole);
        whole = until.map(whole::until).orElse(whole);
        whole = match.map(Condition::parse).map(whole::matching).orElse(whole);
        whole = spread.map(whole::spread).orElse(whole);
        return horizon.map(whole::withHorizon).orElse(whole);
    }

    private PaySource primary(BudgetEdit edit, PaySource source) {
        if (primaryFrom.isPresent()) {
            return source.primaryFrom(primaryFrom.get());
        }
        boolean another = edit.sources().stream()
                .anyMatch(other -> !other.name().equals(source.name())
                        && other.primaryFrom().isPresent());
        boolean is = source.primaryFrom().isPresent();
        if (primary.orElse(is || !another)) {
            return is ? source : source.primary();
        }
        return new PaySource(
                source.name(),
                source.versions(),
                Optional.empty(),
                source.until(),
                source.match(),
                source.toleranceDays(),
                source.spread(),
                source.horizon());
    }
}
