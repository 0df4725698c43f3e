package dev.payweek.app;

import dev.payweek.rest.json.Json;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event of the log as one line, whatever it holds: JSON, or a text for a terminal. What the event is comes first,
 * then its fields in the order of their names.
 *
 * <p>Of a failure the log has the classes and the places in the code, and not the messages, which may quote an amount
 * or a payee; these only at the level {@code debug}.
 */
final class LogLine {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MOST_FRAMES = 30;
    private static final int MOST_CAUSES = 5;

    private LogLine() {}

    /** Returns an event as an object of JSON. */
    static String json(LogRecord event, boolean withMessages) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", time(event).toString());
        line.put("level", level(event.getLevel()));
        line.put("event", name(event));
        line.putAll(fields(event, withMessages));
        return Json.text(line);
    }

    /** Returns an event for a person at a terminal, who is shown no control characters. */
    static String text(LogRecord event, boolean withMessages) {
        String fields = fields(event, withMessages).entrySet().stream()
                .map(field -> " " + field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining());
        String text = CLOCK.format(event.getInstant().atZone(ZoneId.systemDefault())) + " "
                + level(event.getLevel()).toUpperCase(Locale.ROOT) + " " + name(event) + fields;
        return text.replace("\n", "\\n").replaceAll("\\p{Cntrl}", "?");
    }

    private static Instant time(LogRecord event) {
        return event.getInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "error";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "warn";
        }
        return level.intValue() >= Level.INFO.intValue() ? "info" : "debug";
    }

    /** An event of our own names itself before its fields; one of a library is its message. */
    private static String name(LogRecord event) {
        String message = String.valueOf(event.getMessage());
        Object[] values = event.getParameters();
        if (values == null || values.length == 0) {
            return message;
        }
        return hasFields(event) ? message.replace("{0}", "").strip() : MessageFormat.format(message, values);
    }

    private static boolean hasFields(LogRecord event) {
        Object[] values = event.getParameters();
        return values != null && values.length == 1 && values[0] instanceof Map;
    }

    private static Map<String, Object> fields(LogRecord event, boolean withMessages) {
        Map<String, Object> fields = new TreeMap<>();
        if (hasFields(event)) {
            ((Map<?, ?>) event.getParameters()[0]).forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        Throwable failure = event.getThrown();
        if (failure != null) {
            fields.put("failure", failure(failure, withMessages));
            fields.put("at", at(failure));
        }
        return fields;
    }

    private static String failure(Throwable failure, boolean withMessages) {
        StringJoiner chain = new StringJoiner(" by ");
        int left = MOST_CAUSES;
        for (Throwable one = failure; one != null && left > 0; one = one.getCause()) {
            chain.add(withMessages ? one.toString() : one.getClass().getName());
            left--;
        }
        return chain.toString();
    }

    private static String at(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .limit(MOST_FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
