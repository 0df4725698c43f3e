/**
 * HTTP without a server: {@code Request → Response}.
 *
 * <p>Start at {@link dev.payweek.rest.http.Route}, which declares an endpoint once, and {@link
 * dev.payweek.rest.http.RouteTable}, which finds the one a request means. A handler works with a {@link
 * dev.payweek.rest.http.Call}. Knows no transport and no endpoint in particular.
 */
package dev.payweek.rest.http;
