package dev.payweek.rest.endpoint;

import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Conditional;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.IdempotentWrites;
import dev.payweek.rest.http.Query;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.QueryParameter.Type;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.http.SentFile;
import dev.payweek.rest.http.Upload;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Bank files in. */
final class ImportEndpoints {

    /** The questions a file can leave open, each answered by the parameter of its name. */
    private static final List<String> ANSWERS = List.of(
            "date_format",
            "sign",
            "amount_unit",
            "decimal_mark",
            "booked",
            "year",
            "date_column",
            "currency",
            "encoding",
            "sheet");

    private static final int MAX_FILE_NAME = 200;

    private ImportEndpoints() {}

    static List<Route> routes() {
        return List.of(
                Route.of(
                                "POST",
                                "/imports",
                                Access.WRITE,
                                "Imports a bank's file: the body, or in a form, with decisions before it.",
                                ImportEndpoints::take)
                        .taking(new Content("application/octet-stream", byte[].class, Content.Form.ONE))
                        .giving(ImportReportJson.class)
                        .answering(201, 200)
                        .with(
                                new QueryParameter("dry_run", Type.FLAG, "Only says what would happen."),
                                text("account", Account.MAX_NAME, "The account's name in the ledger."),
                                text("profile", Account.MAX_NAME, "The account whose remembered answers are used."),
                                text("file_name", MAX_FILE_NAME, "The file's name, for the record."),
                                new QueryParameter(
                                        "date_format", Type.TEXT, "Answers in which order dates are written."),
                                new QueryParameter("sign", Type.TEXT, "Answers which sign money spent has."),
                                new QueryParameter("amount_unit", Type.TEXT, "Answers whether amounts are in cents."),
                                new QueryParameter(
                                        "decimal_mark", Type.TEXT, "Answers which mark stands before decimals."),
                                new QueryParameter("booked", Type.TEXT, "Answers which unknown statuses mean booked."),
                                new QueryParameter("year", Type.TEXT, "Answers of which year days without one are."),
                                new QueryParameter("date_column", Type.TEXT, "Names the column of the day to take."),
                                new QueryParameter(
                                        "currency", Type.TEXT, "Says what amounts are in that name no currency."),
                                new QueryParameter("encoding", Type.TEXT, "Names the file's character encoding."),
                                new QueryParameter("sheet", Type.TEXT, "Names the sheet of a workbook, or all.")),
                Route.of(
                                "GET",
                                "/imports",
                                Access.READ,
                                "Lists what was imported, the newest first.",
                                ImportEndpoints::list)
                        .giving(Content.many(ImportBatchJson.class)),
                Route.of(
                                "GET",
                                "/imports/{id}",
                                Access.READ,
                                "Shows one import, how far it is, and how many entries were changed or merged since.",
                                ImportEndpoints::get)
                        .giving(ImportBatchJson.class),
                Route.of(
                                "DELETE",
                                "/imports/{id}",
                                Access.WRITE,
                                "Reverts an import: removes entries and the memory of rows, but for what was merged.",
                                ImportEndpoints::delete)
                        .answering(204),
                Route.of(
                                "POST",
                                "/imports/{id}/merge",
                                Access.WRITE,
                                "Makes one of an entry the import brought and the one made by hand that it repeats.",
                                ImportEndpoints::merge)
                        .refusing(412)
                        .taking(Merge.class)
                        .giving(Merged.class));
    }

    private static Response take(Call call) {
        Query query = call.query();
        Map<String, String> answers = new HashMap<>();
        ANSWERS.forEach(name -> query.text(name).ifPresent(answer -> answers.put(name, answer)));
        ImportOptions asked =
                ImportOptions.NONE.withDryRun(query.flag("dry_run")).answering(answers);
        ImportOptions options = query.text("account").map(asked::into).orElse(asked);
        Optional<String> profile = query.text("profile");
        Optional<String> fileName = query.text("file_name");
        try (SentFile sent = call.file()) {
            StatementFile file = named(fileName.or(sent::name).orElse("upload"), sent.content());
            return take(call, file, profile.map(options::like).orElse(options), ImportDecisions.of(sent.decisions()));
        }
    }

