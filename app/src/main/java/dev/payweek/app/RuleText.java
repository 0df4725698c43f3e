package dev.payweek.app;

import dev.payweek.ledger.Provenance;
import dev.payweek.rule.Explanation;
import dev.payweek.rule.RuleDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Explanations and previews in lines for the terminal. */
final class RuleText {

    private RuleText() {}

    static List<String> lines(RuleDiff diff) {
        List<String> lines = new ArrayList<>();
        lines.add(diff.moved() + " of " + diff.looked() + " expenses move"
                + (diff.kept() == 0 ? "." : ", " + diff.kept() + " stay because a person chose for them."));
        for (RuleDiff.Flow flow : diff.byCategory()) {
            lines.add(String.format(
                    "%16s  %-30s %d in, %d out", flow.change(), flow.category(), flow.arriving(), flow.leaving()));
        }
        diff.byPayPeriod().forEach(one -> {
            lines.add("From " + one.period().startInclusive() + " to "
                    + one.period().lastDay() + ":");
            one.byCategory().forEach(flow -> lines.add(String.format("%16s  %s", flow.change(), flow.category())));
        });
        for (RuleDiff.Move move : diff.moves()) {
            lines.add(String.format(
                    "%6d  %s %14s  %s: %s -> %s",
                    move.expense(),
                    move.date(),
                    move.amount(),
                    move.title(),
                    move.from(),
                    move.to().map(Object::toString).orElse("transfer")));
        }
        if (diff.moved() > diff.moves().size()) {
            lines.add("and " + (diff.moved() - diff.moves().size()) + " more");
        }
        return lines;
    }

    static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add("Expense " + explanation.expense() + " is in " + explanation.category() + ": "
                + by(explanation.provenance()) + ".");
        for (Explanation.Asked asked : explanation.rules()) {
            lines.add(String.format(
                    "%4d  %5d  %-20s  %s%s",
                    asked.rule().id(),
                    asked.rule().priority(),
                    asked.rule().name(),
                    asked.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    asked.shadowedBy().map(id -> " by " + id).orElse("")));
            for (Explanation.Compared compared : asked.comparisons()) {
                lines.add("        " + (compared.held() ? "yes  " : "no   ") + compared.comparison() + "   it has: "
                        + String.join(", ", compared.actual()));
            }
        }
        return lines;
    }

    private static String by(Provenance by) {
        return switch (by.origin()) {
            case MANUAL -> "a person chose it";
            case RULE -> "rule " + by.ruleId() + " decided, in version " + by.ruleVersion();
            case IMPORT_HINT -> "the imported file named it";
            case DEFAULT -> "no rule matched";
        };
    }
}
