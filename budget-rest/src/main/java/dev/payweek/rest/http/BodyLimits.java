package dev.payweek.rest.http;

/**
 * How much a request may bring.
 *
 * @param jsonBytes the most bytes of a JSON body, inclusive
 * @param fileBytes the most bytes of a bank's file, inclusive
 */
public record BodyLimits(int jsonBytes, long fileBytes) {
    /** One million bytes of JSON, twenty of a file. */
    public static final BodyLimits STANDARD = new BodyLimits(1_000_000, 20_000_000);
}
