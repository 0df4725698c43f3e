package dev.payweek.discovery;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Things by their number: nothing but references, since there may be a million. For one thread.
 *
 * @param <T> what is found by a number of its own
 */
final class ByNumber<T extends ByNumber.Numbered> {

    /** What has a number; numbers of which the last bits differ are found at once. */
    interface Numbered {

        long number();
    }

    private static final int LEAST = 1 << 10;

    private Numbered[] places = new Numbered[LEAST];
    private int size;

    Optional<T> find(long number) {
        return Optional.ofNullable(at(place(number)));
    }

    @SuppressWarnings("unchecked") // only put writes there
    private @Nullable T at(int place) {
        return (T) places[place];
    }

    void put(T thing) {
        int place = place(thing.number());
        if (places[place] == null && ++size * 2 > places.length) {
            Numbered[] before = places;
            places = new Numbered[before.length * 2];
            for (Numbered one : before) {
                if (one != null) {
                    places[place(one.number())] = one;
                }
            }
            place = place(thing.number());
        }
        places[place] = thing;
    }

    /** Closes the gap, so that whatever had to give way to the one that goes is still found. */
    void remove(long number) {
        int free = place(number);
        if (places[free] == null) {
            return;
        }
        size--;
        for (int at = next(free); places[at] != null; at = next(at)) {
            int home = home(places[at].number());
            boolean mayStay = free <= at ? (free < home && home <= at) : (free < home || home <= at);
            if (!mayStay) {
                places[free] = places[at];
                free = at;
            }
        }
        places[free] = null;
    }

    void forEach(Consumer<? super T> action) {
        for (int place = 0; place < places.length; place++) {
            T thing = at(place);
            if (thing != null) {
                action.accept(thing);
            }
        }
    }

    /** Numbers often ascend one by one, so that what is next to each other there is so here. */
    private int home(long number) {
        return (int) (number & (places.length - 1));
    }

    private int next(int place) {
        return (place + 1) & (places.length - 1);
    }

    /** Where the thing of that number is, or where there is room for it. */
    private int place(long number) {
        int place = home(number);
        while (places[place] != null && places[place].number() != number) {
            place = next(place);
        }
        return place;
    }
}
