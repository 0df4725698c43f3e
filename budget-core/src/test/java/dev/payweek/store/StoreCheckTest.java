package dev.payweek.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoreCheckTest {

    @Test
    void a_store_is_sound_where_nothing_is_found() {
        assertTrue(new StoreCheck(1, 2, 3, List.of()).isSound());
        assertFalse(new StoreCheck(1, 2, 3, List.of(new StoreCheck.Finding("ledger 1", "A row is lost."))).isSound());
    }
}
