package dev.payweek.rest.json;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what is wrong in the parts of a body, so that its sender learns of all of it at once. */
public final class Faults {

    private final List<Problem.Detail> found = new ArrayList<>();

    /** Creates an empty collection. */
    public Faults() {}

    /**
     * Reads a part; absent when it is refused, which is noted.
     *
     * @param pointer where the part stands in the body, which goes before every pointer of the refusal
     */
    public <T> Optional<T> read(String pointer, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (Problem problem) {
            if (problem.status() != 422 || problem.errors().isEmpty()) {
                throw problem;
            }
            problem.errors().forEach(one -> note(pointer + one.pointer(), one.code(), one.message()));
        } catch (LedgerException refusal) {
            note(pointer, refusal);
        }
        return Optional.empty();
    }

    /** As {@link #read}, for a part that is one value, whatever the core calls it. */
    public <T> Optional<T> readAt(String pointer, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (LedgerException refusal) {
            if (refusal.reason() != Reason.INVALID) {
                throw refusal;
            }
            refusal.problems().forEach(one -> note(pointer, one.code(), one.message()));
            return Optional.empty();
        }
    }

    /** Returns what could be read, and notes what could not. */
    public <T extends Record> T note(ShapeReader.Reading<T> reading) {
        found.addAll(reading.problems());
        return reading.value();
    }

    private void note(String pointer, LedgerException refusal) {
        switch (refusal.reason()) {
            case INVALID, NOT_FOUND, CONFLICT -> {
                if (refusal.problems().isEmpty()) {
                    note(pointer, "invalid", refusal.getMessage());
                }
                refusal.problems()
                        .forEach(one -> note(
                                one.field().isEmpty() ? pointer : pointer + "/" + one.field(),
                                one.code(),
                                one.message()));
            }
            // A store that is full or out of reach is no fault of the body.
            default -> throw refusal;
        }
    }

    /** Notes what is wrong at a place in the body. */
    public void note(String pointer, String code, String message) {
        found.add(new Problem.Detail(pointer, code, message));
    }

    /** Returns what was noted, each once. */
    public List<Problem.Detail> all() {
        return found.stream().distinct().toList();
    }

    /**
     * Returns when nothing is wrong.
     *
     * @throws Problem with status 422 and all that was noted, each once
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Problem.of(422, "invalid", all());
        }
    }
}
