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
import dev.payweek.rest.json.Faults;
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
        return call.changeNamed(view -> find(view, call.path("name")).isPresent(), edit -> {
            SetAside one = edit.put(merged(edit, call.path("name"), body));
            return ChangeResult.done(edit, SetAsideJson.of(one));
        });
    }

    /** With a day it adds an amount to a set-aside that is there; without one, or to none, it sets all of it. */
    private static SetAside merged(BudgetEdit edit, String name, Body body) {
        var faults = new Faults();
        Optional<CategoryPath> category = body.category().flatMap(path -> faults.read("", () -> edit.category(path)));
        Optional<SetAside> before = find(edit, name).filter(old -> body.from().isPresent());
        Optional<LocalDate> first = before.flatMap(SetAside::from);
        Optional<LocalDate> since = before.isEmpty() || body.from().equals(first) ? Optional.empty() : body.from();
        if (since.isPresent() && first.isPresent() && since.get().isBefore(first.get())) {
            String message = "An amount must not begin before the set-aside does, on " + first.get() + ".";
            faults.note("/from", "before_first", message);
        }
        Optional<SetAside.Amount> amount = faults.read("", () -> body.amount(since));
        List<SetAside.Amount> amounts = new ArrayList<>();
        before.ifPresent(old -> amounts.addAll(old.amounts()));
        // What was stopped stays stopped until the new amount begins.
        before.flatMap(SetAside::until)
                .map(last -> last.plusDays(1))
                .filter(stopped -> stopped.isBefore(since.orElse(stopped)))
                .ifPresent(stopped -> amounts.add(nothing(edit, Optional.of(stopped))));
        amounts.removeIf(old -> old.from().equals(since));
        amounts.add(amount.orElseGet(() -> nothing(edit, since)));
        Optional<SetAside> merged = faults.read(
                "",
                () -> new SetAside(
                        name,
                        amounts,
                        category.or(() -> before.flatMap(SetAside::category)),
                        before.map(SetAside::from).orElse(body.from()),
                        body.until()));
        faults.refuseIfAny();
        return merged.orElseThrow();
    }

    /** Stands in for an amount that is refused, so that the rest is looked at too. */
    private static SetAside.Amount nothing(BudgetEdit edit, Optional<LocalDate> since) {
        return new SetAside.Amount(since, Money.zero(edit.settings().currency()), false);
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
