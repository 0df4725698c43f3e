package dev.payweek.rest.endpoint;

import dev.payweek.ledger.Account;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Income;
import dev.payweek.money.Money;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Income: what came in, paychecks above all. */
final class IncomeEndpoints {

    private IncomeEndpoints() {}

    @Schema("NewIncome")
    record NewIncome(
            @Text(max = EntryDetails.MAX_TITLE) Optional<String> title,
            Money amount,
            Optional<LocalDate> date,
            Optional<Boolean> paycheck,
            Optional<Boolean> opensPeriod,
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
            boolean paycheck,
            boolean opensPeriod,
            Optional<String> account,
            Optional<String> note,
            List<String> tags,
            Optional<String> bankText,
            Optional<Long> importBatch) {}

    static List<Route> routes() {
        return new EntryEndpoints<>(
                        EntryKind.INCOME,
                        "/income",
                        NewIncome.class,
                        IncomeJson.class,
                        IncomeEndpoints::draft,
                        entry -> toJson((Income) entry))
                .routes("income");
    }

    static EntryDraft draft(NewIncome body) {
        boolean paycheck = body.paycheck().orElse(false);
        return new EntryDraft(
                EntryKind.INCOME,
                body.date(),
                body.amount(),
                body.title().orElse(paycheck ? "Paycheck" : "Income"),
                Optional.empty(),
                Optional.empty(),
                body.account(),
                body.note(),
                body.tags(),
                List.of(),
                Optional.empty(),
                paycheck,
                body.opensPeriod().orElse(false),
                Optional.empty());
    }

    private static IncomeJson toJson(Income income) {
        EntryDetails details = income.details();
        return new IncomeJson(
                income.id(),
                income.version(),
                details.date(),
                details.title(),
                details.amount(),
                income.paycheck(),
                income.opensPeriod(),
                details.account(),
                details.note(),
                details.tags(),
                details.bankText(),
                income.importBatch());
    }
}
