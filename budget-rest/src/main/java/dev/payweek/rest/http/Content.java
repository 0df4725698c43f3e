package dev.payweek.rest.http;

/**
 * What a body holds.
 *
 * @param mediaType such as {@code "application/json"}
 * @param shape the record it is written as
 * @param form whether it is one of them or an array
 */
public record Content(String mediaType, Class<?> shape, Form form) {
    /** How many there are of a shape. */
    public enum Form {
        /** One. */
        ONE,
        /** An array of any number. */
        MANY,
        /** One alone or an array. */
        ONE_OR_MANY
    }

    /** JSON, the media type of nearly everything here. */
    public static final String JSON = "application/json";

    /** Returns bytes whose media type depends on what was asked for. */
    public static Content anything() {
        return new Content("*/*", String.class, Form.ONE);
    }

    /** Returns text of the media type. */
    public static Content text(String mediaType) {
        return new Content(mediaType, String.class, Form.ONE);
    }

    /** Returns one JSON object of the shape. */
    public static Content one(Class<?> shape) {
        return new Content(JSON, shape, Form.ONE);
    }

    /** Returns a JSON array of the shape. */
    public static Content many(Class<?> shape) {
        return new Content(JSON, shape, Form.MANY);
    }

    /** Returns one JSON object of the shape, or a JSON array of them. */
    public static Content oneOrMany(Class<?> shape) {
        return new Content(JSON, shape, Form.ONE_OR_MANY);
    }
}
