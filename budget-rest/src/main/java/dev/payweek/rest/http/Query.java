package dev.payweek.rest.http;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.QueryParameter.Type;
import dev.payweek.rest.json.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The parameters of a query, read once and as strictly as a body. Immutable, so safe for use by many threads. */
public final class Query {

    private static final Query NOTHING = new Query(Map.of(), Map.of(), List.of());

    private final Map<String, String> texts;
    private final Map<String, Object> values;
    private final List<Problem.Detail> problems;

    private Query(Map<String, String> texts, Map<String, Object> values, List<Problem.Detail> problems) {
        this.texts = texts;
        this.values = values;
        this.problems = problems;
    }

    /**
     * Reads a query as the route declares it. What is wrong is as if it had not been sent, see {@link #problems}.
     *
     * @param currency that of amounts; asked for only when there is one
     */
    static Query of(Map<String, List<String>> sent, List<QueryParameter> declared, Supplier<Currency> currency) {
        if (sent.isEmpty()) {
            return NOTHING;
        }
        Map<String, QueryParameter> known =
                declared.stream().collect(Collectors.toMap(QueryParameter::name, Function.identity()));
        List<Problem.Detail> problems = new ArrayList<>();
        Map<String, String> texts = new TreeMap<>();
        sent.forEach((name, given) -> {
            if (!known.containsKey(name)) {
                problems.add(new Problem.Detail(
                        "?" + name, "unknown_parameter", "There is no parameter \"" + name + "\" here."));
            } else if (given.size() > 1) {
                problems.add(
                        new Problem.Detail("?" + name, "repeated", "The parameter \"" + name + "\" is there twice."));
            } else {
                texts.put(name, given.get(0));
            }
        });
        Map<String, Object> values = new HashMap<>();
        texts.forEach((name, text) -> {
            try {
                Optional.ofNullable(known.get(name))
                        .flatMap(parameter -> value(parameter, text, texts, currency))
                        .ifPresent(value -> values.put(name, value));
            } catch (Problem problem) {
                problems.addAll(problem.errors());
            }
        });
        if (values.get("from") instanceof LocalDate from
                && values.get("to") instanceof LocalDate to
                && to.isBefore(from)) {
            problems.addAll(bad("to", "a date not before from").errors());
        }
        return new Query(texts, values, List.copyOf(problems));
    }

    /** Returns all that is wrong with the query, to be refused with status 400. */
    List<Problem.Detail> problems() {
        return problems;
    }

    private static Optional<Object> value(
            QueryParameter parameter, String text, Map<String, String> all, Supplier<Currency> currency) {
        String name = parameter.name();
        if (parameter.type() == Type.FLAG) {
            return Optional.of(flag(name, text));
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Object value = value(name, text, parameter.type(), currency);
        List<String> choices = parameter.choices();
        if (!choices.isEmpty() && !choices.contains(text)) {
            throw bad(
                    name,
                    "one of " + String.join(", ", choices.stream().sorted().toList()));
        }
        parameter.bounds().filter(bounds -> !isWithin(bounds, value)).ifPresent(bounds -> {
            throw bad(name, "a whole number from " + bounds.least() + " to " + bounds.most());
        });
        return Optional.of(parameter
                .reading()
                .map(reading -> read(
                        name, text, reading.expected(), own -> reading.reader().read(own, all)))
                .orElse(value));
    }

    private static boolean isWithin(QueryParameter.Bounds bounds, Object value) {
        return value instanceof Long number && number >= bounds.least() && number <= bounds.most();
    }

    private static Object value(String name, String text, Type type, Supplier<Currency> currency) {
        return switch (type) {
            case TEXT, FLAG -> text;
            case DATE ->
                read(name, text, "a date like 2026-11-22", day -> DateSpan.requireUsable(name, LocalDate.parse(day)));
            case INTEGER ->
                read(
                        name,
                        text,
                        "a whole number",
                        number -> Digits.number(number).orElseThrow(IllegalArgumentException::new));
            case AMOUNT ->
                read(
                        name,
                        text,
                        "an amount like 12.50",
                        amount -> Money.of(amount, currency.get().getCurrencyCode()));
        };
    }

    private static boolean flag(String name, String text) {
        return switch (text) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw bad(name, "true or false");
        };
    }

    private static <T> T read(String name, String text, String expected, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (LedgerException refusal) {
            throw refusal.reason().isOfTheStore() ? refusal : bad(name, expected);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw bad(name, expected);
        }
    }

    /** Returns a parameter as it was sent; one that is empty counts as not sent. */
    public Optional<String> text(String name) {
        return value(name, String.class);
    }

    /** Returns a parameter as what its declared reading made of it. */
    public <T> Optional<T> read(String name, Class<T> type) {
        return value(name, type);
    }

    /** Returns every parameter that was sent, by name. */
    public Map<String, String> all() {
        return texts;
    }

    /** Returns whether a parameter is there without a value or as true. */
    public boolean flag(String name) {
        return value(name, Boolean.class).orElse(false);
    }

    /** Returns a parameter as a day. */
    public Optional<LocalDate> date(String name) {
        return value(name, LocalDate.class);
    }

    /** Returns a parameter as a whole number, within its declared bounds. */
    public Optional<Integer> integer(String name) {
        return number(name).map(Long::intValue);
    }

    /** Returns a parameter as a version or id. */
    public Optional<Long> number(String name) {
        return value(name, Long.class);
    }

    /** Returns a parameter as an amount in the ledger's currency. */
    public Optional<Money> amount(String name) {
        return value(name, Money.class);
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    /** Returns a parameter as what its declared choice stands for. */
    public <T> Optional<T> choice(String name, Map<String, T> choices) {
        return text(name).map(choices::get);
    }

    /** Returns the days from {@code from}, inclusive, to {@code to}, inclusive; an end that was not sent is open. */
    public DateSpan span() {
        LocalDate from = date("from").orElse(DateSpan.EARLIEST);
        LocalDate to = date("to").orElse(DateSpan.LATEST);
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
