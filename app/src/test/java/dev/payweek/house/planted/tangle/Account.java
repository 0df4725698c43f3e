package dev.payweek.house.planted.tangle;

/** One of two concepts that know each other, by way of a nested class. */
public final class Account {

    /** What the account was left at. */
    public static final class Balance {
        private final Bank bank = new Bank();

        /** Who says so. */
        public Bank bank() {
            return bank;
        }
    }
}
