package dev.payweek.rest.endpoint;

import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Query;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Schema;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The record of changes, and undoing one. */
final class ChangeEndpoints {

    private static final int MOST = 1_000;

    private ChangeEndpoints() {}

    @Schema("Change")
    record ChangeJson(long version, Instant at, String who, String what, List<EditJson> edits) {}

    @Schema("Edit")
    record EditJson(String kind, String key, Optional<String> before, Optional<String> after) {}

    @Schema("Undone")
    record Undone(long undone, long version) {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/changes", Access.READ, "Lists changes, the oldest first.", ChangeEndpoints::list)
                        .giving(Content.many(ChangeJson.class))
                        .with(
                                new QueryParameter(
                                        "since",
                                        QueryParameter.Type.INTEGER,
                                        "The version after which to begin; 0 by default."),
                                new QueryParameter(
                                                "limit",
                                                QueryParameter.Type.INTEGER,
                                                "How many, 1 to 1000; 1000 by default.")
                                        .within(1, MOST)),
                Route.of("POST", "/changes/{version}/undo", Access.WRITE, "Undoes one change.", ChangeEndpoints::undo)
                        .refusing(409, 422)
                        .giving(Undone.class));
    }

    private static Response list(Call call) {
        Query query = call.query();
        long since = query.number("since").orElse(0L);
        int limit = query.integer("limit").orElse(MOST);
        return call.view(view -> view.changesAfter(since, limit).stream()
                .map(ChangeEndpoints::toJson)
                .toList());
    }

    private static Response undo(Call call) {
        long version = call.id("version");
        return call.change(edit -> {
            edit.undo(version);
            return ChangeResult.done(edit, new Undone(version, edit.versionAfter()));
        });
    }

    private static ChangeJson toJson(Change change) {
        return new ChangeJson(
                change.version(),
                change.at(),
                change.who(),
                change.what(),
                change.edits().stream().map(edit -> toJson(edit)).toList());
    }

    private static EditJson toJson(Edit<?> edit) {
        return new EditJson(edit.kind().name(), edit.key(), edit.beforeText(), edit.afterText());
    }
}
