package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Query;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route.Content;
import dev.payweek.rest.http.Route.QueryParameter;
import dev.payweek.rest.http.Route.QueryParameter.Type;
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

    static final QueryParameter[] PARAMETERS = {
        new QueryParameter("from", Type.DATE, "The first day, inclusive."),
        new QueryParameter("to", Type.DATE, "The last day, inclusive."),
        new QueryParameter("category", Type.TEXT, "A category; what lies below it counts too."),
        new QueryParameter("account", Type.TEXT, "The account, exactly."),
        new QueryParameter("q", Type.TEXT, "Words that occur in title, bank text or note."),
        new QueryParameter("min", Type.AMOUNT, "The smallest amount, inclusive."),
        new QueryParameter("max", Type.AMOUNT, "The largest amount, inclusive."),
        new QueryParameter("sort", Type.TEXT, "date, -date, amount or -amount; -date unless told."),
        new QueryParameter("limit", Type.INTEGER, "How many a page holds, 1 to 1000; everything unless told."),
        new QueryParameter("cursor", Type.TEXT, "Where the page begins, as the Link header of the page before tells."),
        new QueryParameter("total", Type.FLAG, "Tells in the Total-Count header how many there are in all.")
    };

    private static final int LARGEST_PAGE = 1_000;
    private static final Map<String, EntryOrder> ORDERS = Map.of(
            "-date", EntryOrder.NEWEST_FIRST,
            "date", EntryOrder.OLDEST_FIRST,
            "-amount", EntryOrder.LARGEST_FIRST,
            "amount", EntryOrder.SMALLEST_FIRST);

    private final Call call;
    private final Query query;
    private final String path;
    private final Function<Entry, O> shown;
    private final EntryQuery wanted;

    EntryListing(Call call, EntryKind kind, String path, Function<Entry, O> shown) {
        this.call = call;
        this.query = call.query();
        this.path = path;
        this.shown = shown;
        this.wanted = wanted(kind);
    }

    private EntryQuery wanted(EntryKind kind) {
        Optional<EntryCursor> after = query.read("cursor", "a cursor that this API gave", EntryListing::cursor);
        Optional<Integer> limit = query.integer("limit", 1, LARGEST_PAGE);
        return new EntryQuery(
                kind,
                query.span(),
                query.read("category", "a category like Fun:Dining", CategoryPath::of),
                query.text("account"),
                query.text("q"),
                minorUnits(query.amount("min")),
                minorUnits(query.amount("max")),
                query.choice("sort", ORDERS).orElse(EntryOrder.NEWEST_FIRST),
                after,
                limit.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    Response answer() {
        Response response = wanted.limit().isPresent() ? page(wanted.limit().getAsInt()) : stream();
        return query.flag("total")
                ? response.with("Total-Count", Long.toString(call.budget().read(view -> view.countEntries(wanted))))
                : response;
    }

    private Response stream() {
        return Response.of(
                200,
                Content.JSON,
                out -> call.budget().read(view -> {
                    writeAll(out, elements -> view.forEachEntry(wanted, elements::add));
                    return view.version();
                }));
    }

    private interface Elements {
        void add(Entry entry);
    }

    private interface Source {
        void giveTo(Elements elements);
    }

    private void writeAll(OutputStream out, Source source) {
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
    private Response page(int size) {
        List<Entry> entries = new ArrayList<>();
        call.budget().read(view -> {
            entries.clear();
            view.forEachEntry(wanted.page(wanted.after(), size + 1), entries::add);
            return view.version();
        });
        List<Entry> page = entries.subList(0, Math.min(size, entries.size()));
        Response response = Call.json(200, page.stream().map(shown).toList());
        return entries.size() > size ? response.with("Link", next(page.get(size - 1))) : response;
    }

    private String next(Entry last) {
        EntryCursor cursor = EntryCursor.after(last, wanted.order());
        String opaque = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((cursor.key() + "." + cursor.id()).getBytes(StandardCharsets.US_ASCII));
        Map<String, String> parameters = new TreeMap<>(query.all());
        parameters.put("cursor", opaque);
        return "<" + path + "?"
                + parameters.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + ">; rel=\"next\"";
    }

    private static EntryCursor cursor(String opaque) {
        String text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.US_ASCII);
        int dot = text.indexOf('.');
        return new EntryCursor(Long.parseLong(text, 0, Math.max(0, dot), 10), Long.parseLong(text.substring(dot + 1)));
    }

    private static OptionalLong minorUnits(Optional<Money> amount) {
        return amount.map(money -> OptionalLong.of(money.minorUnits())).orElse(OptionalLong.empty());
    }
}
