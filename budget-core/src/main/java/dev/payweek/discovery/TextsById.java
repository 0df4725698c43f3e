package dev.payweek.discovery;

import java.util.Optional;
import java.util.function.Consumer;

/** Entries' texts by the entry's id: nothing but references, since there may be a million. For one thread. */
final class TextsById {

    private static final int LEAST = 1 << 10;

    private Text[] places = new Text[LEAST];
    private int size;

    Optional<Text> find(long id) {
        return Optional.ofNullable(places[place(id)]);
    }

    void put(Text text) {
        int place = place(text.id());
        if (places[place] == null && ++size * 2 > places.length) {
            Text[] before = places;
            places = new Text[before.length * 2];
            for (Text one : before) {
                if (one != null) {
                    places[place(one.id())] = one;
                }
            }
            place = place(text.id());
        }
        places[place] = text;
    }

    /** Closes the gap, so that whatever had to give way to the one that goes is still found. */
    void remove(long id) {
        int free = place(id);
        if (places[free] == null) {
            return;
        }
        size--;
        for (int at = next(free); places[at] != null; at = next(at)) {
            int home = home(places[at].id());
            boolean mayStay = free <= at ? (free < home && home <= at) : (free < home || home <= at);
            if (!mayStay) {
                places[free] = places[at];
                free = at;
            }
        }
        places[free] = null;
    }

    void forEach(Consumer<Text> action) {
        for (Text text : places) {
            if (text != null) {
                action.accept(text);
            }
        }
    }

    /** Ids ascend one by one, so that what is next to each other there is so here. */
    private int home(long id) {
        return (int) (id & (places.length - 1));
    }

    private int next(int place) {
        return (place + 1) & (places.length - 1);
    }

    /** Where the text of that id is, or where there is room for it. */
    private int place(long id) {
        int place = home(id);
        while (places[place] != null && places[place].id() != id) {
            place = next(place);
        }
        return place;
    }
}
