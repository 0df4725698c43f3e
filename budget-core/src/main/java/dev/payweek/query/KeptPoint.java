package dev.payweek.query;

import dev.payweek.category.Category;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.plan.SoftLimit;
import dev.payweek.report.Answer;
import dev.payweek.report.AnswerBuilder;
import dev.payweek.report.Books;
import dev.payweek.report.FoldPoint;
import dev.payweek.report.FoldPoints;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.ReportPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps the point of the past from which a ledger's reports go on, and what the reports of today rest on, so that a
 * report costs the same however long the ledger is and however much is in it. What was changed since, by whichever
 * process, is read from the record of changes.
 *
 * <p>Safe for use by any number of threads: {@code kept.of(reader, plan, books, today)}.
 */
public final class KeptPoint {

    /** More changes than these are not looked through: beginning again costs less. */
    private static final int MOST_CHANGES = 200;

    /** How much later than it could be a point may lie before a later one is made. */
    private static final int MOST_DAYS_BEHIND = 60;

    /** For how many days of asking at once answers are kept: the days of a pay period on which weeks end, and some. */
    private static final int MOST_BASES = 12;

    /** How long the past may be that is remembered as a whole. */
    private static final int MOST_DAYS_WITHOUT_POINT = 400;

    /** Of these no report says anything. */
    private static final Set<Kind<?>> OF_NO_MATTER =
            Set.of(Kinds.ACCOUNT, Kinds.RULE, Kinds.BALANCES, Kinds.DECLINED, Kinds.MERGED_TWIN);

    private static final Set<Kind<?>> OF_BILLS = Set.of(Kinds.BILL, Kinds.BILL_DECISION);

    /**
     * What is kept.
     *
     * @param tried the day for which a point was last looked for; there may be none that is certain yet
     * @param writtenAt the version in which the ledger holds it, unless it does not
     */
    private record Last(long version, FoldPoint point, LocalDate tried, OptionalLong writtenAt) {

        static final Last NOTHING = new Last(0, FoldPoint.START, DateSpan.EARLIEST, OptionalLong.empty());
    }

    /**
     * The answers of one version and day.
     *
     * @param bases what the reports of some days rest on
     * @param answers their reports in this version
     */
    private record TodaysAnswers(
            long version,
            LocalDate today,
            BudgetPlan plan,
            FoldPoint point,
            EntryMemory memory,
            Map<LocalDate, AnswerBuilder> bases,
            Map<LocalDate, Answer> answers) {

        Answer answer(LocalDate on, Books real) {
            Answer known = answers.get(on);
            if (known == null) {
                Books books = memory.over(real);
                AnswerBuilder.Days days = new AnswerBuilder.Days(on, today);
                AnswerBuilder basis = bases.computeIfAbsent(on, day -> AnswerBuilder.of(plan, books, days, point));
                known = basis.answer(books);
                answers.put(on, known);
            }
            return known;
        }

        /** Returns the same after changes of entries that leave the point alone. */
        TodaysAnswers after(long later, List<Edit<Entry>> edits, Books real) {
            EntryMemory then = memory.after(edits);
            Books books = then.over(real);
            Map<LocalDate, AnswerBuilder> still = new ConcurrentHashMap<>(bases);
            still.values()
                    .removeIf(basis -> !edits.stream()
                            .allMatch(edit -> isMerelySpent(basis, edit.before(), books)
                                    && isMerelySpent(basis, edit.after(), books)));
            return new TodaysAnswers(later, today, plan, point, then, still, new ConcurrentHashMap<>());
        }

        private static boolean isMerelySpent(AnswerBuilder basis, Optional<Entry> entry, Books books) {
            return entry.isEmpty() || (entry.get() instanceof Expense expense && basis.isMerelySpent(expense, books));
        }
    }

    private final KeptPayers payers = new KeptPayers();

    /** Two threads may make one at once; either is right. */
    private volatile Last kept = Last.NOTHING;

    private volatile Optional<TodaysAnswers> recent = Optional.empty();

    /** Returns the books of a ledger as it was recorded. */
    Books books(LedgerReader reader) {
        return new LedgerBooks(reader, payers);
    }

