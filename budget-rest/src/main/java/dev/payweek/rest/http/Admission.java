package dev.payweek.rest.http;

import java.util.Optional;

/**
 * What the head of a request says of its body, before anything of that is taken in.
 *
 * @param refusal the answer, if the request is refused whatever its body is
 * @param mostBytes how long the body may be
 */
public record Admission(Optional<Response> refusal, long mostBytes) {}
