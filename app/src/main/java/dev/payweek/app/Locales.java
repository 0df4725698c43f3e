package dev.payweek.app;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the locale does to the words of a command. Java decodes them by the locale before any of its programs runs, so a
 * locale without letters beyond ASCII, as cron, systemd and ssh give, destroys them. The launcher starts Java with
 * UTF-8; a jar that is started by hand can only notice.
 */
final class Locales {

    /** What Java puts where it could not decode a byte. */
    private static final String LOST = "\uFFFD";

    private static final Pattern COUNTRY = Pattern.compile("[a-z]+_([A-Z]{2})");

    private Locales() {}

    /** Returns a sentence if letters of these words were lost on the way in. */
    static Optional<String> damaged(String... words) {
        boolean utf8 = charset().equals(StandardCharsets.UTF_8);
        boolean lost = !utf8 && Arrays.stream(words).anyMatch(word -> word.contains(LOST));
        return lost
                ? Optional.of("The locale's " + charset().name()
                        + " destroys letters of this command; start it as payweek does, with LC_ALL=C.UTF-8.")
                : Optional.empty();
    }

    /** Returns the currency of the country of a locale that variables name, such as {@code LANG=de_DE.UTF-8}. */
    static Optional<Currency> currency(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MONETARY", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .map(COUNTRY::matcher)
                .filter(Matcher::lookingAt)
                .map(locale -> locale.group(1))
                .filter(Set.of(Locale.getISOCountries())::contains)
                .map(country -> Currency.getInstance(
                        new Locale.Builder().setRegion(country).build()));
    }

    private static Charset charset() {
        String name = System.getProperty("sun.jnu.encoding", "UTF-8");
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
    }
}
