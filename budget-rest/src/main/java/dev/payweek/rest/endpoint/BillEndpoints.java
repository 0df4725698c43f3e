package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Faults;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import dev.payweek.rule.Condition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bills, and what was decided of their due days. */
final class BillEndpoints {

    private BillEndpoints() {}

    @Schema("BillUpdate")
    record Body(
            @Text(max = CategoryEndpoints.MAX_TEXT) String category,
            Optional<Money> amount,
            ScheduleJson schedule,
            Optional<JsonNode> match,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {

        Bill bill(BudgetEdit edit, String name) {
            Currency currency = edit.settings().currency();
            var faults = new Faults();
            CategoryPath path = faults.read("", () -> edit.category(category)).orElse(CategoryPath.of("Other"));
            PaySchedule due = faults.read("/schedule", schedule::withoutAmount).orElse(ScheduleJson.SOME_SCHEDULE);
            Optional<Condition> held =
                    match.flatMap(node -> faults.read("/match", () -> ConditionJson.read(node, currency, "")));
            Optional<Bill> bill = faults.read("", () -> new Bill(name, path, amount, due, held, from, until));
            faults.refuseIfAny();
            return bill.orElseThrow();
        }
    }

    @Schema("Bill")
    record BillJson(
            String name,
            String category,
            Optional<Money> amount,
            ScheduleJson schedule,
            Optional<Map<String, Object>> match,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {

        static BillJson of(Bill bill, Currency currency) {
            return new BillJson(
                    bill.name(),
                    bill.category().name(),
                    bill.amount(),
                    ScheduleJson.of(bill.schedule()),
                    bill.match().map(condition -> ConditionJson.toJson(condition, currency)),
                    bill.from(),
                    bill.until());
        }
    }

    @Schema("OccurrenceUpdate")
    record Decision(Optional<Long> paidBy, Optional<Boolean> skipped) {}

    @Schema("Occurrence")
    record Decided(String bill, LocalDate due, Optional<Long> paidBy, boolean skipped) {}

    static List<Route> routes() {
        String one = "/bills/{name}";
        String occurrence = one + "/occurrences/{due}";
        return List.of(
                Route.of("GET", "/bills", Access.READ, "Lists the bills.", BillEndpoints::list)
                        .giving(Content.many(BillJson.class)),
                Route.of("GET", one, Access.READ, "Shows a bill.", BillEndpoints::get)
                        .giving(BillJson.class),
                Route.of("PUT", one, Access.WRITE, "Sets a bill.", BillEndpoints::put)
                        .taking(Body.class)
                        .giving(BillJson.class),
                Route.of("DELETE", one, Access.WRITE, "Removes a bill.", BillEndpoints::delete)
                        .answering(204),
                Route.of("PUT", occurrence, Access.WRITE, "Decides what pays a due day.", BillEndpoints::decide)
                        .taking(Decision.class)
                        .giving(Decided.class),
                Route.of(
                                "DELETE",
                                occurrence,
                                Access.WRITE,
                                "Gives a due day back to the rules.",
                                BillEndpoints::giveBack)
                        .answering(204));
    }

    private static Response list(Call call) {
        return call.view(view -> view.bills().stream()
                .map(bill -> BillJson.of(bill, view.settings().currency()))
                .toList());
    }

    private static Response get(Call call) {
        return call.view(view ->
                BillJson.of(find(view, call.path("name")), view.settings().currency()));
    }

    private static Bill find(BudgetView view, String name) {
        return view.bills().stream()
                .filter(bill -> bill.name().equals(name))
                .findFirst()
                .orElseThrow(() -> LedgerException.notFound("There is no bill \"" + name + "\"."));
    }

    private static boolean isThere(BudgetView view, String name) {
        return view.bills().stream().anyMatch(bill -> bill.name().equals(name));
    }

    private static Response put(Call call) {
        Body body = call.body(Body.class);
        return call.changeNamed(view -> isThere(view, call.path("name")), edit -> {
            Bill bill = edit.put(body.bill(edit, call.path("name")));
            return ChangeResult.done(edit, BillJson.of(bill, edit.settings().currency()));
        });
    }

    private static Response delete(Call call) {
        return call.changeLedger(edit -> {
            edit.removeBill(call.path("name"));
            return ChangeResult.nothing();
        });
    }

    private static Response decide(Call call) {
        Decision body = call.body(Decision.class);
        boolean skipped = body.skipped().orElse(false);
        if (skipped == body.paidBy().isPresent()) {
            String message = "Exactly one of paid_by and skipped must be given.";
            throw Problem.of(422, "invalid", List.of(new Problem.Detail("", "one_decision", message)));
        }
        BillDecision decision = new BillDecision(call.path("name"), due(call), body.paidBy());
        return call.changeLedger(edit -> {
            edit.decide(decision);
            return ChangeResult.done(edit, new Decided(decision.bill(), decision.due(), decision.paidBy(), skipped));
        });
    }

    private static Response giveBack(Call call) {
        LocalDate due = due(call);
        return call.changeLedger(edit -> {
            edit.undecideBill(call.path("name"), due);
            return ChangeResult.nothing();
        });
    }

    private static LocalDate due(Call call) {
        try {
            return LocalDate.parse(call.path("due"));
        } catch (DateTimeException e) {
            throw Problem.of(404, "not_found", "There is nothing at this address; due days are dates like 2026-11-22.");
        }
    }
}
