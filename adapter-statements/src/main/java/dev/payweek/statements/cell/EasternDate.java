package dev.payweek.statements.cell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates with words between their numbers, as East Asian and Vietnamese banks write them, and Thai months, which are
 * written with points inside: {@code 2025年11月4日}, {@code 令和8年3月25日}, {@code 25 มี.ค. 2569}.
 */
final class EasternDate {

    private static final Pattern WORDED =
            Pattern.compile("(令和|平成|昭和|民國|民国|)\\s*(\\d{1,4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]?"
                    + "(?:\\s*[(（].{1,3}[)）])?"
                    + "(?:\\D{0,3}\\d{1,2}[:时時시].*)?");
    private static final Pattern ERA = Pattern.compile("[RＲ]\\s*(\\d{1,2})[./](\\d{1,2})[./](\\d{1,2})");
    private static final Pattern VIETNAMESE = Pattern.compile(
            "(?:ngày )?(\\d{1,2}) (?:tháng|thg) (\\d{1,2}),? (?:năm )?(\\d{4})", Pattern.CASE_INSENSITIVE);
    private static final Pattern THAI = Pattern.compile(
            "(\\d{1,2})[ -]?([\\u0E00-\\u0E7F.]{3,12})[ -]?(\\d{4}|\\d{2})(?:[ ,]+\\d{1,2}[:.]\\d{2}.*)?");

    /** Short and long names of the Thai months, without the points. */
    private static final String[] THAI_MONTHS = {
        "มค มกราคม", "กพ กุมภาพันธ์", "มีค มีนาคม", "เมย เมษายน", "พค พฤษภาคม", "มิย มิถุนายน",
        "กค กรกฎาคม", "สค สิงหาคม", "กย กันยายน", "ตค ตุลาคม", "พย พฤศจิกายน", "ธค ธันวาคม"
    };

    private static final int CENTURY = 2000;
    private static final int REIWA = 2018;
    private static final int HEISEI = 1988;
    private static final int SHOWA = 1925;
    private static final int MINGUO = 1911;
    private static final int BUDDHIST_CENTURY = 2500;
    private static final int BUDDHIST = 543;

    private EasternDate() {}

    static Optional<WrittenDate> of(String text) {
        if (text.charAt(0) != 'R' && text.chars().allMatch(c -> c < 0x80)) {
            return Optional.empty();
        }
        Matcher worded = WORDED.matcher(text);
        if (worded.matches()) {
            return Optional.of(date(year(worded.group(1), worded.group(2)), worded.group(3), worded.group(4)));
        }
        Matcher era = ERA.matcher(text);
        if (era.matches()) {
            return Optional.of(date(REIWA + Integer.parseInt(era.group(1)), era.group(2), era.group(3)));
        }
        Matcher vietnamese = VIETNAMESE.matcher(text);
        if (vietnamese.matches()) {
            return Optional.of(date(Integer.parseInt(vietnamese.group(3)), vietnamese.group(2), vietnamese.group(1)));
        }
        Matcher thai = THAI.matcher(text);
        return thai.matches() ? thai(thai.group(1), thai.group(2), thai.group(3)) : Optional.empty();
    }

    private static Optional<WrittenDate> thai(String day, String month, String year) {
        String bare = month.replace(".", "");
        for (int number = 1; number <= THAI_MONTHS.length; number++) {
            for (String name : THAI_MONTHS[number - 1].split(" ")) {
                if (name.equals(bare)) {
                    int written = Integer.parseInt(year);
                    // Two digits are of the Buddhist era, as all of Thailand writes years.
                    int of = year.length() == 2 ? BUDDHIST_CENTURY + written - BUDDHIST : written;
                    return Optional.of(date(of, Integer.toString(number), day));
                }
            }
        }
        return Optional.empty();
    }

    private static int year(String era, String written) {
        int number = Integer.parseInt(written);
        return number
                + switch (era) {
                    case "" -> written.length() <= 2 ? CENTURY : 0;
                    case "令和" -> REIWA;
                    case "平成" -> HEISEI;
                    case "昭和" -> SHOWA;
                    default -> MINGUO;
                };
    }

    private static WrittenDate date(int year, String month, String day) {
        return new WrittenDate(Integer.toString(year), month, day, WrittenDate.Style.NAMED);
    }
}
