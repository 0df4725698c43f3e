package dev.payweek.statements.csv;

/** What a column can mean. The names are those of the sections of the vocabulary. */
enum ColumnRole {
    BOOKING_DATE,
    DATE,
    TRANSACTION_DATE,
    VALUE_DATE,
    AMOUNT,
    OTHER_AMOUNT,
    FEE,
    MONEY_OUT,
    MONEY_IN,
    DIRECTION,
    BALANCE,
    CURRENCY,
    OTHER_CURRENCY,
    PAYEE,
    PAYER,
    PURPOSE,
    KIND,
    CATEGORY,
    ID,
    OWN_ACCOUNT,
    FIRST_ACCOUNT,
    ACCOUNT_NAME,
    STATUS;

    boolean isDate() {
        return this == BOOKING_DATE || this == DATE || this == TRANSACTION_DATE || this == VALUE_DATE;
    }

    boolean isWords() {
        return this == PAYEE || this == PAYER || this == PURPOSE || this == KIND;
    }

    boolean isMoney() {
        return this == AMOUNT || this == MONEY_IN || this == MONEY_OUT;
    }
}
