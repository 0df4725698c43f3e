package dev.payweek.app;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the locale does to the words of a command. Java decodes them by the locale before any of its programs runs, so a
 * locale without letters beyond ASCII, as cron, systemd and ssh give, destroys them. The launcher starts Java with
 * UTF-8; a jar that is started by hand can only notice.
 */
final class Locales {

    /** What Java puts where it could not decode a byte. */
    private static final String LOST = "\uFFFD";

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

    private static Charset charset() {
        String name = System.getProperty("sun.jnu.encoding", "UTF-8");
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
    }
}
