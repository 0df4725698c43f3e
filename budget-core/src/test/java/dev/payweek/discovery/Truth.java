package dev.payweek.discovery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What really is behind some entries of a made-up household. */
final class Truth {

    enum What {
        PAY,
        IRREGULAR,
        BILL,
        YEARLY
    }

    final What what;
    final String name;
    final List<Long> ids = new ArrayList<>();
    final List<LocalDate> days = new ArrayList<>();
    final List<Long> amounts = new ArrayList<>();
    /** The days on which it was to come, those on which it did not among them. */
    final List<LocalDate> planned = new ArrayList<>();

    /** The days of this and the next year on which it comes, planned or by the bank. */
    final List<LocalDate> next = new ArrayList<>();

    final List<LocalDate> changes = new ArrayList<>();
    int least = 3;
    /** How many planned days have come and gone since it ended. */
    int gone;

    boolean byHand;

    /** Whether it was seen so often that anybody could know of it. */
    boolean isSeen() {
        return amounts.stream().filter(sum -> sum > 0).count() >= least;
    }

    boolean stopped() {
        return gone >= 2;
    }

    /** Whether the amount stays until it becomes another. */
    boolean fixed() {
        List<Long> sums = amounts.stream().filter(sum -> sum > 0).distinct().toList();
        return sums.size() <= 2;
    }

    long lastAmount() {
        return amounts.stream()
                .filter(sum -> sum > 0)
                .reduce((one, later) -> later)
                .orElse(0L);
    }

    long median() {
        List<Long> sums = amounts.stream().filter(sum -> sum > 0).sorted().toList();
        return sums.isEmpty() ? 0 : sums.get(sums.size() / 2);
    }

    /** How many days it is from one planned day to the next, on the average. */
    int gap() {
        long life = planned.isEmpty()
                ? 0
                : planned.get(planned.size() - 1).toEpochDay() - planned.get(0).toEpochDay();
        return planned.size() < 2 ? 14 : Math.toIntExact(life / (planned.size() - 1));
    }

    long perMonth() {
        List<Long> numbers = days.stream().map(LocalDate::toEpochDay).distinct().toList();
        long life = numbers.get(numbers.size() - 1) - numbers.get(0);
        long gap = numbers.size() < 2 ? 30 : life / (numbers.size() - 1);
        return amounts.stream().mapToLong(sum -> sum).sum() * 30 / (life + gap);
    }

    Truth(What what, String name) {
        this.what = what;
        this.name = name;
    }
}
