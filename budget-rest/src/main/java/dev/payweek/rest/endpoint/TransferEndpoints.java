package dev.payweek.rest.endpoint;

import dev.payweek.ledger.Account;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Transfers: what was moved between own accounts. */
final class TransferEndpoints {

    private TransferEndpoints() {}

    @Schema("NewTransfer")
    record NewTransfer(
            @Text(max = EntryDetails.MAX_TITLE) String title,
            Money amount,
            Optional<LocalDate> date,
            @Text(max = Account.MAX_NAME) Optional<String> account,
            @Text(max = Account.MAX_NAME) Optional<String> toAccount,
            @Text(max = EntryDetails.MAX_NOTE, blank = true) Optional<String> note,
            @Text(max = EntryDetails.MAX_TAG) List<String> tags) {}

    @Schema("Transfer")
    record TransferJson(
            long id,
            int version,
            LocalDate date,
            String title,
            Money amount,
            Optional<String> account,
            Optional<String> toAccount,
            Optional<String> note,
            List<String> tags,
            Optional<String> bankText,
            Optional<Long> importBatch) {}

    static List<Route> routes() {
        return new EntryEndpoints<>(
                        EntryKind.TRANSFER,
                        "/transfers",
                        NewTransfer.class,
                        TransferJson.class,
                        TransferEndpoints::draft,
                        view -> entry -> toJson((Transfer) entry))
                .routes("transfers");
    }

    private static EntryDraft draft(NewTransfer body) {
        return new EntryDraft(
                EntryKind.TRANSFER,
                body.date(),
                body.amount(),
                body.title(),
                Optional.empty(),
                Optional.empty(),
                body.account(),
                body.note(),
                body.tags(),
                List.of(),
                Optional.empty(),
                body.toAccount());
    }

    private static TransferJson toJson(Transfer transfer) {
        EntryDetails details = transfer.details();
        return new TransferJson(
                transfer.id(),
                transfer.version(),
                details.date(),
                details.title(),
                details.amount(),
                details.account(),
                transfer.toAccount(),
                details.note(),
                details.tags(),
                details.bankText(),
                transfer.importBatch());
    }
}
