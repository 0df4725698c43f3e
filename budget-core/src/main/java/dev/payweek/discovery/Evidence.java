package dev.payweek.discovery;

import java.util.List;

/** How much evidence a plan needs, and whether it could be chance. Immutable. */
final class Evidence {

    /** How many payees are looked at in a ledger, more or less: so many chances there are to be wrong. */
    private static final int PAYEES = 50;

    /** The largest payment of a source is at most five times its smallest. */
    private static final int MOST_TENTHS_OF_PAY = 50;

    private static final double MOST_BY_CHANCE = 0.05;

    private Evidence() {}

    /** Why a plan is not believed; empty when it is. */
    static String against(Fit fit, List<Row> rows, Levels levels, boolean pay, int choices) {
        int gap = fit.lattice().gap();
        boolean steady = levels.fixed() || levels.most() * 100 <= levels.least() * 110;
        if (fit.hits() < least(gap, pay)) {
            return "seen " + fit.hits() + " times, " + least(gap, pay) + " are needed";
        }
        if (!fit.holdsOf(leastPercent(fit, steady, pay))) {
            return "holds " + fit.hits() + " of " + (fit.hits() + fit.misses()) + " times";
        }
        if (gap > 330) {
            return fit.misses() == 0 ? "" : "a year is missing";
        }
        if (!pay && gap <= 16 && (!levels.fixed() || !fit.holdsOf(90))) {
            return "a habit: the amounts or the weeks differ";
        }
        if (fit.off() * 10 > fit.hits() * mostOff(fit, levels, steady || isDrawn(rows), pay)
                || (fit.hits() <= 4 && fit.off() > 2 && !pay && !isByHand(fit, levels, rows))) {
            return "lies " + fit.off() + " days off in " + fit.hits() + " payments";
        }
        if (pay && !Levels.within(rows, MOST_TENTHS_OF_PAY)) {
            return "the amounts differ too much";
        }
        if (pay && levels.most() > 2 * levels.least() && fit.extras() * 4 > fit.hits()) {
            return "other payments lie between those";
        }
        boolean drawn = !pay && isDrawn(rows);
        if (!pay && gap > 40 && !steady && (fit.extras() + fit.misses()) * (drawn ? 3 : 8) > fit.hits()) {
            return "other payments lie between those";
        }
        if (!pay && gap > 40 && !steady && (isShop(rows) || (fit.hits() <= 3 && fit.off() > 0))) {
            return "a shop that is seen now and then";
        }
        return isChance(fit, rows, (steady ? choices : choices * 10) / (drawn ? 10.0 : 1)) ? "could be chance" : "";
    }

    /** Days that are met exactly bear out a plan of which some are missing. */
    private static int leastPercent(Fit fit, boolean steady, boolean pay) {
        boolean exact = fit.off() * 3 <= fit.hits() && fit.hits() >= 6;
        if (exact) {
            return pay && !steady ? 75 : 65;
        }
        return pay || steady ? 80 : 85;
    }

    /** The same sum each month, and nothing else of that payee: rent that somebody sends within a few days. */
    private static boolean isByHand(Fit fit, Levels levels, List<Row> rows) {
        return levels.fixed()
                && fit.extras() == 0
                && fit.misses() == 0
                && fit.hits() >= (isDrawn(rows) ? 3 : 4)
                && fit.lattice().gap() == 30
                && fit.lattice().form() == Lattice.Form.MONTHLY
                && !isShop(rows);
    }

    /** How many tenths of a day a payment may lie off on the average. */
    private static int mostOff(Fit fit, Levels levels, boolean steady, boolean pay) {
        Lattice lattice = fit.lattice();
        if (pay) {
            return levels.most() <= 2 * levels.least() ? 20 : 10;
        }
        if (lattice.form() == Lattice.Form.DAYS || lattice.form() == Lattice.Form.NTH_WEEKDAY) {
            return steady ? 5 : 2;
        }
        if (steady) {
            return 20;
        }
        return lattice.gap() > 40 ? 7 : fit.hits() >= 8 ? 15 : 6;
    }

    /** What the payee draws, or the bank sends by order, is a bill before anything is known of its days. */
    static boolean isDrawn(List<Row> rows) {
        return rows.stream().filter(row -> row.says(Marks.DEBIT)).count() * 2 > rows.size();
    }

    private static boolean isShop(List<Row> rows) {
        return rows.stream().filter(row -> row.says(Marks.SHOP)).count() * 2 > rows.size();
    }

    private static int least(int gap, boolean pay) {
        if (gap <= 7) {
            return pay ? 4 : 5;
        }
        if (gap <= 16) {
            return pay ? 3 : 4;
        }
        return gap > 330 ? 2 : 3;
    }

    /**
     * Returns whether more payees than a few in a hundred ledgers would look so regular if their days were drawn. A
     * likelihood, and no money: the few floating-point numbers of the core.
     */
    private static boolean isChance(Fit fit, List<Row> rows, double choices) {
        int gap = fit.lattice().gap();
        int life = Math.max(1, rows.get(rows.size() - 1).day() - rows.get(0).day());
        double perDay = Math.max((double) rows.size() / life, 1.0 / gap);
        double width = Math.min(1, (2.0 * fit.off() / fit.hits() + 1) * perDay);
        double expected = PAYEES / 10.0 * choices;
        for (int i = 1; i < fit.hits(); i++) {
            expected *= width;
        }
        return expected > MOST_BY_CHANCE;
    }
}
