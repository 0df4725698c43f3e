package dev.payweek.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ToolTest {
    private static final Tool ABSENT = new Tool("no-such-program-anywhere", "install it");

    @Test
    void a_missing_tool_skips_the_check_at_home() {
        var skipped = assertThrows(TestAbortedException.class, () -> ABSENT.require(false));
        assertEquals("no-such-program-anywhere is missing: install it to run this check.", skipped.getMessage());
    }

    @Test
    void a_missing_tool_fails_the_check_in_continuous_integration() {
        var failed = assertThrows(AssertionFailedError.class, () -> ABSENT.require(true));
        assertEquals("no-such-program-anywhere is missing: install it to run this check.", failed.getMessage());
    }
}