    private static StatementFile named(String name, Upload content) {
        return new StatementFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() throws IOException {
                return content.open();
            }

            @Override
            public OptionalLong length() {
                return OptionalLong.of(content.length());
            }
        };
    }

    private static Response take(Call call, StatementFile file, ImportOptions options, ImportDecisions decisions) {
        if (options.dryRun()) {
            ImportReport report = call.budget().importStatement(call.who(), file, options);
            requireDecided(report);
            return Response.json(200, ImportReportJson.toJson(report));
        }
        IdempotentWrites writes = call.writes();
        Optional<Response> before = writes.before();
        if (before.isPresent()) {
            return before.get();
        }
        List<Response> answers = new ArrayList<>();
        Optional<Set<String>> known = call.budget().read(BudgetView::quickProposals);
        ImportReport report = call.budget()
                .importStatement(
                        call.who(),
                        file,
                        options,
                        (edit, made) -> answers.add(writes.keep(
                                edit,
                                ChangeResult.created(
                                        location(made), "", toJson(decisions.decide(edit, made), known, edit)))));
        requireDecided(report);
        call.discoverAhead();
        // The store may have run the end of the import more than once; what lasts is the last.
        return answers.get(answers.size() - 1);
    }

    /** Says how many suggestions are new, unless to look would keep others waiting. */
    private static ImportReportJson toJson(ImportReport report, Optional<Set<String>> known, BudgetEdit edit) {
        ImportReportJson json = ImportReportJson.toJson(report);
        return known.flatMap(before -> edit.quickProposals().map(after ->
                        (int) after.stream().filter(id -> !before.contains(id)).count()))
                .map(json::withDiscoveries)
                .orElse(json);
    }

    private static void requireDecided(ImportReport report) {
        if (!report.questions().isEmpty()) {
            throw Problem.asking(ImportReportJson.asked(report));
        }
    }

    /** A file that brought nothing new, or something on several accounts, is not to be found at one address. */
    private static String location(ImportReport report) {
        boolean single = report.accounts().size() == 1
                && report.accounts().get(0).batch().id() != 0;
        return single ? "/imports/" + report.accounts().get(0).batch().id() : "";
    }

    private static QueryParameter text(String name, int maxLength, String meaning) {
        String expected = "a text of at most " + maxLength + " characters";
        return new QueryParameter(name, Type.TEXT, meaning).readAs(expected, (text, all) -> {
            var checks = new Validation();
            checks.text(name, text, maxLength);
            checks.refuseIfAny();
            return text;
        });
    }

    private static Response list(Call call) {
        return call.budget().read(view -> {
            List<ImportBatchJson> imports = view.imports().stream()
                    .map(batch -> ImportBatchJson.of(batch, call.budget().findProgress(batch.id())))
                    .toList();
            return call.answer(version(view, imports), () -> imports);
        });
    }

    private static Response get(Call call) {
        long id = call.id("id");
        return call.budget().read(view -> {
            var batch = ImportBatchJson.of(view.getImport(id), call.budget().findProgress(id));
            return call.answer(
                    version(view, List.of(batch)),
                    () -> batch.progress().isPresent()
                            ? batch
                            : batch.toRevert(view.changedSinceImport(id), view.mergedFromImport(id)));
        });
    }

    /** An import moves on between two versions of the ledger, so how far it is belongs to the tag while it does. */
    private static String version(BudgetView view, List<ImportBatchJson> imports) {
        return imports.stream()
                .flatMap(batch -> batch.progress().stream())
                .map(progress -> "." + progress.rows() + "-" + progress.bytes())
                .collect(Collectors.joining("", Conditional.ledgerVersion(view.version(), view.today()), ""));
    }

    private static Response delete(Call call) {
        long id = call.id("id");
        return call.changeLedger(edit -> {
            edit.removeImport(id);
            return ChangeResult.nothing();
        });
    }

    @Schema("EntryMerge")
    record Merge(long entry, long into) {}

    @Schema("MergedEntry")
    record Merged(long id, EntryKind kind, int version, LocalDate date, Money amount, String title) {}

    private static Response merge(Call call) {
        Merge asked = call.body(Merge.class);
        long id = call.id("id");
        return call.changeLedger(edit -> {
            ImportBatch batch = edit.getImport(id);
            if (!edit.getEntry(asked.entry()).importBatch().equals(Optional.of(batch.id()))) {
                throw LedgerException.invalid(
                        "entry",
                        "other_import",
                        "The import " + id + " did not bring the entry " + asked.entry() + ".");
            }
            return ChangeResult.done(edit, merged(edit.merge(asked.entry(), asked.into())));
        });
    }

    /** Returns what two entries have become, as JSON. */
    static Merged merged(Entry merged) {
        return new Merged(
                merged.id(),
                merged.kind(),
                merged.version(),
                merged.date(),
                merged.amount(),
                merged.details().title());
    }
}
