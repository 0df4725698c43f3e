package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.ChangeResult;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Faults;
import dev.payweek.rest.json.Json;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.ShapeReader;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The endpoints of one kind of entry: list, add, read, replace, change in part, delete.
 *
 * @param <I> the shape a request brings
 * @param <O> the shape an answer shows
 */
final class EntryEndpoints<I extends Record, O extends Record> {

    private static final int MOST_AT_ONCE = 1_000;

    private final EntryKind kind;
    private final String path;
    private static final QueryParameter DRY_RUN = new QueryParameter(
            "dry_run",
            QueryParameter.Type.FLAG,
            "Shows what would be added, its category by the rules, and adds nothing.");

    private final Class<I> in;
    private final Class<O> out;
    private final Function<I, EntryDraft> draft;
    private final Function<? super BudgetView, Function<Entry, O>> toJson;

    EntryEndpoints(
            EntryKind kind,
            String path,
            Class<I> in,
            Class<O> out,
            Function<I, EntryDraft> draft,
            Function<? super BudgetView, Function<Entry, O>> toJson) {
        this.kind = kind;
        this.path = path;
        this.in = in;
        this.out = out;
        this.draft = draft;
        this.toJson = toJson;
    }

    List<Route> routes(String noun) {
        String one = path + "/{id}";
        return List.of(
                Route.of("GET", path, Access.READ, "Lists " + noun + ", the newest first.", this::list)
                        .giving(Content.many(out))
                        .with(EntryListing.parameters(path)),
                Route.of(
                                "POST",
                                path,
                                Access.WRITE,
                                "Adds one of the " + noun + ", or a list of them together.",
                                this::add)
                        .taking(Content.oneOrMany(in))
                        .giving(Content.oneOrMany(out))
                        .with(DRY_RUN)
                        .answering(201, 200),
                Route.of("GET", one, Access.READ, "Shows one of the " + noun + ".", this::get)
                        .giving(out),
                Route.of("PUT", one, Access.WRITE, "Replaces one of the " + noun + ".", this::replace)
                        .taking(in)
                        .giving(out),
                Route.of("PATCH", one, Access.WRITE, "Changes the given fields; null clears one.", this::patch)
                        .taking(in)
                        .giving(out),
                Route.of("DELETE", one, Access.WRITE, "Deletes one of the " + noun + ".", this::delete)
                        .answering(204));
    }

    private Response list(Call call) {
        return new EntryListing<>(call, kind, path, toJson).answer();
    }

    private Response add(Call call) {
        JsonNode body = call.json();
        boolean dryRun = call.query().flag(DRY_RUN.name());
        if (body.isArray()) {
            List<EntryDraft> drafts = drafts(call, body);
            if (dryRun) {
                return call.budget().whatIf(edit -> supposed(edit, addAll(edit, drafts)));
            }
            return call.change(edit -> made(edit, addAll(edit, drafts)));
        }
        EntryDraft one = draft.apply(call.read(body, in));
        if (dryRun) {
            return call.budget()
                    .whatIf(edit -> Response.json(200, toJson.apply(edit).apply(edit.add(one))));
        }
        return call.change(edit -> {
            Entry entry = edit.add(one);
            return ChangeResult.created(
                    path + "/" + entry.id(),
                    Integer.toString(entry.version()),
                    toJson.apply(edit).apply(entry));
        });
    }

    private Response supposed(BudgetView view, List<Entry> entries) {
        return Response.json(200, entries.stream().map(toJson.apply(view)).toList());
    }

    private ChangeResult made(BudgetView view, List<Entry> entries) {
        return ChangeResult.created(
                path, "", entries.stream().map(toJson.apply(view)).toList());
    }

    private List<EntryDraft> drafts(Call call, JsonNode array) {
        if (array.isEmpty() || array.size() > MOST_AT_ONCE) {
            throw Problem.of(422, "invalid", "A list must hold 1 to " + MOST_AT_ONCE + " entries.");
        }
        Currency currency = call.currency();
        return IntStream.range(0, array.size())
                .mapToObj(i -> draft.apply(call.read(array.get(i), in, currency, "/" + i)))
                .toList();
    }

    private static List<Entry> addAll(BudgetEdit edit, List<EntryDraft> drafts) {
        var checks = new Validation();
        List<Entry> added = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            try {
                added.add(edit.add(drafts.get(i)));
            } catch (LedgerException refusal) {
                checks.add(Integer.toString(i), refusal);
            }
        }
        checks.refuseIfAny();
        return added;
    }

    private Response get(Call call) {
        if (kind == EntryKind.INCOME) {
            // What an income is the pay of depends on more than itself.
            return call.view(view -> toJson.apply(view).apply(view.getEntry(kind, call.id("id"))));
        }
        return call.budget().read(view -> {
            Entry entry = view.getEntry(kind, call.id("id"));
            return call.answer(
                    Integer.toString(entry.version()), () -> toJson.apply(view).apply(entry));
        });
    }

    private Response replace(Call call) {
        EntryDraft body = draft.apply(call.body(in));
        return write(call, (edit, before) -> body);
    }

    /**
     * What the request names is laid over the entry as a JSON merge patch (RFC 7396), in the transaction that writes
     * it, so that two patches of different fields both hold. A category not named stays decided.
     */
    private Response patch(Call call) {
        JsonNode patch = call.json();
        if (!patch.isObject()) {
            throw Problem.of(422, "invalid", "The fields to change are expected as an object.");
        }
        noteClearing(call, patch);
        return write(call, (edit, before) -> {
            ObjectNode whole =
                    (ObjectNode) Json.parse(Json.bytes(toJson.apply(edit).apply(before)));
            whole.retain(ShapeReader.fields(in));
            whole.remove("category");
            whole.setAll((ObjectNode) patch);
            return draft.apply(call.read(whole, in, edit.settings().currency()));
        });
    }

    /** An entry is never without these, and null would pass for leaving them as they are. */
    private static void noteClearing(Call call, JsonNode patch) {
        var faults = new Faults();
        Stream.of("category", "date")
                .filter(name -> patch.path(name).isNull())
                .forEach(name -> faults.note("/" + name, "required", "The " + name + " cannot be cleared."));
        call.note(faults);
    }

    private Response write(Call call, BiFunction<BudgetEdit, Entry, EntryDraft> body) {
        return call.change(edit -> {
            Entry before = edit.getEntry(kind, call.id("id"));
            requireSeen(call, edit, before);
            Entry entry = edit.replace(before.id(), body.apply(edit, before));
            return ChangeResult.done(
                    Integer.toString(entry.version()), toJson.apply(edit).apply(entry));
        });
    }

    private void requireSeen(Call call, BudgetEdit edit, Entry before) {
        if (kind == EntryKind.INCOME) {
            call.requireLedgerSeen(edit);
        } else {
            call.requireSeen(Integer.toString(before.version()));
        }
    }

    private Response delete(Call call) {
        return call.change(edit -> {
            Entry before = edit.getEntry(kind, call.id("id"));
            requireSeen(call, edit, before);
            edit.delete(kind, before.id());
            return ChangeResult.nothing();
        });
    }
}
