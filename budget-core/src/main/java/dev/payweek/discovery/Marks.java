package dev.payweek.discovery;

/** What a bank's words say besides the payee's name: bits of one number. */
final class Marks {

    static final int BACK = 1;
    static final int BONUS = 1 << 1;
    static final int EXPENSES = 1 << 2;
    static final int PERSON = 1 << 3;
    static final int CASH = 1 << 4;
    static final int INTEREST = 1 << 5;
    static final int FEE = 1 << 6;
    static final int OWN = 1 << 7;
    static final int CARD = 1 << 8;
    static final int SALARY = 1 << 9;
    static final int SHOP = 1 << 10;
    /** What the payee draws, or what the bank sends by order. */
    static final int DEBIT = 1 << 11;

    private Marks() {}

    static boolean has(int marks, int which) {
        return (marks & which) != 0;
    }
}
