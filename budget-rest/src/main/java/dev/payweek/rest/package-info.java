/**
 * The REST API as data.
 *
 * <p>Start at {@link dev.payweek.rest.PayweekApi}: a request in, an answer out. The endpoints are declared in {@code
 * dev.payweek.rest.endpoint}; HTTP without a server is in {@code dev.payweek.rest.http}. Knows no server and no store.
 */
package dev.payweek.rest;
