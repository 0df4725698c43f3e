package dev.payweek.rest.endpoint;

import dev.payweek.period.DateSpan;
import dev.payweek.period.Payday;
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
import java.util.List;

/** When pay comes. */
final class ScheduleEndpoints {

    private static final long MOST_DAYS = 3_660;

    private ScheduleEndpoints() {}

    @Schema("Payday")
    record PaydayJson(LocalDate date, LocalDate nominal, boolean actual) {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/schedule", Access.READ, "Shows when pay comes.", ScheduleEndpoints::get)
                        .giving(ScheduleJson.class),
                Route.of("PUT", "/schedule", Access.WRITE, "Sets when pay comes.", ScheduleEndpoints::put)
                        .taking(ScheduleJson.class)
                        .giving(ScheduleJson.class),
                Route.of("GET", "/schedule/paydays", Access.READ, "Lists paydays.", ScheduleEndpoints::paydays)
                        .giving(Content.many(PaydayJson.class))
                        .with(
                                new QueryParameter(
                                        "from", QueryParameter.Type.DATE, "The first day; today by default."),
                                new QueryParameter(
                                        "to",
                                        QueryParameter.Type.DATE,
                                        "The last day, inclusive; a year after the first by default.")));
    }

    private static Response get(Call call) {
        return call.view(view -> ScheduleJson.of(view.settings().schedule()));
    }

    private static Response put(Call call) {
        ScheduleJson body = call.body(ScheduleJson.class);
        return call.changeLedger(edit -> {
            edit.paidOn(body.schedule());
            return ChangeResult.done(edit, ScheduleJson.of(edit.settings().schedule()));
        });
    }

    private static Response paydays(Call call) {
        Query query = call.query();
        return call.view(view -> {
            LocalDate from = query.date("from").orElse(view.today());
            LocalDate to = query.date("to").orElseGet(() -> aYearAfter(from));
            DateSpan span = span(from, to);
            return view.paydays(span).stream().map(ScheduleEndpoints::toJson).toList();
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
