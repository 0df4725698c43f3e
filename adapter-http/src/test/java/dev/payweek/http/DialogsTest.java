package dev.payweek.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No dialog of the page is left out where dialogs are looked at. */
class DialogsTest {

    private static final Pattern WRITTEN = Pattern.compile("<dialog id=\"([\\w-]+)\"");
    private static final Pattern MADE = Pattern.compile("openSheet\\(\"([\\w-]+)\"");

    @Test
    void every_dialog_of_the_page_is_among_those_that_are_looked_at() throws Exception {
        Set<String> found = PageModulesTest.found(WRITTEN, PageModulesTest.text("page.html"));
        for (String module : PageModulesTest.modules()) {
            found.addAll(PageModulesTest.found(MADE, PageModulesTest.text(module)));
        }
        assertEquals(new TreeSet<>(Dialogs.ALL), found);
    }
}
