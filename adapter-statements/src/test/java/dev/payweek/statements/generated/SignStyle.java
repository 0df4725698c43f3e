package dev.payweek.statements.generated;

/** How a made-up file says which way money goes. */
enum SignStyle {
    MINUS,
    TRAILING_MINUS,
    BRACKETS,
    PLUS_AND_MINUS,
    SIDES,
    SIDES_WITH_ZEROS,
    DIRECTION,
    UNSIGNED_WITH_BALANCE,
    MARK_OF_CREDIT,
    CARD_UNSIGNED,
    CARD_WITH_PAYMENT,
    CARD_WITH_REFUND;

    boolean hasSides() {
        return this == SIDES || this == SIDES_WITH_ZEROS;
    }

    boolean isCard() {
        return this == CARD_UNSIGNED || this == CARD_WITH_PAYMENT || this == CARD_WITH_REFUND;
    }
}
