package dev.payweek.store;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A kind of thing that a ledger holds: how one is named, written and read, and what it refers to. Stores, the record of
 * changes, undo, copies and the check know kinds only by this description, so that a new kind is one class and one line
 * in {@link Kinds}.
 *
 * <pre>{@code
 * var fun = Category.of("Fun");
 * Kinds.CATEGORY.key(fun);                           // "Fun"
 * Kinds.CATEGORY.text(fun);                          // "path=Fun\ndiscretionary=true\narchived=false\n"
 * Kinds.CATEGORY.parse(Kinds.CATEGORY.text(fun));    // Category[path=Fun, discretionary=true, archived=false]
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads. Two kinds are equal when their names are.
 *
 * @param <T> the things of this kind
 */
public abstract class Kind<T> {

    private final String name;
    private final Class<T> type;

    /** Creates a kind by its name, 1 to 20 characters of lower snake case, and the class of its things. */
    protected Kind(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    /** Returns the name, such as {@code "limit"}. */
    public final String name() {
        return name;
    }

    /** Returns what names a thing among its kind, at most 200 characters, such as {@code "2026-11-20 Fun"}. */
    public abstract String key(T thing);

    /** Writes each field of a thing, in an order that is always the same. */
    protected abstract void write(T thing, FieldLines to);

    /** Reads what {@link #write} has written. */
    protected abstract T read(FieldLines.Read from);

    /** Returns the order in which things of this kind are listed; by their keys unless said otherwise. */
    public Comparator<T> order() {
        return Comparator.comparing(this::key);
    }

    /** Returns the version of a thing; 0 for a kind without versions. */
    public int version(T thing) {
        return 0;
    }

    /** Returns the thing with another version; the same for a kind without versions. */
    public T withVersion(T thing, int version) {
        return thing;
    }

    /** Returns the categories that a thing names; its own path is none of them. */
    public List<CategoryPath> categories(T thing) {
        return List.of();
    }

    /** Returns the thing with each category it names moved. */
    public T moved(T thing, UnaryOperator<CategoryPath> move) {
        return thing;
    }

    /** Returns the amounts in a thing by the fields that hold them; they have to be in the ledger's currency. */
    public Map<String, Money> amountsByField(T thing) {
        return Map.of();
    }

    /** Returns the amounts in a thing, which have to be in the ledger's currency. */
    public final List<Money> amounts(T thing) {
        return List.copyOf(amountsByField(thing).values());
    }

    /** Returns what a person calls the thing of that key: {@code "limit 2026-11-20 Fun"}. */
    public String describe(String key) {
        return key.isEmpty() ? name : name.replace('_', ' ') + " " + key;
    }

    /** Returns the thing in text, a line {@code name=value} for each field; equal things give equal texts. */
    public final String text(T thing) {
        FieldLines lines = new FieldLines();
        write(thing, lines);
        return lines.toString();
    }

    /**
     * Returns the thing of the text.
     *
     * @throws dev.payweek.refusal.LedgerException with reason STORE_UNUSABLE if a field is missing
     */
    public final T parse(String text) {
        return read(FieldLines.read(text));
    }

    /** Returns the fields of a thing in order; a name can come several times. */
    public final List<Map.Entry<String, String>> fields(T thing) {
        return FieldLines.read(text(thing)).all();
    }

    /** Returns the thing of its fields; what {@link #fields} returned. */
    public final T of(List<Map.Entry<String, String>> fields) {
        FieldLines lines = new FieldLines();
        fields.forEach(field -> lines.with(field.getKey(), field.getValue()));
        return parse(lines.toString());
    }

    /** Returns what is known to be a thing of this kind. */
    public final T cast(Object thing) {
        return type.cast(thing);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Kind<?> kind && kind.name.equals(name);
    }

    @Override
    public final int hashCode() {
        return name.hashCode();
    }

    @Override
    public final String toString() {
        return name;
    }
}
