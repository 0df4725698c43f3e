package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.payweek.budget.BudgetView;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Digits;
import dev.payweek.rest.http.Query;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.QueryParameter.Type;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.json.Json;
import dev.payweek.store.EntryCursor;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One answer to a request for a list of entries: the whole list as a stream, or a page of it. */
final class EntryListing<O extends Record> {

    private static final int LARGEST_PAGE = 1_000;

    /** Returns what the list of a path takes. */
    static QueryParameter[] parameters(String path) {
        return new QueryParameter[] {
            new QueryParameter("from", Type.DATE, "The first day, inclusive."),
            new QueryParameter("to", Type.DATE, "The last day, inclusive."),
            new QueryParameter("category", Type.TEXT, "A category; what lies below it counts too.")
                    .readAs("a category like Fun:Dining", (text, all) -> CategoryPath.of(text)),
            new QueryParameter(
                    "account",
                    Type.TEXT,
                    "An account, exactly; a transfer is on the one it left and on the one it reached."),
            new QueryParameter("q", Type.TEXT, "Words that occur in title, bank text or note."),
            new QueryParameter("min", Type.AMOUNT, "The smallest amount, inclusive."),
            new QueryParameter("max", Type.AMOUNT, "The largest amount, inclusive."),
            new QueryParameter("sort", Type.TEXT, "date, -date, amount or -amount; -date by default.")
                    .oneOf("date", "-date", "amount", "-amount"),
            new QueryParameter("limit", Type.INTEGER, "How many a page holds, 1 to 1000; everything by default.")
                    .within(1, LARGEST_PAGE),
            new QueryParameter(
                            "cursor", Type.TEXT, "Where the page begins, as the Link header of the page before says.")
                    .readAs(
                            "a cursor that this API gave for the same order and filters",
                            (text, all) -> cursor(text, list(path, all))),
            new QueryParameter("total", Type.FLAG, "Gives in the Total-Count header how many there are in all.")
        };
    }

    private static final Map<String, EntryOrder> ORDERS = Map.of(
            "-date", EntryOrder.NEWEST_FIRST,
            "date", EntryOrder.OLDEST_FIRST,
            "-amount", EntryOrder.LARGEST_FIRST,
            "amount", EntryOrder.SMALLEST_FIRST);

    private final Call call;
    private final Query query;
    private final String path;
    private final Function<? super BudgetView, Function<Entry, O>> toJson;
    private final String list;
    private final EntryQuery wanted;

    EntryListing(Call call, EntryKind kind, String path, Function<? super BudgetView, Function<Entry, O>> toJson) {
        this.call = call;
        this.query = call.query();
        this.path = path;
        this.toJson = toJson;
        this.list = list(path, query.all());
        this.wanted = wanted(kind);
    }

    private EntryQuery wanted(EntryKind kind) {
        return new EntryQuery(
                kind,
                query.span(),
                query.read("category", CategoryPath.class),
                query.text("account"),
                query.text("q"),
                minorUnits(query.amount("min")),
                minorUnits(query.amount("max")),
                query.choice("sort", ORDERS).orElse(EntryOrder.NEWEST_FIRST),
                query.read("cursor", EntryCursor.class),
                query.integer("limit").map(OptionalInt::of).orElse(OptionalInt.empty()),
                EntryQuery.Only.ALL);
    }

    Response answer() {
        return wanted.limit().isPresent()
                ? call.page(view -> counted(view, page(view, wanted.limit().getAsInt())))
                : call.answerView(view -> counted(view, stream()));
    }

    private Response counted(BudgetView view, Response response) {
        return query.flag("total") ? response.with("Total-Count", Long.toString(view.countEntries(wanted))) : response;
    }

    /**
     * The list is read when it is written, so it may be newer than its tag; whoever asks again with that tag gets it
     * again, never less.
     */
    private Response stream() {
        return Response.of(
                200,
                Content.JSON,
                out -> call.budget().read(view -> {
                    writeAll(out, toJson.apply(view), elements -> view.forEachEntry(wanted, elements::add));
                    return view.version();
                }));
    }

    private interface Elements {
        void add(Entry entry);
    }

    private interface Source {
        void giveTo(Elements elements);
    }

    private void writeAll(OutputStream out, Function<Entry, O> shown, Source source) {
        try (JsonGenerator generator = Json.generator(out)) {
            generator.writeStartArray();
            source.giveTo(entry -> {
                try {
                    Json.write(shown.apply(entry), generator);
                } catch (IOException e) {
                    throw new UncheckedIOException("the caller has gone", e);
                }
            });
            generator.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the caller has gone", e);
        }
    }

    /** One more than the page is asked for, to know whether there is a next one. */
    private Response page(BudgetView view, int size) {
        List<Entry> entries = new ArrayList<>();
        view.forEachEntry(wanted.first(size + 1), entries::add);
        List<Entry> page = entries.subList(0, Math.min(size, entries.size()));
        Response response =
                Response.json(200, page.stream().map(toJson.apply(view)).toList());
        return entries.size() > size ? response.with("Link", next(page.get(size - 1))) : response;
    }

    private String next(Entry last) {
        EntryCursor cursor = EntryCursor.after(last, wanted.order());
        String opaque = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((cursor.key() + "." + cursor.id() + "." + list).getBytes(StandardCharsets.US_ASCII));
        Map<String, String> parameters = new TreeMap<>(query.all());
        parameters.put("cursor", opaque);
        return "<" + path + "?"
                + parameters.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + ">; rel=\"next\"";
    }

    private static EntryCursor cursor(String opaque, String list) {
        String[] parts = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.US_ASCII).split("\\.", 3);
        if (parts.length != 3 || !parts[2].equals(list)) {
            throw new IllegalArgumentException("a cursor of another list");
        }
        return new EntryCursor(number(parts[0]), number(parts[1]));
    }

    private static long number(String digits) {
        return Digits.number(digits).orElseThrow(() -> new IllegalArgumentException("no cursor of ours"));
    }

    /** Returns the order and, as a digest, the filters of a list: a cursor is a place in that list only. */
    private static String list(String path, Map<String, String> sent) {
        Map<String, String> filters = new TreeMap<>(sent);
        filters.keySet().removeAll(List.of("cursor", "limit", "sort", "total"));
        filters.values().removeIf(String::isEmpty);
        String sort = sent.getOrDefault("sort", "");
        String order = sort.isEmpty() ? "-date" : sort;
        return order + "." + Integer.toHexString((path + filters).hashCode());
    }

    private static OptionalLong minorUnits(Optional<Money> amount) {
        return amount.map(money -> OptionalLong.of(money.minorUnits())).orElse(OptionalLong.empty());
    }
}
