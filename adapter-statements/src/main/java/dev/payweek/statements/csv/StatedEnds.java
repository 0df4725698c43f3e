package dev.payweek.statements.csv;

import dev.payweek.statement.StatementSink;
import dev.payweek.statements.csv.StatedFigure.Remark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The balances that a file states apart from its movements: whether the movements lead from the first to the last, and
 * what the account held on which day.
 */
final class StatedEnds {

    private final List<StatedFigure> balances = new ArrayList<>();
    private final Reckoned all;
    private final SignRule sign;

    /**
     * Creates the balances, each once.
     *
     * @param stated all that are stated, in the order of the file
     * @param all what the movements of the file come to
     * @param sign how the signs of its amounts were understood
     */
    StatedEnds(List<StatedFigure> stated, Reckoned all, SignRule sign) {
        for (StatedFigure figure : stated) {
            if (balances.stream().noneMatch(other -> isSame(other, figure))) {
                balances.add(figure);
            }
        }
        this.all = all;
        this.sign = sign;
    }

    /** A bank may state one balance twice, be it in another currency: {@code Solde (FRANCS)}. */
    private static boolean isSame(StatedFigure one, StatedFigure other) {
        int bracket = one.label().indexOf('(');
        boolean ends = one.isOpening() != other.isOpening() || one.isClosing() != other.isClosing();
        return (!ends && one.value().compareTo(other.value()) == 0)
                || (bracket > 0 && other.label().startsWith(one.label().substring(0, bracket + 1)));
    }

    /** Returns a balance that stands at neither end of the file's own running balance. */
    Optional<Remark> besideRunning(List<BigDecimal> running) {
        return balances.stream()
                .filter(figure -> running.stream().noneMatch(own -> own.compareTo(figure.value()) == 0))
                .findFirst()
                .map(figure -> new Remark(
                        figure.line(),
                        figure.named() + ", which is neither the first nor the last balance beside the movements."));
    }

    /** Returns what to say where the movements do not lead from one balance to the other. */
    Optional<Remark> remark() {
        Optional<StatedFigure> opening = only(true);
        Optional<StatedFigure> closing = only(false);
        if (opening.isPresent() && closing.isPresent()) {
            return between(opening.get(), closing.get());
        }
        if (balances.size() < 2 || isAnyPair() || follow(1) || follow(-1)) {
            return Optional.empty();
        }
        return Optional.of(differ(balances.get(0), balances.get(balances.size() - 1)));
    }

    private Optional<Remark> between(StatedFigure opening, StatedFigure closing) {
        BigDecimal rise = closing.value().subtract(opening.value());
        if (rise.compareTo(all.sum()) == 0 || (isOwed(rise) && isWayKnown()) || follow(1) || follow(-1)) {
            return Optional.empty();
        }
        return Optional.of(
                isOwed(rise)
                        ? new Remark(
                                closing.line(),
                                "From " + opening.value().toPlainString() + " to "
                                        + closing.value().toPlainString()
                                        + " the balance changes by " + rise.toPlainString()
                                        + ", but the movements come to "
                                        + all.sum().toPlainString()
                                        + "; unless the balances are what is owed, money in and out may be mixed up.")
                        : differ(opening, closing));
    }

    private Remark differ(StatedFigure first, StatedFigure last) {
        return new Remark(
                last.line(),
                "The balances " + first.value().toPlainString() + " and "
                        + last.value().toPlainString() + " differ by "
                        + last.value().subtract(first.value()).abs().toPlainString()
                        + ", but the movements come to " + all.sum().toPlainString() + "; some may be missing.");
    }

    /** A card's balance is what is owed, so that it rises by what goes out. */
    private boolean isOwed(BigDecimal rise) {
        return rise.signum() != 0 && rise.negate().compareTo(all.sum()) == 0;
    }

    /** Returns whether more than the bare signs of the amounts says which way they went. */
    private boolean isWayKnown() {
        return sign != SignRule.AS_WRITTEN && sign != SignRule.BY_BALANCE;
    }

    private boolean isOfCard() {
        return sign == SignRule.INVERTED || sign == SignRule.INVERTED_BUT_REFUNDS;
    }

    private Optional<StatedFigure> only(boolean opening) {
        List<StatedFigure> found = balances.stream()
                .filter(figure -> opening ? figure.isOpening() : figure.isClosing())
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private boolean isAnyPair() {
        return balances.stream()
                .anyMatch(one -> balances.stream()
                        .anyMatch(other -> one.value().add(all.sum().abs()).compareTo(other.value()) == 0));
    }

    /** Balances between the movements, as some banks print them day by day, follow from those between them. */
    private boolean follow(int way) {
        for (int i = 1; i < balances.size(); i++) {
            BigDecimal rise =
                    balances.get(i).value().subtract(balances.get(i - 1).value());
            BigDecimal moved = balances.get(i)
                    .before()
                    .since(balances.get(i - 1).before())
                    .sum()
                    .multiply(BigDecimal.valueOf(way));
            if (rise.compareTo(moved) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Gives what the account held before its first movement and after its last one. What is only called a balance
     * counts on the day beside it; one that is named as the opening or closing one needs none.
     */
    void give(LocalDate first, LocalDate last, StatementSink sink) {
        Optional<StatedFigure> opening = only(true);
        Optional<StatedFigure> closing = only(false);
        boolean both = opening.isPresent() && closing.isPresent();
        boolean owed =
                both ? isOwed(closing.get().value().subtract(opening.get().value())) : isOfCard();
        if (owed && !isWayKnown()) {
            return;
        }
        opening.ifPresent(figure -> sink.opening(first, held(figure, owed)));
        closing.filter(figure -> figure.day().filter(last::isAfter).isEmpty())
                .ifPresent(figure -> sink.balance(figure.day().orElse(last), held(figure, owed)));
        balances.stream()
                .filter(figure -> !figure.isOpening() && !figure.isClosing())
                .forEach(figure -> figure.day()
                        .filter(day -> day.isBefore(first) || !day.isBefore(last) || (balances.size() > 2 && follow(1)))
                        .ifPresent(day -> sink.balance(day, held(figure, owed))));
    }

    private static BigDecimal held(StatedFigure figure, boolean owed) {
        return owed ? figure.value().negate() : figure.value();
    }
}