    /**
     * Returns another keeper that knows the same, for questions within a write: what they see may still come to
     * nothing, and must not be remembered.
     */
    KeptPoint copy() {
        KeptPoint copy = new KeptPoint();
        copy.kept = kept;
        copy.recent = recent;
        return copy;
    }

    /**
     * Returns the answer of a day as it is given today.
     *
     * @param plan reads the plan, when it may have changed
     */
    Answer answer(LedgerReader reader, Supplier<BudgetPlan> plan, Books books, AnswerBuilder.Days days) {
        long version = reader.version();
        Optional<TodaysAnswers> last = recent.filter(
                own -> own.today().equals(days.today()) && own.bases().size() < MOST_BASES);
        TodaysAnswers now = last.filter(own -> own.version() == version)
                .or(() -> last.filter(own -> own.version() < version)
                        .flatMap(own -> entriesChanged(own, reader).map(edits -> own.after(version, edits, books))))
                .orElseGet(() -> begun(reader, plan.get(), books, days.today()));
        Answer answer = now.answer(days.on(), books);
        if (isSmall(now, books, days.today())) {
            recent = Optional.of(now);
        }
        return answer;
    }

    private TodaysAnswers begun(LedgerReader reader, BudgetPlan plan, Books books, LocalDate today) {
        return new TodaysAnswers(
                reader.version(),
                today,
                plan,
                of(reader, plan, books, today),
                new EntryMemory(plan.bills()),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    /** What rests on the whole of a long past is not worth its memory. */
    private static boolean isSmall(TodaysAnswers recent, Books books, LocalDate today) {
        return !recent.point().isStart()
                || recent.memory()
                        .over(books)
                        .firstEntryFrom(DateSpan.EARLIEST)
                        .filter(first -> first.isBefore(today.minusDays(MOST_DAYS_WITHOUT_POINT)))
                        .isEmpty();
    }

    /** Returns how entries have changed since, if nothing else has and the point still holds. */
    private static Optional<List<Edit<Entry>>> entriesChanged(TodaysAnswers last, LedgerReader reader) {
        List<Change> since = reader.changesAfter(last.version(), MOST_CHANGES + 1);
        if (since.size() > MOST_CHANGES) {
            return Optional.empty();
        }
        List<Edit<Entry>> edits = new ArrayList<>();
        for (Change change : since) {
            for (Edit<?> edit : change.edits()) {
                if (edit.kind().equals(Kinds.ENTRY)
                        && leavesAlone(edit, last.point().settledBy())) {
                    edits.add(new Edit<>(
                            Kinds.ENTRY,
                            edit.key(),
                            edit.before().map(Kinds.ENTRY::cast),
                            edit.after().map(Kinds.ENTRY::cast)));
                } else if (!OF_NO_MATTER.contains(edit.kind())) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(edits);
    }

    /** Returns the point that holds in the ledger as it stands. */
    FoldPoint of(LedgerReader reader, BudgetPlan plan, Books books, LocalDate today) {
        long version = reader.version();
        Last last = kept.version() == 0 ? written(reader, plan, books) : kept;
        if (version < last.version()) {
            return FoldPoint.START;
        }
        List<Change> since =
                version == last.version() ? List.of() : reader.changesAfter(last.version(), MOST_CHANGES + 1);
        Last from = since.size() <= MOST_CHANGES ? after(since, last, plan, books) : Last.NOTHING;
        LocalDate latest = today.minusDays(2 * longestGap(plan) + MOST_DAYS_BEHIND / 2);
        boolean behind = from.tried().isBefore(latest.minusDays(MOST_DAYS_BEHIND));
        FoldPoint point = behind ? FoldPoints.before(plan, books, latest, from.point()) : from.point();
        kept = new Last(
                version,
                point,
                behind ? latest : from.tried(),
                point.day().equals(from.point().day()) && !isImported(since) ? from.writtenAt() : OptionalLong.empty());
        return point;
    }

    /** Returns what still holds after changes; of a point but for its bills, what these come to now. */
    private static Last after(List<Change> since, Last last, BudgetPlan plan, Books books) {
        List<Edit<?>> touching = since.stream()
                .flatMap(change -> change.edits().stream())
                .filter(edit -> !leavesAlone(edit, last.point().settledBy()))
                .toList();
        if (touching.isEmpty()) {
            return last;
        }
        boolean areBills = touching.stream().allMatch(edit -> OF_BILLS.contains(edit.kind()));
        return areBills && plan.setAsides().isEmpty() && !last.point().isStart()
                ? new Last(
                        last.version(),
                        FoldPoints.withBills(plan, books, last.point()),
                        last.tried(),
                        OptionalLong.empty())
                : Last.NOTHING;
    }

    /** Of an import only the days are recorded, which whoever reads what was written before it reads again. */
    private static boolean isImported(List<Change> changes) {
        return changes.stream()
                .flatMap(change -> change.edits().stream())
                .anyMatch(edit -> edit.kind().equals(Kinds.IMPORT));
    }

    /** Returns what another process has left in the ledger. */
    private Last written(LedgerReader reader, BudgetPlan plan, Books books) {
        Optional<ReportPoint> written = reader.find(Kinds.REPORT_POINT, "");
        written.map(ReportPoint::payers).ifPresent(payers::begin);
        return written.flatMap(own -> FoldPoint.parse(own.text(), plan, books)
                        .map(point -> new Last(own.version(), point, own.lookedFor(), OptionalLong.of(own.version()))))
                .orElse(Last.NOTHING);
    }

    /**
     * Returns what is worth writing into the ledger: a point not there yet, or before too many changes hide it; with
     * what may pay bills since.
     */
    Optional<ReportPoint> toWrite(LedgerReader reader, BudgetPlan plan) {
        Last last = kept;
        boolean isThere = last.writtenAt().isPresent()
                && last.version() - last.writtenAt().getAsLong() < MOST_CHANGES / 2;
        if (isThere || last.point().isStart()) {
            return Optional.empty();
        }
        LocalDate day = last.point().day();
        DateSpan since = new DateSpan(day, DateSpan.ALWAYS.endExclusive());
        String mayPay = KeptPayers.text(
                reader.version(), day, plan.bills(), books(reader).billCandidates(plan.bills(), since));
        return Optional.of(
                new ReportPoint(last.version(), last.tried(), last.point().text(), mayPay));
    }

    /** Notes that this was written. */
    void written(ReportPoint point) {
        Last last = kept;
        if (last.version() >= point.version() && last.tried().equals(point.lookedFor())) {
            kept = new Last(last.version(), last.point(), last.tried(), OptionalLong.of(point.version()));
        }
    }

    private static long longestGap(BudgetPlan plan) {
        return plan.sources().stream()
                .map(PaySource::versions)
                .flatMap(List::stream)
                .map(PayVersion::schedule)
                .mapToLong(schedule -> schedule.cadence().longestGapDays())
                .max()
                .orElse(31);
    }

    /** Returns whether a point holds after the edits as before them. */
    static boolean leaveAlone(List<Edit<?>> edits, FoldPoint point) {
        return edits.stream().allMatch(edit -> leavesAlone(edit, point.settledBy()));
    }

    private static boolean leavesAlone(Edit<?> edit, LocalDate settledBy) {
        return OF_NO_MATTER.contains(edit.kind())
                || (edit.kind().equals(Kinds.CATEGORY)
                        && isDiscretionary(edit.before()) == isDiscretionary(edit.after()))
                || ((!edit.kind().equals(Kinds.IMPORT) || KeptPayers.isArriving(edit))
                        && day(edit.before()).isAfter(settledBy)
                        && day(edit.after()).isAfter(settledBy));
    }

    /** A category that is not there leaves it to those above. */
    private static boolean isDiscretionary(Optional<?> category) {
        return category.map(Kinds.CATEGORY::cast).map(Category::discretionary).orElse(true);
    }

    /** Returns the first day that something says anything of; of what is not there none, so the last there is. */
    private static LocalDate day(Optional<?> thing) {
        if (thing.isEmpty()) {
            return DateSpan.LATEST;
        }
        if (thing.get() instanceof Entry entry) {
            return entry.date();
        }
        if (thing.get() instanceof SoftLimit limit) {
            return limit.from();
        }
        return thing.get() instanceof ImportBatch batch ? batch.firstDate().orElse(DateSpan.LATEST) : DateSpan.EARLIEST;
    }
}
