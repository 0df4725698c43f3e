package dev.payweek.statements.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The order of day, month and year in written dates. */
public enum DateOrder {
    /** Day first: 31/12/2026. */
    DMY("D/M/Y"),
    /** Month first: 12/31/2026. */
    MDY("M/D/Y"),
    /** Year first: 2026-12-31. */
    YMD("Y/M/D");

    private final String label;

    DateOrder(String label) {
        this.label = label;
    }

    /** Returns the order as people are asked for it: {@code "D/M/Y"}. */
    public String label() {
        return label;
    }

    /** Returns the order of a label, in either letter case and with any or no mark between: {@code "dd.mm.yyyy"}. */
    public static Optional<DateOrder> ofLabel(String label) {
        String letters = label.toUpperCase(Locale.ROOT).replaceAll("[^DMY]", "").replaceAll("(.)\\1+", "$1");
        return Arrays.stream(values())
                .filter(order -> order.name().equals(letters))
                .findFirst();
    }
}
