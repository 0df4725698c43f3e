package dev.payweek.app;

import dev.payweek.http.CannotListen;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.http.ErrorTranslation;
import dev.payweek.rest.json.Json;
import dev.payweek.rest.json.Problem;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * How a command says that it failed: a sentence for each thing that is wrong, or under {@code --json} the problem
 * document that the API would answer with.
 */
record Failure(PrintWriter err, boolean json) {

    static final int CODE = 1;

    /** Something is not as the command wants it; ends with this code, but for scripts always with 1. */
    int misunderstood(String sentence, String help, int code) {
        if (json) {
            print(Problem.of(400, "usage", sentence(sentence)));
            return CODE;
        }
        err.println(sentence(sentence) + " See " + help + ".");
        return code;
    }

    /** Says what went wrong and returns the exit code. */
    int report(Exception failure) {
        if (failure instanceof Output.Failed failed && failed.readerHasGone()) {
            return CODE;
        }
        if (failure instanceof ApiOutput.Refused refused) {
            List<String> lines = json ? List.of(String.valueOf(refused.getMessage())) : refused.sentences();
            lines.forEach(err::println);
        } else if (json) {
            print(problem(failure));
        } else if (failure instanceof LedgerException refusal) {
            List<String> others =
                    refusal.problems().stream().skip(1).map(FieldError::message).toList();
            err.println(sentence(refusal.getMessage()));
            others.forEach(other -> err.println(sentence(other)));
        } else if (isOrdinary(failure)) {
            err.println(sentence(String.valueOf(failure.getMessage())));
        }
        if (isFault(failure)) {
            err.println("Something went wrong that should not have:");
            failure.printStackTrace(err);
        }
        return CODE;
    }

    /** What the world outside does: files that cannot be read, a port that is taken. */
    private static boolean isOrdinary(Exception failure) {
        return failure instanceof UncheckedIOException
                || failure instanceof CannotListen
                || failure instanceof Output.Failed;
    }

    private boolean isFault(Exception failure) {
        return !json
                && !isOrdinary(failure)
                && !(failure instanceof LedgerException)
                && !(failure instanceof ApiOutput.Refused);
    }

    private static Problem problem(Exception failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof LedgerException refusal) {
            return ErrorTranslation.problem(refusal);
        }
        return isOrdinary(failure)
                ? Problem.of(500, "failed", sentence(String.valueOf(failure.getMessage())))
                : Problem.of(500, "internal", "Something went wrong that should not have: " + failure);
    }

    private void print(Problem problem) {
        err.println(Json.text(problem.body("terminal")));
    }

    private static String sentence(String message) {
        String line = message.lines().findFirst().orElse("It failed").strip();
        return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
    }
}
