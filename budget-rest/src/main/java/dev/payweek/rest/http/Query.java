package dev.payweek.rest.http;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.Route.QueryParameter.Type;
import dev.payweek.rest.json.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The parameters of a query, read as strictly as a body. */
public final class Query {

    private final Map<String, String> values;
    private final Supplier<Currency> currency;

    private Query(Map<String, String> values, Supplier<Currency> currency) {
        this.values = values;
        this.currency = currency;
    }

    /**
     * Reads a query as the route declares it.
     *
     * @throws Problem with status 400 and all that is wrong
     */
    static Query of(Request request, Route route, Supplier<Currency> currency) {
        Map<String, Type> declared = route.parameters().stream()
                .collect(Collectors.toMap(Route.QueryParameter::name, Route.QueryParameter::type));
        List<Problem.Detail> problems = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        request.query().forEach((name, given) -> {
            if (!declared.containsKey(name)) {
                problems.add(new Problem.Detail(
                        "?" + name, "unknown_parameter", "There is no parameter \"" + name + "\" here."));
            } else if (given.size() > 1) {
                problems.add(
                        new Problem.Detail("?" + name, "repeated", "The parameter \"" + name + "\" is there twice."));
            } else {
                values.put(name, given.get(0));
            }
        });
        var query = new Query(values, currency);
        values.keySet().stream().sorted().forEach(name -> {
            try {
                query.check(name, declared.getOrDefault(name, Type.TEXT));
            } catch (Problem problem) {
                problems.addAll(problem.errors());
            }
        });
        if (!problems.isEmpty()) {
            throw Problem.of(400, "bad_query", problems);
        }
        return query;
    }

    private void check(String name, Type type) {
        switch (type) {
            case TEXT -> text(name);
            case DATE -> date(name);
            case INTEGER -> number(name);
            case AMOUNT -> amount(name);
            case FLAG -> flag(name);
        }
    }

    /** Returns a parameter as it was sent; one that is empty counts as not sent. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns a parameter as whatever the reading makes of it; a refusal becomes a problem of the parameter. */
    public <T> Optional<T> read(String name, String expected, Function<String, T> reading) {
        return text(name).map(value -> {
            try {
                return reading.apply(value);
            } catch (DateTimeException | IllegalArgumentException | LedgerException e) {
                throw bad(name, expected);
            }
        });
    }

    /** Returns every parameter that was sent, by name. */
    public Map<String, String> all() {
        return values;
    }

    /** Tells whether a parameter is there without a value or as true. */
    public boolean flag(String name) {
        String value = values.getOrDefault(name, "false");
        return switch (value) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw bad(name, "true or false");
        };
    }

    /** Returns a parameter as a day. */
    public Optional<LocalDate> date(String name) {
        return read(name, "a date like 2026-11-22", value -> DateSpan.requireUsable(name, LocalDate.parse(value)));
    }

    /** Returns a parameter as a whole number from the least to the most, both inclusive. */
    public Optional<Integer> integer(String name, int least, int most) {
        Optional<Integer> number = read(name, "a whole number", Integer::valueOf);
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            throw bad(name, "a whole number from " + least + " to " + most);
        }
        return number;
    }

    /** Returns a parameter as a version or id. */
    public Optional<Long> number(String name) {
        return read(name, "a whole number", Long::valueOf);
    }

    /** Returns a parameter as an amount in the ledger's currency. */
    public Optional<Money> amount(String name) {
        return read(
                name,
                "an amount like 12.50",
                value -> Money.of(value, currency.get().getCurrencyCode()));
    }

    /** Returns a parameter as one of the named choices. */
    public <T> Optional<T> choice(String name, Map<String, T> choices) {
        Optional<String> value = text(name);
        if (value.isPresent() && !choices.containsKey(value.get())) {
            throw bad(
                    name,
                    "one of "
                            + String.join(
                                    ", ", choices.keySet().stream().sorted().toList()));
        }
        return value.map(choices::get);
    }

    /** Returns the days from {@code from}, inclusive, to {@code to}, inclusive; an end that was not sent is open. */
    public DateSpan span() {
        LocalDate from = date("from").orElse(DateSpan.EARLIEST);
        LocalDate to = date("to").orElse(DateSpan.LATEST);
        if (to.isBefore(from)) {
            throw bad("to", "a date not before from");
        }
        return new DateSpan(from, to.plusDays(1));
    }

    private static Problem bad(String name, String expected) {
        return Problem.of(
                400,
                "bad_query",
                List.of(new Problem.Detail(
                        "?" + name, "wrong_value", "The parameter \"" + name + "\" must be " + expected + ".")));
    }
}
