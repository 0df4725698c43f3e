package dev.payweek.rest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.ShapeReader;
import dev.payweek.rest.json.StandIn;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong with a body, gathered while its handler goes on with something that stands in for it, so that what else
 * is wrong is found too, and reported beside what is wrong with the query. A handler never ends well with it: see
 * {@link #refuseIfAny}. For one thread.
 */
final class BodyFaults {

    private final List<Problem.Detail> ofQuery;
    private final StandIn standIn;
    private final List<Problem.Detail> unread = new ArrayList<>();
    private final List<Problem.Detail> found = new ArrayList<>();

    BodyFaults(List<Problem.Detail> ofQuery, StandIn standIn) {
        this.ofQuery = ofQuery;
        this.standIn = standIn;
    }

    <T extends Record> T read(JsonNode tree, Class<T> shape, Currency amounts, String pointer) {
        ShapeReader.Reading<T> reading = ShapeReader.reading(tree, shape, amounts, pointer, standIn);
        unread.addAll(reading.problems());
        return reading.value();
    }

    void note(List<Problem.Detail> faults) {
        found.addAll(faults);
    }

    /** Notes what a handler ended with; what is not there, or cannot be done now, says nothing of the body. */
    void noteEnd(RuntimeException refusal) {
        if (refusal instanceof LedgerException ledger && ledger.reason() == Reason.INVALID) {
            noteEnd(ErrorTranslation.problem(ledger));
        } else if (refusal instanceof Problem problem && problem.status() == 422) {
            List<Problem.Detail> errors = problem.errors().isEmpty()
                    ? List.of(new Problem.Detail("", "invalid", problem.detail()))
                    : problem.errors();
            List<Problem.Detail> before = List.copyOf(found);
            errors.stream().filter(one -> !concernsAny(one, before)).forEach(found::add);
        } else if (refusal instanceof Problem problem
                && problem.errors().isEmpty()
                && (problem.status() == 400 || problem.status() == 415)) {
            found.add(new Problem.Detail("", problem.code(), problem.detail()));
        }
    }

    boolean isEmpty() {
        return ofQuery.isEmpty() && unread.isEmpty() && found.isEmpty();
    }

    boolean isRead() {
        return unread.isEmpty();
    }

    /**
     * Returns when nothing is wrong.
     *
     * @throws Problem with what is, and status 422; 400 if it is the query, too
     */
    void refuseIfAny() {
        if (!isEmpty()) {
            throw problem(this);
        }
    }

    /**
     * Returns the problem of all that is wrong: what cannot be read, and what was found whatever stood in its place.
     *
     * @param other what was found when something else stood there
     */
    Problem problem(BodyFaults other) {
        Stream<Problem.Detail> lasting =
                found.stream().filter(one -> other.found.contains(one) && !concernsAny(one, unread));
        List<Problem.Detail> ofBody =
                Stream.concat(unread.stream(), lasting).distinct().toList();
        return ofQuery.isEmpty()
                ? Problem.of(422, "invalid", ofBody)
                : Problem.of(
                        400,
                        "bad_query",
                        Stream.concat(ofQuery.stream(), ofBody.stream()).toList());
    }

    /** Whether it is said of what others are said of, of a part of it, or of a whole that it is a part of. */
    private static boolean concernsAny(Problem.Detail one, List<Problem.Detail> others) {
        String place = one.pointer() + "/";
        return others.stream()
                .map(other -> other.pointer() + "/")
                .anyMatch(other -> place.startsWith(other) || other.startsWith(place));
    }
}
