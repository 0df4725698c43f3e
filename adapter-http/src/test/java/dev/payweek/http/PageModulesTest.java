package dev.payweek.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every module is asked for at once, not each after the one that names it: the page has to wait for all of them. */
class PageModulesTest {

    private static final Pattern IMPORTED = Pattern.compile("from \"\\./([\\w-]+\\.js)\"");
    private static final Pattern PRELOADED =
            Pattern.compile("<link rel=\"modulepreload\" href=\"assets/([\\w-]+\\.js)\">");

    @Test
    void the_page_names_each_module_it_needs() throws Exception {
        assertEquals(modules(), found(PRELOADED, text("page.html")));
    }

    /** Returns every module that the first one needs, in one step or several. */
    static Set<String> modules() throws IOException {
        Set<String> needed = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of("app.js"));
        while (!open.isEmpty()) {
            found(IMPORTED, text(open.pop())).stream().filter(needed::add).forEach(open::push);
        }
        return needed;
    }

    static Set<String> found(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    static String text(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PageModulesTest.class.getResourceAsStream("page/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
