package dev.payweek.discovery;

/** What is known of an entry before its payee is: the words that may name it. For one thread. */
final class Text implements ByNumber.Numbered {

    private final String account;
    private final boolean named;
    private final int[] words;
    private Row row;
    private boolean isThere;

    /**
     * Creates the text of an entry that is not among the rows yet.
     *
     * @param row the entry without what its words come to
     * @param account the name of its account; empty for none
     * @param named whether the words are names; else they are numbers
     * @param words the numbers of the words
     */
    Text(Row row, String account, boolean named, int[] words) {
        this.row = row;
        this.account = account;
        this.named = named;
        this.words = words;
    }

    /** The entry's id. */
    @Override
    public long number() {
        return row.id();
    }

    int day() {
        return row.day();
    }

    String account() {
        return account;
    }

    boolean isNamed() {
        return named;
    }

    int[] words() {
        return words;
    }

    Row row() {
        return row;
    }

    /** Takes the row away that it has among the others. */
    void leave(RowChanges changes) {
        if (isThere) {
            changes.went().add(row);
            isThere = false;
        }
    }

    /** Puts the row among the others, in place of the one it had there. */
    void come(Row other, RowChanges changes) {
        if (isThere && row.equals(other)) {
            return;
        }
        leave(changes);
        row = other;
        isThere = true;
        changes.came().add(other);
    }
}
