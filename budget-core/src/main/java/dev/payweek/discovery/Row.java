package dev.payweek.discovery;

import java.util.Comparator;

/**
 * An entry as it is looked at here.
 *
 * @param id the entry's id
 * @param day its epoch day
 * @param amount in minor units, without a sign
 * @param in whether the money came in
 * @param account the number of its account; 0 for none
 * @param payee the number of what its text names; negative when it names nothing
 * @param first the number of the word that names the payee; 0 for none
 * @param finer the number of the word that may name one of the payee's branches; 0 for none
 * @param third the number of one more word; 0 for none
 * @param marks what the text says besides
 */
record Row(
        long id, int day, long amount, boolean in, int account, int payee, int first, int finer, int third, int marks) {

    /** The same rows in any order give the same proposals. */
    static final Comparator<Row> BY_DAY = Row::compareByDay;

    private int compareByDay(Row other) {
        if (day != other.day) {
            return Integer.compare(day, other.day);
        }
        return account != other.account ? Integer.compare(account, other.account) : Long.compare(id, other.id);
    }

    /** The same with what its words come to. */
    Row of(int other, int named, int firstWord, int finerWord, int thirdWord) {
        return new Row(id, day, amount, in, other, named, firstWord, finerWord, thirdWord, marks);
    }

    /** Rows are looked up by the hundred thousand, and no two have one id. */
    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    /** Whether the text has the word of that number. */
    boolean has(int word) {
        return first == word || finer == word || third == word;
    }

    boolean says(int which) {
        return Marks.has(marks, which);
    }
}
