package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetView;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import dev.payweek.statement.TwinPair;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Entries made by hand that imported ones seem to repeat, side by side, until somebody decides. */
final class TwinEndpoints {

    private TwinEndpoints() {}

    @Schema("Twin")
    record Side(
            long id,
            int version,
            LocalDate date,
            String title,
            Money amount,
            Optional<String> category,
            Optional<String> account,
            Optional<String> note,
            List<String> tags,
            Optional<String> bankText) {}

    @Schema("TwinPair")
    record Pair(EntryKind kind, Side imported, Side byHand) {}

    static List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                "/twins",
                                Access.READ,
                                "Lists imported entries beside those made by hand that they may repeat.",
                                call -> call.view(view -> view.twins().stream()
                                        .map(TwinEndpoints::toJson)
                                        .toList()))
                        .giving(Content.many(Pair.class)),
                Route.of(
                                "POST",
                                "/twins/{imported}/{by_hand}/accept",
                                Access.WRITE,
                                "Makes one of two: the one made by hand stays and gets the bank's words.",
                                TwinEndpoints::accept)
                        .refusing(412)
                        .giving(ImportEndpoints.Merged.class),
                Route.of(
                                "POST",
                                "/twins/{imported}/{by_hand}/decline",
                                Access.WRITE,
                                "Keeps the two as they are; they are not listed again.",
                                TwinEndpoints::decline)
                        .refusing(412)
                        .giving(Pair.class));
    }

    private static Response accept(Call call) {
        long imported = call.id("imported");
        long byHand = call.id("by_hand");
        return call.changeLedger(edit -> {
            requireProposed(edit, imported, byHand);
            return ChangeResult.done(edit, ImportEndpoints.merged(edit.merge(imported, byHand)));
        });
    }

    private static Response decline(Call call) {
        long imported = call.id("imported");
        long byHand = call.id("by_hand");
        return call.changeLedger(edit -> ChangeResult.done(edit, toJson(edit.keepApart(imported, byHand))));
    }

    private static void requireProposed(BudgetView view, long imported, long byHand) {
        boolean proposed = view.twins(DateSpan.of(view.getEntry(byHand).date())).stream()
                .anyMatch(pair ->
                        pair.imported().id() == imported && pair.handMade().id() == byHand);
        if (!proposed) {
            throw LedgerException.notFound("The entries " + imported + " and " + byHand + " are not proposed as one.");
        }
    }

    private static Pair toJson(TwinPair pair) {
        return new Pair(pair.imported().kind(), toJson(pair.imported()), toJson(pair.handMade()));
    }

    private static Side toJson(Entry entry) {
        EntryDetails details = entry.details();
        Optional<String> category = entry instanceof Expense expense
                ? Optional.of(expense.category()).map(CategoryPath::name)
                : Optional.empty();
        return new Side(
                entry.id(),
                entry.version(),
                details.date(),
                details.title(),
                details.amount(),
                category,
                details.account(),
                details.note(),
                details.tags(),
                details.bankText());
    }
}
