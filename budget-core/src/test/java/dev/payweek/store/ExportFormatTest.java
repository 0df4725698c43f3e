package dev.payweek.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportFormatTest {

    private static StatementFile file(String text) {
        return StatementFile.of("some.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_form_is_found_by_its_name() {
        assertEquals(SampleForms.Count.class, ExportFormat.named("count").getClass());
        assertEquals(SampleForms.Words.class, ExportFormat.named("words").getClass());
    }

    @Test
    void an_unknown_name_is_refused_with_those_there_are_by_name() {
        LedgerException refusal = assertThrows(LedgerException.class, () -> ExportFormat.named("Count"));
        assertEquals("The format must be one of count, words.", refusal.getMessage());
        assertEquals("format", refusal.problems().get(0).field());
    }

    @Test
    void where_no_form_is_at_hand_the_jar_to_add_is_named() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            LedgerException refusal = assertThrows(LedgerException.class, () -> ExportFormat.named("count"));
            assertEquals(
                    "No export format is present; add the jar adapter-statements to the class path.",
                    refusal.getMessage());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void a_copy_is_recognised_by_its_content_and_anything_else_is_none() throws IOException {
        assertEquals(
                Optional.of("words"), LedgerBackupFormat.of(file("#words\n")).map(ExportFormat::name));
        assertEquals(Optional.empty(), LedgerBackupFormat.of(file("count 3")).map(ExportFormat::name));
    }
}
