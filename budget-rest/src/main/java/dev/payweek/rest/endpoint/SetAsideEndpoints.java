package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.plan.SetAside;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Set-asides: money put aside in each pay period. */
final class SetAsideEndpoints {

    private SetAsideEndpoints() {}

    /** What an amount is meant for. */
    enum Stretch {
        PERIOD,
        YEAR
    }

    @Schema("SetAsideUpdate")
    record Body(
            Money amount,
            Optional<Stretch> per,
            @Text(max = CategoryEndpoints.MAX_TEXT) Optional<String> category,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {

        private SetAside.Amount amount(Optional<LocalDate> since) {
            return new SetAside.Amount(since, amount, per.orElse(Stretch.PERIOD) == Stretch.YEAR);
        }
    }

    @Schema("SetAside")
    record SetAsideJson(
            String name,
            List<AmountJson> amounts,
            Optional<String> category,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {

        static SetAsideJson of(SetAside one) {
            return new SetAsideJson(
                    one.name(),
                    one.amounts().stream().map(AmountJson::of).toList(),
                    one.category().map(CategoryPath::name),
                    one.from(),
                    one.until());
        }
    }

    @Schema("SetAsideAmount")
    record AmountJson(Optional<LocalDate> from, Money amount, Stretch per) {

        static AmountJson of(SetAside.Amount amount) {
            return new AmountJson(amount.from(), amount.amount(), amount.perYear() ? Stretch.YEAR : Stretch.PERIOD);
        }
    }

    static List<Route> routes() {
        String one = "/set-asides/{name}";
        return List.of(
                Route.of("GET", "/set-asides", Access.READ, "Lists the set-asides.", SetAsideEndpoints::list)
                        .giving(Content.many(SetAsideJson.class)),
                Route.of("GET", one, Access.READ, "Shows a set-aside.", SetAsideEndpoints::get)
                        .giving(SetAsideJson.class),
                Route.of(
                                "PUT",
                                one,
                                Access.WRITE,
                                "Sets a set-aside, from a day on if one is given.",
                                SetAsideEndpoints::put)
                        .taking(Body.class)
                        .giving(SetAsideJson.class),
                Route.of(
                                "DELETE",
                                one,
                                Access.WRITE,
                                "Stops a set-aside; the past stays as it was.",
                                SetAsideEndpoints::stop)
                        .answering(204)
                        .with(new QueryParameter(
                                "from",
                                QueryParameter.Type.DATE,
                                "The first day on which it is no longer in force; today by default.")));
    }

    private static Response list(Call call) {
        return call.view(view -> view.setAsides().stream().map(SetAsideJson::of).toList());
    }

    private static Response get(Call call) {
        return call.view(
                view -> SetAsideJson.of(find(view, call.path("name")).orElseThrow(() -> notFound(call.path("name")))));
    }

    private static LedgerException notFound(String name) {
        return LedgerException.notFound("There is no set-aside \"" + name + "\".");
    }

    private static Optional<SetAside> find(BudgetView view, String name) {
        return view.setAsides().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static Response put(Call call) {
        Body body = call.body(Body.class);
        return call.changeLedger(edit -> {
            SetAside one = edit.put(merged(edit, call.path("name"), body));
            return ChangeResult.done(edit, SetAsideJson.of(one));
        });
    }

    /** With a day it adds an amount to a set-aside that is there; without one, or to none, it sets all of it. */
    private static SetAside merged(BudgetEdit edit, String name, Body body) {
        Optional<CategoryPath> category = body.category().map(edit::category);
        Optional<SetAside> before = find(edit, name);
        if (before.isEmpty() || body.from().isEmpty()) {
            return new SetAside(name, List.of(body.amount(Optional.empty())), category, body.from(), body.until());
        }
        SetAside old = before.get();
        List<SetAside.Amount> amounts = new ArrayList<>(old.amounts());
        // What was stopped stays stopped until the new amount begins.
        old.until()
                .map(last -> last.plusDays(1))
                .filter(stopped -> stopped.isBefore(body.from().get()))
                .ifPresent(stopped -> amounts.add(new SetAside.Amount(
                        Optional.of(stopped), Money.zero(body.amount().currency()), false)));
        amounts.removeIf(amount -> amount.from().equals(body.from()));
        amounts.add(body.amount(body.from()));
        return new SetAside(name, amounts, category.or(old::category), old.from(), body.until());
    }

    private static Response stop(Call call) {
        Optional<LocalDate> from = call.query().date("from");
        String name = call.path("name");
        return call.changeLedger(edit -> {
            SetAside one = find(edit, name).orElseThrow(() -> notFound(name));
            LocalDate last = from.orElse(edit.today()).minusDays(1);
            if (one.from().filter(last::isBefore).isPresent()) {
                edit.removeSetAside(name);
            } else {
                edit.put(one.until(last));
            }
            return ChangeResult.nothing();
        });
    }
}
