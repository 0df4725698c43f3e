package dev.payweek.plan;

import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.period.Payday;
import dev.payweek.refusal.Validation;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where pay comes from: a job, a pension, odd jobs. The paydays of the primary source cut time into pay periods.
 *
 * <pre>{@code
 * var main = PaySource.of("Acme", PaySchedule.monthly(1)).primary();
 * main.toleranceDays();                                             // 4
 * main.isIrregular();                                               // false
 * PaySource.of(" ", PaySchedule.monthly(1));                        // refused: The name must not be empty.
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param name what it is called, 1 to 80 characters
 * @param versions when it pays and how much, by the days they hold from; only the first may lack such a day
 * @param primaryFrom the day from which it is the primary source, {@link DateSpan#EARLIEST} for always; absent when it
 *     is not
 * @param until the last nominal payday on which pay is expected, inclusive
 * @param match which income is its pay; absent when any that no other source's match claims may be
 * @param toleranceDays how many days a payment may lie off its payday, inclusive; from 0 to 15
 * @param spread whether a payment counts by days until the next payday; absent for the default: in a source that is not
 *     primary and has fewer paydays a year than the primary
 * @param horizon the day to which an irregular primary source's last period reaches
 */
public record PaySource(
        String name,
        List<PayVersion> versions,
        Optional<LocalDate> primaryFrom,
        Optional<LocalDate> until,
        Optional<Condition> match,
        int toleranceDays,
        Optional<Boolean> spread,
        Optional<LocalDate> horizon) {

    /** The most characters of a source's name, inclusive. */
    public static final int MAX_NAME = Validation.MAX_NAME;

    /** The most versions of a source, inclusive. */
    public static final int MAX_VERSIONS = 100;

    /** A payday is moved off weekends and holidays by less than this. */
    private static final int NEAR_DAYS = 20;

    /** Creates a source; refuses with every problem found. */
    public PaySource {
        versions = versions.stream()
                .sorted(Comparator.comparing(PayVersion::firstDay))
                .toList();
        var checks = new Validation();
        checks.text("name", name, MAX_NAME);
        checks.that(!versions.isEmpty(), "versions", "empty", "A pay source needs a schedule.");
        checks.that(versions.size() <= MAX_VERSIONS, "versions", "too_many", "A source has at most 100 versions.");
        checks.that(
                toleranceDays >= 0 && toleranceDays <= 15,
                "tolerance_days",
                "out_of_range",
                "The tolerance must be 0 to 15 days.");
        for (int i = 1; i < versions.size(); i++) {
            checks.that(
                    versions.get(i).firstDay().isAfter(versions.get(i - 1).firstDay()),
                    "versions/" + i + "/from",
                    "coincides",
                    "Two versions of a source cannot begin on one day.");
        }
        boolean irregular =
                versions.stream().allMatch(version -> version.schedule().followsRecordedPaychecks());
        checks.that(
                irregular
                        || versions.stream()
                                .noneMatch(version -> version.schedule().followsRecordedPaychecks()),
                "versions",
                "mixed",
                "An irregular source is irregular in every version; what comes after it is another source.");
        checks.that(
                horizon.isEmpty() || irregular, "horizon", "not_irregular", "Only an irregular source has a horizon.");
        primaryFrom.ifPresent(day -> DateSpan.check(checks, "primary_from", day));
        until.ifPresent(day -> DateSpan.check(checks, "until", day));
        horizon.ifPresent(day -> DateSpan.check(checks, "horizon", day));
        checks.refuseIfAny();
        refuseCoincidence(versions);
    }

    /** Pay of an old version and of the one after it may be moved to one day, on which only one of them would count. */
    private static void refuseCoincidence(List<PayVersion> versions) {
        var checks = new Validation();
        for (int i = 1; i < versions.size(); i++) {
            LocalDate from = versions.get(i).firstDay();
            Set<LocalDate> before = new HashSet<>();
            for (int j = 0; j < i; j++) {
                before.addAll(daysNear(from, versions, j));
            }
            String field = "versions/" + i + "/from";
            daysNear(from, versions, i).stream()
                    .filter(before::contains)
                    .findFirst()
                    .ifPresent(day -> checks.note(
                            field,
                            "coincides",
                            "A payday before " + from + " and one from then on both fall on " + day + "."));
        }
        checks.refuseIfAny();
    }

    private static List<LocalDate> daysNear(LocalDate day, List<PayVersion> versions, int index) {
        LocalDate first = later(versions.get(index).firstDay(), day.minusDays(NEAR_DAYS));
        LocalDate end = day.plusDays(NEAR_DAYS);
        if (index + 1 < versions.size() && versions.get(index + 1).firstDay().isBefore(end)) {
            end = versions.get(index + 1).firstDay();
        }
        return first.isBefore(end)
                ? versions.get(index).schedule().planned(new DateSpan(first, end)).stream()
                        .map(Payday::date)
                        .toList()
                : List.of();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Returns a source of one schedule that has always held; not primary, without a match. */
    public static PaySource of(String name, PaySchedule schedule) {
        return new PaySource(
                name,
                List.of(PayVersion.of(schedule)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PaySchedule.DEFAULT_TOLERANCE_DAYS,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns this source with other versions. */
    public PaySource with(List<PayVersion> others) {
        return new PaySource(name, others, primaryFrom, until, match, toleranceDays, spread, horizon);
    }

    /** Returns this source as the primary one, as long as the ledger goes back. */
    public PaySource primary() {
        return primaryFrom(DateSpan.EARLIEST);
    }

    /** Returns this source as the primary one from a day on. */
    public PaySource primaryFrom(LocalDate day) {
        return new PaySource(name, versions, Optional.of(day), until, match, toleranceDays, spread, horizon);
    }

    /** Returns this source, expecting nothing after a day. */
    public PaySource until(LocalDate day) {
        return new PaySource(name, versions, primaryFrom, Optional.of(day), match, toleranceDays, spread, horizon);
    }

    /** Returns this source, taking only income of which the condition holds. */
    public PaySource matching(Condition condition) {
        return new PaySource(
                name, versions, primaryFrom, until, Optional.of(condition), toleranceDays, spread, horizon);
    }

    /** Returns this source with another tolerance, from 0 to 15 days. */
    public PaySource withTolerance(int days) {
        return new PaySource(name, versions, primaryFrom, until, match, days, spread, horizon);
    }

    /** Returns this source with its payments spread over the days to the next payday, or not. */
    public PaySource spread(boolean byDays) {
        return new PaySource(name, versions, primaryFrom, until, match, toleranceDays, Optional.of(byDays), horizon);
    }

    /** Returns this irregular source with its last period reaching to a day. */
    public PaySource withHorizon(LocalDate day) {
        return new PaySource(name, versions, primaryFrom, until, match, toleranceDays, spread, Optional.of(day));
    }

    /** Returns whether it pays whenever it pays, so that nothing is expected. */
    public boolean isIrregular() {
        return versions.get(0).schedule().followsRecordedPaychecks();
    }

    /** Returns the version that rules a nominal payday: the first one also all days before it. */
    public PayVersion versionOn(LocalDate nominal) {
        PayVersion ruling = versions.get(0);
        for (PayVersion version : versions) {
            if (!version.firstDay().isAfter(nominal)) {
                ruling = version;
            }
        }
        return ruling;
    }
}
