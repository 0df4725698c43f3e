package dev.payweek.house.planted.tangle;

/** The other one. */
public final class Bank {

    /** Opens some. */
    public Account[] open(int count) {
        return new Account[count];
    }
}
