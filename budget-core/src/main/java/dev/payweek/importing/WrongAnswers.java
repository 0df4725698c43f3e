package dev.payweek.importing;

import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds all answers that do not fit a file at once. A file is read by them, so that a wrong one hides those after it:
 * when one is refused, the file is looked at again without it, and with the first of the choices where a question is
 * open, until no answer of the caller is refused any more.
 */
final class WrongAnswers {

    private final ImportOptions options;
    private final Function<? super ImportOptions, ImportReport> importing;
    private final Map<String, String> answers;
    private final Set<String> left;
    private final Set<String> stoodInFor = new HashSet<>();
    private final List<FieldError> problems = new ArrayList<>();

    private WrongAnswers(ImportOptions options, Function<? super ImportOptions, ImportReport> importing) {
        this.options = options;
        this.importing = importing;
        this.answers = new HashMap<>(options.answers());
        this.left = new HashSet<>(answers.keySet());
    }

    /** Imports; what is refused for an answer is refused for all that are wrong. */
    static ImportReport toldAtOnce(ImportOptions options, Function<? super ImportOptions, ImportReport> importing) {
        try {
            return importing.apply(options);
        } catch (LedgerException refusal) {
            var wrong = new WrongAnswers(options, importing);
            if (!wrong.isAbout(refusal)) {
                throw refusal;
            }
            boolean more = true;
            while (more && !wrong.left.isEmpty()) {
                more = wrong.lookAgain();
            }
            throw LedgerException.invalid(wrong.problems);
        }
    }

    /** Takes note of a refusal and its answers out; returns whether it was about answers of the caller. */
    private boolean isAbout(LedgerException refusal) {
        List<FieldError> own = refusal.problems().stream()
                .filter(problem -> left.contains(problem.field()))
                .toList();
        problems.addAll(own);
        own.forEach(problem -> {
            left.remove(problem.field());
            answers.remove(problem.field());
        });
        return !own.isEmpty();
    }

    private boolean lookAgain() {
        try {
            ImportReport report = importing.apply(
                    new ImportOptions(true, options.account(), options.profile(), answers, progress -> {}));
            return report.questions().stream().map(this::standIn).toList().contains(true);
        } catch (LedgerException refusal) {
            return isAbout(refusal);
        }
    }

    private boolean standIn(Question question) {
        boolean added = !question.options().isEmpty() && stoodInFor.add(question.parameter());
        if (added) {
            answers.put(question.parameter(), question.options().get(0));
        }
        return added;
    }
}
