package dev.payweek.rest.endpoint;

import dev.payweek.budget.ImportOptions;
import dev.payweek.refusal.Checks;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Call.Made;
import dev.payweek.rest.http.Query;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.http.Route.Content;
import dev.payweek.rest.http.Route.QueryParameter;
import dev.payweek.rest.http.Route.QueryParameter.Type;
import dev.payweek.rest.json.Problem;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.StatementFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bank files in. */
final class ImportEndpoints {

    /** The questions a file can leave open, each answered by the parameter of its name. */
    private static final List<String> ANSWERS = List.of("date_format", "sign");

    private ImportEndpoints() {}

    static List<Route> routes() {
        return List.of(
                Route.of(
                                "POST",
                                "/imports",
                                Access.WRITE,
                                "Takes a bank's file in; the body is the file.",
                                ImportEndpoints::take)
                        .taking(new Content("application/octet-stream", byte[].class, Content.Form.ONE))
                        .giving(ImportJson.class)
                        .answering(201, 200)
                        .with(
                                new QueryParameter("dry_run", Type.FLAG, "Only tells what would happen."),
                                new QueryParameter("account", Type.TEXT, "The account's name in the ledger."),
                                new QueryParameter("file_name", Type.TEXT, "The file's name, for the record."),
                                new QueryParameter(
                                        "date_format", Type.TEXT, "Answers in which order dates are written."),
                                new QueryParameter("sign", Type.TEXT, "Answers which sign money spent has.")),
                Route.of(
                                "GET",
                                "/imports",
                                Access.READ,
                                "Lists what was imported, the newest first.",
                                ImportEndpoints::list)
                        .giving(Content.many(ImportJson.Batch.class)),
                Route.of("GET", "/imports/{id}", Access.READ, "Shows one import.", ImportEndpoints::get)
                        .giving(ImportJson.Batch.class),
                Route.of(
                                "DELETE",
                                "/imports/{id}",
                                Access.WRITE,
                                "Takes an import back: its entries and the memory of its rows.",
                                ImportEndpoints::delete)
                        .answering(204));
    }

    private static Response take(Call call) {
        Query query = call.query();
        if (call.mediaType().startsWith("multipart/")) {
            throw Problem.of(415, "unsupported_media_type", "Send the file itself as the body, not a form around it.");
        }
        Map<String, String> answers = new HashMap<>();
        ANSWERS.forEach(name -> query.text(name).ifPresent(answer -> answers.put(name, answer)));
        var options = new ImportOptions(query.flag("dry_run"), text(query, "account", 80), answers);
        StatementFile file = StatementFile.of(text(query, "file_name", 200).orElse("upload"), call.file());
        ImportReport report = call.budget().importStatement(call.who(), file, options);
        if (!report.questions().isEmpty()) {
            throw Problem.asking(ImportJson.asked(report));
        }
        return Call.json(report.dryRun() ? 200 : 201, ImportJson.shown(report));
    }

    private static Optional<String> text(Query query, String name, int maxLength) {
        return query.read(name, "a text of at most " + maxLength + " characters", text -> {
            var checks = new Checks();
            checks.text(name, text, maxLength);
            checks.refuseIfAny();
            return text;
        });
    }

    private static Response list(Call call) {
        return call.view(view -> view.imports().stream().map(ImportJson::shown).toList());
    }

    private static Response get(Call call) {
        return call.view(view -> ImportJson.shown(view.getImport(call.id("id"))));
    }

    private static Response delete(Call call) {
        return call.changeLedger(edit -> {
            edit.removeImport(call.id("id"));
            return Made.nothing();
        });
    }
}
