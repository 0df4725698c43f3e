/**
 * Records as JSON and back.
 *
 * <p>A record of the API is written by {@link dev.payweek.rest.json.Json}, read by {@link
 * dev.payweek.rest.json.ShapeReader} and described by {@link dev.payweek.rest.json.JsonSchema}, all three by the same
 * rules. {@link dev.payweek.rest.json.Problem} is what goes wrong. Knows no endpoint.
 */
package dev.payweek.rest.json;
