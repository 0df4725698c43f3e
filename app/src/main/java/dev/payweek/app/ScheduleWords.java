package dev.payweek.app;

import dev.payweek.budget.BudgetView;
import dev.payweek.period.PaySchedule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pay schedule as it is typed: the core's words, with what is expected as any other amount is typed. */
final class ScheduleWords {

    /** An amount reaches up to what parts it from what follows, where its own commas part nothing. */
    private static final Pattern EXPECTING = Pattern.compile("(?i)(?<=[;,\\s])(expecting\\s+)([^;]+?)"
            + "(?=;|$|(?<!\\s),?\\s++(?:none|preceding|following|nearest|tolerance|holidays)\\b)");

    private ScheduleWords() {}

    static PaySchedule in(BudgetView view, String words) {
        return PaySchedule.parse(EXPECTING
                .matcher(words)
                .replaceAll(part -> Matcher.quoteReplacement(part.group(1) + AmountText.in(view, part.group(2)))));
    }
}
