package dev.payweek.query;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import dev.payweek.report.BillClaims;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportBatch.State;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps which expenses may pay the bills of a ledger, so that a report after a change of the plan does not look at
 * every expense again: a changed amount, limit or source leaves them as they are, a bill with another match asks for
 * its own, and what was written since is read from the record of changes. What another process wrote beside its point
 * is where a new one begins.
 *
 * <p>Safe for use by any number of threads: {@code payers.of(reader, bills, span, read)}.
 */
final class KeptPayers {

    /** More expenses than these are not worth their memory. */
    private static final int MOST = 20_000;

    /** More than these are not worth their room in the ledger. */
    private static final int MOST_WRITTEN = 2_000;

    private static final int MOST_CHANGES = 200;

    /** Whatever becomes of these, the entries stay as they are. */
    private static final Set<Kind<?>> PLANS = Set.of(
            Kinds.SETTINGS,
            Kinds.ACCOUNT,
            Kinds.RULE,
            Kinds.LIMIT,
            Kinds.CARRY,
            Kinds.SOURCE,
            Kinds.BILL,
            Kinds.SET_ASIDE,
            Kinds.PAY_DECISION,
            Kinds.BILL_DECISION,
            Kinds.BALANCES,
            Kinds.DECLINED,
            Kinds.MERGED_TWIN);

    /** How the expenses of some days that may pay some bills are read. */
    interface Reading extends BiFunction<Collection<Bill>, DateSpan, List<Expense>> {}

    /** What of the days from one on may pay the bills, in a version. */
    private record Payers(long version, LocalDate from, Collection<Bill> bills, Map<Long, Expense> expenses) {

        Payers with(Reading read, DateSpan days) {
            Map<Long, Expense> now = new HashMap<>(expenses);
            now.values().removeIf(expense -> days.contains(expense.date()));
            add(now, read.apply(bills, days));
            LocalDate first = days.startInclusive();
            return new Payers(version, first.isBefore(from) ? first : from, bills, now);
        }

        /** Returns the same for other bills; of those that ask for what others did before, nothing is read. */
        Payers of(Collection<Bill> others, Reading read) {
            Set<Object> asked = bills.stream().map(KeptPayers::asksFor).collect(Collectors.toSet());
            List<Bill> more = others.stream()
                    .filter(bill -> !asked.contains(asksFor(bill)))
                    .toList();
            BillClaims claims = new BillClaims(others);
            Map<Long, Expense> now = new HashMap<>(expenses);
            now.values().removeIf(expense -> !claims.mayPay(expense));
            if (!more.isEmpty()) {
                add(now, read.apply(more, since(from)));
            }
            return new Payers(version, from, others, now);
        }

        boolean holds(DateSpan span) {
            return !span.startInclusive().isBefore(from);
        }

        List<Expense> in(DateSpan span) {
            return expenses.values().stream()
                    .filter(expense -> span.contains(expense.date()))
                    .toList();
        }

        private static void add(Map<Long, Expense> to, List<Expense> some) {
            some.forEach(expense -> to.put(expense.id(), expense));
        }
    }

    private volatile Optional<Payers> last = Optional.empty();

    private volatile Optional<WrittenPayers> written = Optional.empty();

    /** Takes what another process has left beside its point; empty if it left nothing. */
    void begin(String text) {
        written = text.isEmpty() ? Optional.empty() : Optional.of(WrittenPayers.parse(text));
    }

    /** Returns what was found to be able to pay the bills from a day on, for other processes; empty if too much. */
    static String text(long version, LocalDate from, Collection<Bill> bills, List<Expense> found) {
        return found.size() > MOST_WRITTEN
                ? ""
                : new WrittenPayers(
                                version,
                                from,
                                bills.stream().map(KeptPayers::inWords).collect(Collectors.toCollection(TreeSet::new)),
                                found.stream().map(Expense::id).sorted().toList())
                        .text();
    }

    /** Returns the expenses of the span that may pay one of the bills; reads what is not known. */
    List<Expense> of(LedgerReader reader, Collection<Bill> bills, DateSpan span, Reading read) {
        Optional<Payers> before = last.or(() -> written.flatMap(own -> read(own, bills, reader)));
        boolean isPast = before.filter(own -> own.version() > reader.version()).isPresent();
        boolean isPart = !span.equals(since(span.startInclusive()));
        if (isPast || (isPart && before.filter(own -> own.holds(span)).isEmpty())) {
            return read.apply(bills, span);
        }
        LocalDate from = span.startInclusive();
        Payers now = before.flatMap(own -> upToDate(own, reader, read))
                .map(own -> own.of(bills, read))
                .map(own -> from.isBefore(own.from()) ? own.with(read, new DateSpan(from, own.from())) : own)
                .orElseGet(() -> new Payers(reader.version(), from, bills, Map.of()).with(read, since(from)));
        last = now.expenses().size() <= MOST ? Optional.of(now) : Optional.empty();
        return now.in(span);
    }

