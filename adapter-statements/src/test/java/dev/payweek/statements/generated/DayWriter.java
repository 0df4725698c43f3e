package dev.payweek.statements.generated;

import dev.payweek.statements.cell.DateOrder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * Writes days.
 *
 * @param pattern the pattern of {@link DateTimeFormatter}; of a Thai year when it begins with {@code +543}
 * @param order the order of its numbers
 */
record DayWriter(String pattern, DateOrder order) {

    private static final String BUDDHIST = "+543 ";

    static DayWriter pick(String language, Random random) {
        List<DayWriter> usual = List.of(
                new DayWriter("yyyy-MM-dd", DateOrder.YMD),
                new DayWriter("yyyy/MM/dd", DateOrder.YMD),
                new DayWriter("yyyyMMdd", DateOrder.YMD),
                new DayWriter("yyyy-MM-dd HH:mm:ss", DateOrder.YMD),
                new DayWriter("dd.MM.yyyy", DateOrder.DMY),
                new DayWriter("dd.MM.yy", DateOrder.DMY),
                new DayWriter("dd/MM/yyyy", DateOrder.DMY),
                new DayWriter("dd-MM-yyyy", DateOrder.DMY),
                new DayWriter("yy-MM-dd", DateOrder.YMD),
                new DayWriter("dd/MM/yy", DateOrder.DMY));
        DayWriter own = switch (language) {
            case "en" -> new DayWriter("MM/dd/yyyy", DateOrder.MDY);
            case "zh", "ja" -> new DayWriter("yyyy'年'M'月'd'日'", DateOrder.YMD);
            case "ko" -> new DayWriter("yyyy'년' MM'월' dd'일'", DateOrder.YMD);
            case "th" -> new DayWriter(BUDDHIST + "dd/MM/yyyy", DateOrder.DMY);
            default -> new DayWriter("d MMMM yyyy", DateOrder.DMY);
        };
        int choice = random.nextInt(usual.size() + 3);
        return choice < usual.size() ? usual.get(choice) : own.of(language);
    }

    /** Months have their names in the language of the bank where the machine knows them; else they are numbers. */
    private DayWriter of(String language) {
        boolean named = pattern.contains("MMMM");
        boolean known = List.of(
                        "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl", "cs", "hu", "tr", "ru", "uk", "el")
                .contains(language);
        return named && !known ? new DayWriter("yyyy.MM.dd", DateOrder.YMD) : named ? withLanguage(language) : this;
    }

    private DayWriter withLanguage(String language) {
        return new DayWriter(pattern + "@" + language, order);
    }

    String write(LocalDate day) {
        if (pattern.startsWith(BUDDHIST)) {
            return DateTimeFormatter.ofPattern(pattern.substring(BUDDHIST.length()), Locale.ROOT)
                    .format(day.plusYears(543));
        }
        int at = pattern.indexOf('@');
        Locale locale = at < 0 ? Locale.ROOT : Locale.forLanguageTag(pattern.substring(at + 1));
        String plain = at < 0 ? pattern : pattern.substring(0, at);
        return DateTimeFormatter.ofPattern(plain, locale).format(day.atTime(9, 30));
    }

    /** Whether days can be read in two orders, in both of which all of them are days, and not the same ones. */
    boolean isAmbiguous(List<LocalDate> days) {
        boolean numbers = !pattern.contains("MMMM") && !pattern.contains("年") && !pattern.contains("년");
        if (!numbers) {
            return false;
        }
        boolean swapped = order != DateOrder.YMD
                && !pattern.contains(".")
                && days.stream().allMatch(day -> day.getDayOfMonth() <= 12)
                && days.stream().anyMatch(day -> day.getDayOfMonth() != day.getMonthValue());
        return swapped || isShortAmbiguous(days);
    }

    /** With two digits for the year, it is the number that differs least; when none does, nobody knows. */
    private boolean isShortAmbiguous(List<LocalDate> days) {
        boolean shortYear = pattern.equals("yy-MM-dd");
        Function<LocalDate, Integer> year = day -> day.getYear();
        long years = days.stream().map(year).distinct().count();
        long last = days.stream().map(LocalDate::getDayOfMonth).distinct().count();
        return shortYear && last <= years;
    }
}
