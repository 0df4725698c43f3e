package dev.payweek.statements.cell;

/**
 * What all amounts of a file together say about their decimal mark. An amount that makes sense with one mark only, such
 * as 12,50, decides; among {@code 1.001} and its like three digits after the only mark are thousands.
 */
public final class DecimalMarkEvidence {

    private int point;
    private int comma;
    private int pointAsThousands;

    /** Creates evidence of nothing yet. */
    public DecimalMarkEvidence() {}

    /** Takes one amount of the file into account. */
    public void see(WrittenAmount amount) {
        boolean asPoint = amount.under(DecimalMark.POINT).isPresent();
        boolean asComma = amount.under(DecimalMark.COMMA).isPresent();
        if (asPoint && !asComma) {
            point++;
        } else if (asComma && !asPoint) {
            comma++;
        } else if (asPoint && amount.number().indexOf('.') >= 0) {
            pointAsThousands++;
        }
    }

    /** Returns whether some amounts make sense with one mark only, and none only with the other. */
    public boolean isProven() {
        return (point > 0) != (comma > 0);
    }

    /** Returns whether no more amounts make sense only with the one mark than only with the other. */
    public boolean isOpen() {
        return point == comma;
    }

    /** Returns the decimal mark. */
    public DecimalMark mark() {
        if (point != comma) {
            return point > comma ? DecimalMark.POINT : DecimalMark.COMMA;
        }
        return pointAsThousands > 0 ? DecimalMark.COMMA : DecimalMark.POINT;
    }
}