    /** Returns what was written, unless an expense is gone: then all are read again, and what is lost shows. */
    private static Optional<Payers> read(WrittenPayers own, Collection<Bill> bills, LedgerReader reader) {
        if (own.version() > reader.version()) {
            return Optional.empty();
        }
        Map<Long, Expense> expenses = new HashMap<>();
        for (long id : own.entries()) {
            reader.findEntry(id)
                    .filter(Expense.class::isInstance)
                    .map(Expense.class::cast)
                    .ifPresent(expense -> expenses.put(id, expense));
        }
        if (expenses.size() < own.entries().size()) {
            return Optional.empty();
        }
        List<Bill> asked = bills.stream()
                .filter(bill -> own.asked().contains(inWords(bill)))
                .toList();
        return Optional.of(new Payers(own.version(), own.from(), asked, expenses));
    }

    private static DateSpan since(LocalDate day) {
        return new DateSpan(day, DateSpan.ALWAYS.endExclusive());
    }

    /** A bill with a match may be paid by what that holds of, one without by what is in its category. */
    private static Object asksFor(Bill bill) {
        return bill.match().isPresent() ? bill.match().get() : bill.category();
    }

    /** Conditions in words are equal if they are. */
    private static String inWords(Bill bill) {
        return (bill.match().isPresent() ? "match " : "category ") + asksFor(bill);
    }

    /** Returns the same in the version that is read, unless that has become of more than can be said. */
    private static Optional<Payers> upToDate(Payers own, LedgerReader reader, Reading read) {
        long version = reader.version();
        List<Change> since =
                version == own.version() ? List.of() : reader.changesAfter(own.version(), MOST_CHANGES + 1);
        if (since.size() > MOST_CHANGES) {
            return Optional.empty();
        }
        BillClaims claims = new BillClaims(own.bills());
        Map<Long, Expense> expenses = new HashMap<>(own.expenses());
        Payers now = new Payers(version, own.from(), own.bills(), expenses);
        Optional<DateSpan> imported = Optional.empty();
        for (Change change : since) {
            for (Edit<?> edit : change.edits()) {
                if (edit.kind().equals(Kinds.ENTRY)) {
                    expenses.remove(Long.parseLong(edit.key()));
                    edit.after()
                            .map(Kinds.ENTRY::cast)
                            .filter(entry -> isPayer(entry, own.from(), claims))
                            .ifPresent(entry -> expenses.put(entry.id(), (Expense) entry));
                } else if (isArriving(edit)) {
                    imported = together(imported, days(edit));
                } else if (!PLANS.contains(edit.kind()) && !isNewCategory(edit)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(imported.filter(days -> days.endExclusive().isAfter(own.from()))
                .map(days -> days.contains(own.from()) ? new DateSpan(own.from(), days.endExclusive()) : days)
                .map(days -> now.with(read, days))
                .orElse(now));
    }

    private static boolean isPayer(Entry entry, LocalDate from, BillClaims claims) {
        return entry instanceof Expense expense && !expense.date().isBefore(from) && claims.mayPay(expense);
    }

    /**
     * Returns whether the rows of an import come for the first time, so that they are of its days. What goes or comes
     * back may have been moved to other days since.
     */
    static boolean isArriving(Edit<?> edit) {
        return edit.kind().equals(Kinds.IMPORT)
                && (edit.before().isEmpty() || isIn(edit.before(), State.IN_PROGRESS))
                && (isIn(edit.after(), State.IN_PROGRESS) || isIn(edit.after(), State.COMPLETE));
    }

    private static boolean isIn(Optional<?> batch, State state) {
        return batch.map(Kinds.IMPORT::cast).filter(own -> own.state() == state).isPresent();
    }

    private static boolean isNewCategory(Edit<?> edit) {
        return edit.kind().equals(Kinds.CATEGORY) && edit.before().isEmpty();
    }

    /** Returns the days of which an import brought or took rows; of which that is not known, all. */
    private static DateSpan days(Edit<?> edit) {
        ImportBatch batch = Stream.concat(edit.after().stream(), edit.before().stream())
                .map(Kinds.IMPORT::cast)
                .findFirst()
                .orElseThrow();
        return batch.firstDate().isEmpty() || batch.lastDate().isEmpty()
                ? DateSpan.ALWAYS
                : new DateSpan(batch.firstDate().get(), batch.lastDate().get().plusDays(1));
    }

    private static Optional<DateSpan> together(Optional<DateSpan> some, DateSpan more) {
        return Optional.of(some.map(days -> new DateSpan(
                        days.startInclusive().isBefore(more.startInclusive())
                                ? days.startInclusive()
                                : more.startInclusive(),
                        days.endExclusive().isAfter(more.endExclusive()) ? days.endExclusive() : more.endExclusive()))
                .orElse(more));
    }
}
