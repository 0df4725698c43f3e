package dev.payweek.rest.endpoint;

import dev.payweek.category.Suggestion;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Categories that the person's own history suggests. Reading them changes nothing. */
final class SuggestionEndpoints {

    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private SuggestionEndpoints() {}

    @Schema("Suggestion")
    record SuggestionJson(
            String category,
            int percent,
            String merchant,
            int agreeing,
            int seen,
            List<Long> examples,
            String reason) {}

    @Schema("ExpenseSuggestion")
    record ForExpense(long expense, LocalDate date, String title, Money amount, Optional<SuggestionJson> suggestion) {}

    static List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                "/expenses/{id}/suggestion",
                                Access.READ,
                                "Suggests a category by the person's own history, with the evidence.",
                                SuggestionEndpoints::one)
                        .giving(ForExpense.class),
                Route.of(
                                "GET",
                                "/suggestions",
                                Access.READ,
                                "Suggests categories for uncategorised expenses, the newest first.",
                                SuggestionEndpoints::all)
                        .giving(Content.many(ForExpense.class))
                        .with(new QueryParameter(
                                        "limit",
                                        QueryParameter.Type.INTEGER,
                                        "How many at most, 1 to 1000; 100 by default.")
                                .within(1, LARGEST_LIMIT)));
    }

    private static Response one(Call call) {
        long id = call.id("id");
        return call.view(view -> {
            Optional<Suggestion> suggestion = view.suggestion(id);
            return toJson((Expense) view.getEntry(EntryKind.EXPENSE, id), suggestion);
        });
    }

    private static Response all(Call call) {
        int limit = call.query().integer("limit").orElse(USUAL_LIMIT);
        return call.view(view -> view.suggestions(limit).entrySet().stream()
                .map(entry -> toJson(entry.getKey(), Optional.of(entry.getValue())))
                .toList());
    }

    private static ForExpense toJson(Expense expense, Optional<Suggestion> suggestion) {
        return new ForExpense(
                expense.id(),
                expense.date(),
                expense.details().title(),
                expense.amount(),
                suggestion.map(found -> new SuggestionJson(
                        found.category().name(),
                        found.percent(),
                        found.merchant(),
                        found.agreeing(),
                        found.seen(),
                        found.examples(),
                        found.reason())));
    }
}
