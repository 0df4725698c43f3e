package dev.payweek.statements.cell;

import java.util.Map;
import java.util.TreeMap;

/** The names of the months in the languages of bank files, by their shortest unambiguous beginnings without accents. */
final class MonthNames {

    private static final String[] BEGINNINGS = {
        "jan ene gen sty led tam ian oca jaa sau янв сiч січ ιαν ינו ينا",
        "feb fev lut uno hel sub vee vas velj фев лют φεβ פבר فبر",
        "mar mrt maa mae bre kov ozu мар бер μαρ מרץ מרס مار",
        "apr avr abr kwi dub huh nis bal trav апр кві απρ אפר ابر",
        "mai may mei maj mag kve tou geg svi май мая тра μαι μαϊ מאי ماي",
        "jun juin giu cze cer kes iun haz juun bir lipanj июн чер ιουν יונ يون",
        "jul juil lug lip cervenc cervenec hei iul tem juul lie srpanj июл лип ιουλ יול يول",
        "aug aou ago sie srp elo agu avg rugp kol авг сер αυγ אוג اغس",
        "sep set sze wrz zar syy eyl rugs ruj сен вер σεπ ספט سبت",
        "oct okt out ott paz rij lok eki spa окт жов οκτ אוק اكت",
        "nov lis marras noi kas lap stu ноя лис νοε נוב نوف",
        "dec dez dic des gru pro jou ara det дек гру δεκ דצמ ديس",
    };

    private static final Map<String, Integer> MONTHS = new TreeMap<>();

    static {
        for (int month = 1; month <= 12; month++) {
            for (String beginning : BEGINNINGS[month - 1].split(" ")) {
                MONTHS.put(Folding.fold(beginning), month);
            }
        }
    }

    private MonthNames() {}

    /** Returns the number of the month, or 0 if it is none. The longest beginning counts: červenec is not červen. */
    static int number(String name) {
        // In Hebrew "in March" is one word.
        String folded = Folding.fold(name).replaceFirst("^ב(?=\\p{L}{3})", "");
        for (int length = folded.length(); length >= 3; length--) {
            Integer month = MONTHS.get(folded.substring(0, length));
            if (month != null) {
                return month;
            }
        }
        return 0;
    }
}
