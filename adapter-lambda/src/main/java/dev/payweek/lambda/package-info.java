/**
 * AWS Lambda carries the REST API.
 *
 * <p>Start at {@link dev.payweek.lambda.PayweekHandler}, which Lambda creates once for each instance and calls for each
 * event. A {@code Deployment} is what the environment says. A {@code Carrier} reads the request out of an event and
 * writes the answer in kind: {@code PayloadTwo} for HTTP APIs and function URLs, {@code PayloadOne} for REST APIs,
 * {@code LoadBalancer} for application load balancers; what they share is in {@code Address}, {@code Members} and
 * {@code Envelope}.
 *
 * <p>Knows no endpoint, no store and no format of a bank: stores and formats are found by {@link
 * java.util.ServiceLoader}. Everything expensive happens while an instance starts, which Lambda runs at full speed
 * whatever the function's size.
 */
package dev.payweek.lambda;
