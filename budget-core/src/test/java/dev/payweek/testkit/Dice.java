package dev.payweek.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Random values of one case. The same seed gives the same values on every machine. */
public final class Dice {

    private final Random random;
    private final long seed;

    /** Creates dice of a seed. */
    public Dice(long seed) {
        random = new Random(seed);
        this.seed = seed;
    }

    /** Returns the seed they were made of. */
    public long seed() {
        return seed;
    }

    /** Returns a number between the two, both inclusive, small ranges evenly. */
    public long between(long lowest, long highest) {
        long size = highest - lowest + 1;
        return size <= 0 ? random.nextLong() : lowest + Math.floorMod(random.nextLong(), size);
    }

    /** Returns a number between the two, both inclusive. */
    public int between(int lowest, int highest) {
        return (int) between((long) lowest, (long) highest);
    }

    /** Tells yes in so many cases of a hundred. */
    public boolean percent(int yes) {
        return between(1, 100) <= yes;
    }

    /** Returns one of the values. */
    @SafeVarargs
    public final <T> T oneOf(T... values) {
        return values[between(0, values.length - 1)];
    }

    /** Returns one of the values. */
    public <T> T oneOf(List<T> values) {
        return values.get(between(0, values.size() - 1));
    }

    /** Returns the value in half of the cases. */
    public <T> Optional<T> maybe(Supplier<T> value) {
        return percent(50) ? Optional.of(value.get()) : Optional.empty();
    }

    /** Returns a list of so many to so many values, both inclusive. */
    public <T> List<T> listOf(int fewest, int most, Supplier<T> value) {
        List<T> values = new ArrayList<>();
        int size = between(fewest, most);
        for (int i = 0; i < size; i++) {
            values.add(value.get());
        }
        return values;
    }

    /** Returns the values in another order. */
    public <T> List<T> shuffled(List<T> values) {
        List<T> others = new ArrayList<>(values);
        Collections.shuffle(others, random);
        return others;
    }

    /** Returns a day between the two, both inclusive. */
    public LocalDate day(LocalDate earliest, LocalDate latest) {
        return LocalDate.ofEpochDay(between(earliest.toEpochDay(), latest.toEpochDay()));
    }
}
