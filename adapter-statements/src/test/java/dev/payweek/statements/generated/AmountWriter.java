package dev.payweek.statements.generated;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes amounts.
 *
 * @param comma whether the decimal mark is a comma
 * @param group what stands between groups of three digits
 * @param decimals how many decimals
 */
record AmountWriter(boolean comma, String group, int decimals) {

    String write(BigDecimal amount, String sign) {
        String plain = amount.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            boolean between = i > 0 && (whole.length() - i) % 3 == 0;
            grouped.append(between ? group : "").append(whole.charAt(i));
        }
        String rest = point < 0 ? "" : (comma ? "," : ".") + plain.substring(point + 1);
        return sign + grouped + rest;
    }
}
