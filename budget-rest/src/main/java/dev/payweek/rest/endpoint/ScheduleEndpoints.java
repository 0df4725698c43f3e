package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetView;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.period.Payday;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Query;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When pay comes. */
final class ScheduleEndpoints {

    private static final long MOST_DAYS = 3_660;

    static final QueryParameter[] SPAN = {
        new QueryParameter("from", QueryParameter.Type.DATE, "The first day; today by default."),
        new QueryParameter(
                "to", QueryParameter.Type.DATE, "The last day, inclusive; a year after the first by default.")
    };

    private ScheduleEndpoints() {}

    @Schema("Payday")
    record PaydayJson(LocalDate date, LocalDate nominal, boolean actual) {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/schedule", Access.READ, "Shows when pay comes.", ScheduleEndpoints::get)
                        .refusing(404)
                        .giving(ScheduleJson.class),
                Route.of(
                                "PUT",
                                "/schedule",
                                Access.WRITE,
                                "Sets when pay comes, from a day on if one is given.",
                                ScheduleEndpoints::put)
                        .taking(ScheduleJson.class)
                        .giving(ScheduleJson.class)
                        .with(new QueryParameter(
                                "from",
                                QueryParameter.Type.DATE,
                                "The first day it holds; what held before stays true of the days before.")),
                Route.of("GET", "/schedule/paydays", Access.READ, "Lists paydays.", ScheduleEndpoints::paydays)
                        .refusing(404)
                        .giving(Content.many(PaydayJson.class))
                        .with(SPAN));
    }

    private static Response get(Call call) {
        return call.viewIfThere(view -> ScheduleJson.of(schedule(primary(view), view.today())));
    }

    /** Returns the primary source of today; refuses with NOT_FOUND while nobody has said when pay comes. */
    private static PaySource primary(BudgetView view) {
        return findPrimary(view).orElseThrow(() -> LedgerException.notFound("Nobody has said when pay comes."));
    }

    private static Optional<PaySource> findPrimary(BudgetView view) {
        return view.sources().stream()
                .filter(source -> source.primaryFrom()
                        .filter(day -> !day.isAfter(view.today()))
                        .isPresent())
                .max(Comparator.comparing(source -> source.primaryFrom().orElse(DateSpan.EARLIEST)));
    }

    private static PaySchedule schedule(PaySource source, LocalDate day) {
        PayVersion version = source.versionOn(day);
        PaySchedule schedule = version.schedule().withTolerance(source.toleranceDays());
        return version.expected().map(schedule::expecting).orElse(schedule);
    }

    private static Response put(Call call) {
        PaySchedule schedule = call.body(ScheduleJson.class).schedule();
        Optional<LocalDate> from = call.query().date("from");
        return call.changeNamed(view -> findPrimary(view).isPresent(), edit -> {
            PaySource source = from.isPresent() ? edit.paidOn(schedule, from.get()) : edit.paidOn(schedule);
            return ChangeResult.done(edit, ScheduleJson.of(schedule(source, from.orElse(edit.today()))));
        });
    }

    private static Response paydays(Call call) {
        return paydays(call, "");
    }

    /** Lists the paydays of a source, or of the primary one when the name is empty. */
    static Response paydays(Call call, String source) {
        Query query = call.query();
        return call.viewIfThere(view -> {
            LocalDate from = query.date("from").orElse(view.today());
            LocalDate to = query.date("to").orElseGet(() -> aYearAfter(from));
            DateSpan span = span(from, to);
            String name = source.isEmpty() ? primary(view).name() : source;
            return view.paydays(name, span).stream()
                    .map(ScheduleEndpoints::toJson)
                    .toList();
        });
    }

    private static LocalDate aYearAfter(LocalDate day) {
        LocalDate later = day.plusYears(1);
        return later.isAfter(DateSpan.LATEST) ? DateSpan.LATEST : later;
    }

    private static DateSpan span(LocalDate from, LocalDate to) {
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            String message = "The parameter \"to\" must be a date at most ten years after from.";
            throw Problem.of(400, "bad_query", List.of(new Problem.Detail("?to", "wrong_value", message)));
        }
        return new DateSpan(from, to.plusDays(1));
    }

    private static PaydayJson toJson(Payday payday) {
        return new PaydayJson(payday.date(), payday.nominal(), payday.actual());
    }
}
