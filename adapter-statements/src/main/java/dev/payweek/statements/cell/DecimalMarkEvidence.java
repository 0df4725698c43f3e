package dev.payweek.statements.cell;

/**
 * What all amounts of a file together say about their decimal mark. An amount that makes sense with one mark only, such
 * as 12,50, decides; among {@code 1.001} and its like three digits after the only mark are thousands, for certain only
 * beside amounts that have no mark at all.
 */
public final class DecimalMarkEvidence {

    private int point;
    private int comma;
    private int pointed;
    private int commaed;
    private int whole;
    private String example = "";

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
        } else if (amount.number().indexOf('.') >= 0) {
            pointed++;
            example = example.isEmpty() ? amount.number() : example;
        } else if (amount.number().indexOf(',') >= 0) {
            commaed++;
            example = example.isEmpty() ? amount.number() : example;
        } else {
            whole += amount.number().matches("[_0]*") ? 0 : 1;
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

    /**
     * Returns whether the amounts leave the mark open where it matters: all that have one could be thousands or have
     * three decimals, such as 12.345 and 1.250, and none is a whole number.
     */
    public boolean isAmbiguous() {
        return isOpen() && pointed + commaed > 0 && whole == 0;
    }

    /** Returns an amount that can be read in both ways, without its sign; empty when there is none. */
    public String example() {
        return example;
    }

    /** Returns the decimal mark if three digits after the only mark are decimals. */
    public DecimalMark withDecimals() {
        return pointed >= commaed ? DecimalMark.POINT : DecimalMark.COMMA;
    }

    /** Returns the decimal mark if three digits after the only mark are thousands. */
    public DecimalMark withThousands() {
        return pointed >= commaed ? DecimalMark.COMMA : DecimalMark.POINT;
    }

    /** Returns the decimal mark. */
    public DecimalMark mark() {
        if (point != comma) {
            return point > comma ? DecimalMark.POINT : DecimalMark.COMMA;
        }
        return pointed + commaed > 0 ? withThousands() : DecimalMark.POINT;
    }
}
