package dev.payweek.rest.endpoint;

import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Problem;
import dev.payweek.store.ExportFormat;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The ledger for other programs. */
final class ExportEndpoints {

    private ExportEndpoints() {}

    static List<Route> routes() {
        return List.of(Route.of(
                        "GET",
                        "/export",
                        Access.READ,
                        "Writes the ledger for other programs, as a stream.",
                        ExportEndpoints::export)
                .giving(Content.anything())
                .with(
                        new QueryParameter(
                                        "format",
                                        QueryParameter.Type.TEXT,
                                        "csv, hledger or beancount; csv by default.")
                                .readAs("the name of a format", (name, all) -> format(name)),
                        new QueryParameter("from", QueryParameter.Type.DATE, "The first day, inclusive."),
                        new QueryParameter("to", QueryParameter.Type.DATE, "The last day, inclusive.")));
    }

    private static Response export(Call call) {
        DateSpan days = call.query().span();
        ExportFormat format = call.query().read("format", ExportFormat.class).orElseGet(() -> format("csv"));
        String disposition = "attachment; filename=\"payweek." + format.fileEnding() + "\"";
        return call.answerView(view -> Response.of(200, format.mediaType() + "; charset=utf-8", out -> {
                    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    call.budget().export(format.name(), days, writer);
                    writer.flush();
                })
                .with("Content-Disposition", disposition));
    }

    private static ExportFormat format(String name) {
        try {
            return ExportFormat.named(name);
        } catch (LedgerException refusal) {
            throw Problem.of(
                    400, "bad_query", List.of(new Problem.Detail("?format", "wrong_value", refusal.getMessage())));
        }
    }
}
