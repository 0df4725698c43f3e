/**
 * What the API can do, endpoint by endpoint.
 *
 * <p>Start at {@link dev.payweek.rest.endpoint.Endpoints}, the list of all. Each class declares the routes of one thing
 * with the records they take and give, and the pair of functions that turn those into the domain's values and back.
 * Decides nothing that the core should decide.
 */
package dev.payweek.rest.endpoint;
