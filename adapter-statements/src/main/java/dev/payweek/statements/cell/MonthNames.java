package dev.payweek.statements.cell;

import java.util.Map;
import java.util.TreeMap;

/** The names of the months in the languages of bank files, by their shortest unambiguous beginnings without accents. */
final class MonthNames {

    private static final String[] BEGINNINGS = {
        "jan ene gen sty led tam",
        "feb fev lut uno hel",
        "mar mrt maa mae bre",
        "apr avr abr kwi dub huh",
        "mai may mei maj mag kve tou",
        "jun juin giu cze cer kes",
        "jul juil lug lip cervenc cervenec hei",
        "aug aou ago sie srp elo",
        "sep set sze wrz zar syy",
        "oct okt out ott paz rij lok",
        "nov lis marras",
        "dec dez dic des gru pro jou",
    };

    private static final Map<String, Integer> MONTHS = new TreeMap<>();

    static {
        for (int month = 1; month <= 12; month++) {
            for (String beginning : BEGINNINGS[month - 1].split(" ")) {
                MONTHS.put(beginning, month);
            }
        }
    }

    private MonthNames() {}

    /** Returns the number of the month, or 0 if it is none. The longest beginning counts: červenec is not červen. */
    static int number(String name) {
        String folded = Folding.fold(name);
        for (int length = folded.length(); length >= 3; length--) {
            Integer month = MONTHS.get(folded.substring(0, length));
            if (month != null) {
                return month;
            }
        }
        return 0;
    }
}
