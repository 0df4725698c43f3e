package dev.payweek.discovery;

import dev.payweek.money.Money;
import dev.payweek.plan.Discovery.Kind;
import dev.payweek.plan.Discovery.State;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** What is said of a stream: who, how much, when, how often it held, and what else was looked at. Immutable. */
final class Sentences {

    private final Currency currency;
    private final String name;
    private final Found one;
    private final Optional<PlannedDays> days;

    Sentences(Currency currency, String name, Found one, Optional<PlannedDays> days) {
        this.currency = currency;
        this.name = name;
        this.one = one;
        this.days = days;
    }

    /** An amount without its currency: 1,680.00. */
    static String plain(Money amount) {
        StringBuilder plain = new StringBuilder(amount.decimal().toPlainString());
        int point = plain.indexOf(".") < 0 ? plain.length() : plain.indexOf(".");
        int first = plain.charAt(0) == '-' ? 1 : 0;
        for (int at = point - 3; at > first; at -= 3) {
            plain.insert(at, ',');
        }
        return plain.toString();
    }

    private String plain(long minor) {
        return plain(Money.ofMinor(minor, currency));
    }

    String says() {
        Stream stream = one.stream();
        Levels levels = stream.levels();
        boolean pay = one.kind() == Kind.PAY_SOURCE || one.kind() == Kind.IRREGULAR_INCOME;
        String amount = levels.fixed() || levels.least() == levels.most()
                ? plain(levels.amount())
                : "between " + plain(levels.least()) + " and " + plain(levels.most());
        if (days.isEmpty()) {
            return name + " pays " + amount + " on no regular days: "
                    + stream.rows().size() + " payments, last "
                    + day(stream.last().day()) + ".";
        }
        StringBuilder says = new StringBuilder(name)
                .append(pay ? " pays " : " takes ")
                .append(amount)
                .append(' ')
                .append(Phrases.schedule(stream.fit().lattice()))
                .append(": ")
                .append(stream.hits())
                .append(" of ")
                .append(stream.hits() + stream.misses())
                .append(pay ? " paydays" : " times");
        if (!stream.beside().isEmpty()) {
            says.append(", ").append(stream.beside().size()).append(" beside them");
        }
        says.append(", last ").append(day(stream.last().day()));
        if (one.state() == State.STOPPED) {
            says.append(", none since");
        } else {
            days.get().next().stream()
                    .findFirst()
                    .ifPresent(next -> says.append(", next ").append(next));
        }
        says.append('.');
        levels.changes().stream()
                .reduce((first, last) -> last)
                .ifPresent(step -> says.append(" From ")
                        .append(plain(step.from()))
                        .append(" to ")
                        .append(plain(step.to()))
                        .append(" on ")
                        .append(day(step.day()))
                        .append('.'));
        return says.toString();
    }

    /** Why this plan and not the next best. */
    Optional<String> instead() {
        Fit fit = one.stream().fit();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        String assumed =
                days.get().assumed() ? " What becomes of a weekend was not seen yet; the usual is assumed." : "";
        Optional<String> other = one.stream().second().fit().map(second -> {
            String words = Phrases.schedule(second.lattice()) + " fits " + counts(second);
            boolean close = (second.cost() - fit.cost()) / 10 <= 0;
            return close
                    ? words + ", this " + counts(fit) + ": one more payment will decide."
                    : words + "; this " + counts(fit) + ".";
        });
        return other.map(words -> words + assumed)
                .or(() -> Optional.of(assumed.strip()).filter(words -> !words.isEmpty()));
    }

    /** What speaks for a schedule and against it: "6 of 7 payments, 1 planned day without one, 3 days off in all". */
    private static String counts(Fit fit) {
        String hits = fit.hits() + " of " + (fit.hits() + fit.extras()) + " payments";
        String misses = fit.misses() == 0
                ? ""
                : ", " + fit.misses() + (fit.misses() == 1 ? " planned day" : " planned days") + " without one";
        String off = fit.off() == 0 ? "to the day" : fit.off() + (fit.off() == 1 ? " day" : " days") + " off in all";
        return hits + misses + ", " + off;
    }

    private static LocalDate day(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
