/**
 * The REST API and the web page over HTTP.
 *
 * <p>Start at {@link dev.payweek.http.HttpServer}: one handler of Javalin's takes every request. {@code Exchange} turns
 * it into a request of {@code dev.payweek.rest} and writes the answer; {@code Site} answers for the page, the API's
 * documentation and what they load; {@code ServerErrors} speaks when Jetty refuses a request before anybody has seen
 * it.
 *
 * <p>A transport carries, it does not decide: what a request means, who may send it and what is wrong with it is known
 * to {@code dev.payweek.rest} alone. This package must not know the budget, the store, or how amounts are written.
 */
package dev.payweek.http;
