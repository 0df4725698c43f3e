package dev.payweek.rest.endpoint;

import dev.payweek.ledger.Account;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.report.ExpenseSummary;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expenses: what was spent. */
final class ExpenseEndpoints {

    static final String PATH = "/expenses";

    private ExpenseEndpoints() {}

    @Schema("NewExpense")
    record NewExpense(
            @Text(max = EntryDetails.MAX_TITLE) String title,
            Money amount,
            @Text(max = CategoryEndpoints.MAX_TEXT) Optional<String> category,
            Optional<LocalDate> date,
            @Text(max = Account.MAX_NAME) Optional<String> account,
            @Text(max = EntryDetails.MAX_NOTE, blank = true) Optional<String> note,
            @Text(max = EntryDetails.MAX_TAG) List<String> tags,
            List<Part> splits,
            Optional<Long> refundOf) {}

    @Schema("Split")
    record Part(@Text(max = CategoryEndpoints.MAX_TEXT) String category, Money amount) {}

    @Schema("Expense")
    record ExpenseJson(
            long id,
            int version,
            LocalDate date,
            String title,
            Money amount,
            String category,
            Provenance.Origin provenance,
            Optional<Long> rule,
            Optional<String> account,
            Optional<String> note,
            List<String> tags,
            List<Part> splits,
            Optional<Long> refundOf,
            Optional<String> bankText,
            Optional<Long> importBatch) {}

    @Schema("ExpenseSummary")
    record Summary(long totalCount, Money totalAmount, List<ByCategory> byCategory, List<ByMonth> byMonth) {}

    @Schema("CategoryTotal")
    record ByCategory(String category, long count, Money amount, Ratio share) {}

    @Schema("MonthTotal")
    record ByMonth(YearMonth month, long count, Money amount) {}

    static List<Route> routes() {
        List<Route> routes = new ArrayList<>(new EntryEndpoints<>(
                        EntryKind.EXPENSE,
                        PATH,
                        NewExpense.class,
                        ExpenseJson.class,
                        ExpenseEndpoints::draft,
                        view -> entry -> toJson((Expense) entry))
                .routes("expenses"));
        routes.add(Route.of("GET", PATH + "/summary", Access.READ, "Adds up expenses.", ExpenseEndpoints::summary)
                .giving(Summary.class)
                .with(
                        new QueryParameter("from", QueryParameter.Type.DATE, "The first day, inclusive."),
                        new QueryParameter("to", QueryParameter.Type.DATE, "The last day, inclusive.")));
        return routes;
    }

    static EntryDraft draft(NewExpense body) {
        return new EntryDraft(
                EntryKind.EXPENSE,
                body.date(),
                body.amount(),
                body.title(),
                Optional.empty(),
                body.category(),
                body.account(),
                body.note(),
                body.tags(),
                body.splits().stream()
                        .map(part -> new EntryDraft.Part(part.category(), part.amount()))
                        .toList(),
                body.refundOf(),
                Optional.empty());
    }

    static ExpenseJson toJson(Expense expense) {
        EntryDetails details = expense.details();
        long rule = expense.provenance().ruleId();
        return new ExpenseJson(
                expense.id(),
                expense.version(),
                details.date(),
                details.title(),
                details.amount(),
                expense.category().name(),
                expense.provenance().origin(),
                rule == 0 ? Optional.empty() : Optional.of(rule),
                details.account(),
                details.note(),
                details.tags(),
                expense.splits().stream()
                        .map(split -> new Part(split.category().name(), split.amount()))
                        .toList(),
                expense.refundOf(),
                details.bankText(),
                expense.importBatch());
    }

    private static Response summary(Call call) {
        var span = call.query().span();
        return call.view(view -> toJson(view.summary(span)));
    }

    private static Summary toJson(ExpenseSummary summary) {
        return new Summary(
                summary.totalCount(),
                summary.totalAmount(),
                summary.byCategory().stream()
                        .map(part -> new ByCategory(part.category().name(), part.count(), part.amount(), part.share()))
                        .toList(),
                summary.byMonth().stream()
                        .map(part -> new ByMonth(part.month(), part.count(), part.amount()))
                        .toList());
    }
}
