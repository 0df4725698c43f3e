package dev.payweek.report;

import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.period.DateSpan;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An answer as the maps and lists that golden/ledgers.json has. */
final class AnswerFigures {

    private AnswerFigures() {}

    static Map<String, Object> of(Answer answer) {
        Map<String, Object> all = new LinkedHashMap<>();
        Verdict verdict = answer.verdict();
        all.put(
                "verdict",
                figures(
                        "state", word(verdict.state()),
                        "left_until_payday", verdict.leftUntilPayday(),
                        "payday", verdict.payday(),
                        "days_to_payday", verdict.daysToPayday(),
                        "safe_today", verdict.safeToday()));
        all.put("period", period(answer.period()));
        all.put("week", week(answer.week()));
        all.put(
                "pay",
                answer.pay().stream()
                        .map(row -> figures(
                                "source", row.source(),
                                "payday", row.payday(),
                                "date", row.date(),
                                "amount", row.amount(),
                                "state", word(row.state())))
                        .toList());
        all.put(
                "bills",
                answer.bills().stream()
                        .map(row -> figures(
                                "bill", row.bill(),
                                "due", row.due(),
                                "amount", row.amount(),
                                "state", word(row.state()),
                                "category", row.category()))
                        .toList());
        all.put(
                "set_asides",
                answer.setAsides().stream()
                        .map(row -> figures(
                                "set_aside", row.setAside(),
                                "amount", row.amount(),
                                "used", row.used(),
                                "due", row.due(),
                                "left", row.left(),
                                "pot", row.pot(),
                                "from_pot", row.fromPot()))
                        .toList());
        all.put(
                "categories",
                answer.categories().stream().map(AnswerFigures::category).toList());
        return all;
    }

    private static Map<String, Object> period(PeriodFigures own) {
        Map<String, Object> all = span(own.period().span());
        all.putAll(figures(
                "days_left", own.daysLeft(),
                "carried_in", own.carriedIn(),
                "income", own.income(),
                "committed", own.committed(),
                "still_due", own.stillDue(),
                "paid_out", own.paidOut(),
                "planned", own.planned(),
                "discretionary", own.discretionary(),
                "spent", own.spent(),
                "upcoming", own.upcoming(),
                "left", own.left(),
                "safe_to_spend_per_day", own.safePerDay(),
                "share_spent", own.shareSpent(),
                "pace", pace(own.pace())));
        return all;
    }

    private static Map<String, Object> week(WeekFigures own) {
        Map<String, Object> all = span(own.week().span());
        all.putAll(figures(
                "days_left", own.daysLeft(),
                "allowance", own.allowance(),
                "spent", own.spent(),
                "upcoming", own.upcoming(),
                "left", own.left(),
                "safe_to_spend_per_day", own.safePerDay(),
                "share_spent", own.shareSpent(),
                "pace", pace(own.pace())));
        return all;
    }

    private static Map<String, Object> pace(Pace own) {
        return figures("expected_by_now", own.expectedByNow(), "ahead_by", own.aheadBy(), "projected", own.projected());
    }

    private static Map<String, Object> category(CategoryRow row) {
        Map<String, Object> all = figures(
                "category", row.category(),
                "discretionary", row.discretionary(),
                "count", row.count(),
                "share", row.share(),
                "week", stretch(row.week()),
                "period", stretch(row.period()));
        List<Map<String, Object>> children =
                row.children().stream().map(AnswerFigures::category).toList();
        if (!children.isEmpty()) {
            all.put("children", children);
        }
        return all;
    }

    private static Map<String, Object> stretch(CategoryRow.Stretch own) {
        return figures(
                "spent", own.spent(),
                "limit", own.limit().map(CategoryRow.Limit::amount),
                "carry_in", own.limit().map(CategoryRow.Limit::carryIn),
                "left", own.left(),
                "status", own.status().map(AnswerFigures::word));
    }

    static Map<String, Object> of(PeriodRow row) {
        Map<String, Object> all = span(row.span());
        all.putAll(figures(
                "carried_in", row.carriedIn(),
                "income", row.income(),
                "committed", row.committed(),
                "discretionary", row.discretionary(),
                "spent", row.spent(),
                "left", row.left()));
        return all;
    }

    static Map<String, Object> of(WeekRow row) {
        Map<String, Object> all = span(row.span());
        all.putAll(figures("allowance", row.allowance(), "spent", row.spent(), "left", row.left()));
        return all;
    }

    private static Map<String, Object> span(DateSpan span) {
        return figures("start", span.startInclusive(), "end", span.endExclusive(), "days", span.days());
    }

    private static Map<String, Object> figures(Object... namesAndValues) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1] instanceof Optional<?> maybe
                    ? maybe.<Object>map(own -> own).orElse("")
                    : namesAndValues[i + 1];
            if (!value.equals("")) {
                all.put(namesAndValues[i].toString(), plain(value));
            }
        }
        return all;
    }

    private static Object plain(Object value) {
        if (value instanceof Money money) {
            return money.decimal();
        }
        if (value instanceof Ratio ratio) {
            return ratio.decimal();
        }
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        return value instanceof Boolean || value instanceof Map<?, ?> ? value : value.toString();
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
