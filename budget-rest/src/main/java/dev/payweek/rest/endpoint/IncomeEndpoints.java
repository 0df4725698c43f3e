package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Income;
import dev.payweek.money.Money;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PayDecision;
import dev.payweek.plan.PaySource;
import dev.payweek.report.Paydays.Recognised;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Income: what came in, and of which payday it is the pay. */
final class IncomeEndpoints {

    private IncomeEndpoints() {}

    @Schema("NewIncome")
    record NewIncome(
            @Text(max = EntryDetails.MAX_TITLE) Optional<String> title,
            Money amount,
            Optional<LocalDate> date,
            @Text(max = Account.MAX_NAME) Optional<String> account,
            @Text(max = EntryDetails.MAX_NOTE, blank = true) Optional<String> note,
            @Text(max = EntryDetails.MAX_TAG) List<String> tags) {}

    @Schema("Income")
    record IncomeJson(
            long id,
            int version,
            LocalDate date,
            String title,
            Money amount,
            Optional<PayOf> pay,
            Optional<String> account,
            Optional<String> note,
            List<String> tags,
            Optional<String> bankText,
            Optional<Long> importBatch) {}

    @Schema("PayDecision")
    record Decision(
            @Text(max = PaySource.MAX_NAME) Optional<String> source,
            Optional<LocalDate> payday,
            Optional<Boolean> none) {

        PayDecision decision() {
            if (none.orElse(false) && source.isEmpty() && payday.isEmpty()) {
                return new PayDecision.NoPay();
            }
            if (none.orElse(false) || source.isEmpty() || payday.isEmpty()) {
                String message = "Either source and payday must be given, or none.";
                throw Problem.of(422, "invalid", List.of(new Problem.Detail("", "one_decision", message)));
            }
            return new PayDecision.PayOf(source.get(), payday.get());
        }
    }

    static List<Route> routes() {
        List<Route> routes = new ArrayList<>(new EntryEndpoints<>(
                        EntryKind.INCOME,
                        "/income",
                        NewIncome.class,
                        IncomeJson.class,
                        IncomeEndpoints::draft,
                        IncomeEndpoints::toJson)
                .routes("income"));
        routes.add(
                Route.of("PUT", "/income/{id}/pay", Access.WRITE, "Decides whether it is pay.", IncomeEndpoints::decide)
                        .taking(Decision.class)
                        .giving(IncomeJson.class));
        routes.add(Route.of(
                        "DELETE",
                        "/income/{id}/pay",
                        Access.WRITE,
                        "Leaves it to the ledger again whether it is pay.",
                        IncomeEndpoints::giveBack)
                .answering(204));
        return routes;
    }

    private static Function<Entry, IncomeJson> toJson(BudgetView view) {
        Map<Long, Recognised> recognised = view.paydays().recognised();
        Map<Long, PayDecision> decided = view.plan().payDecisions();
        return entry -> {
            Optional<PayOf> pay = decided.get(entry.id()) instanceof PayDecision.NoPay
                    ? Optional.of(PayOf.NONE)
                    : Optional.ofNullable(recognised.get(entry.id())).map(PayOf::of);
            return toJson((Income) entry, pay);
        };
    }

    private static Response decide(Call call) {
        long id = call.id("id");
        DecidedPay decided = new DecidedPay(id, call.body(Decision.class).decision());
        return call.changeLedger(edit -> {
            edit.decide(decided);
            return ChangeResult.done(edit, toJson(edit).apply(edit.getEntry(EntryKind.INCOME, id)));
        });
    }

    private static Response giveBack(Call call) {
        long id = call.id("id");
        return call.changeLedger(edit -> {
            edit.undecidePay(id);
            return ChangeResult.nothing();
        });
    }

    static EntryDraft draft(NewIncome body) {
        return new EntryDraft(
                EntryKind.INCOME,
                body.date(),
                body.amount(),
                body.title().orElse("Income"),
                Optional.empty(),
                Optional.empty(),
                body.account(),
                body.note(),
                body.tags(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static IncomeJson toJson(Income income, Optional<PayOf> pay) {
        EntryDetails details = income.details();
        return new IncomeJson(
                income.id(),
                income.version(),
                details.date(),
                details.title(),
                details.amount(),
                pay,
                details.account(),
                details.note(),
                details.tags(),
                details.bankText(),
                income.importBatch());
    }
}
