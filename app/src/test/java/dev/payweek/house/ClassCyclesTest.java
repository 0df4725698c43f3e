package dev.payweek.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.payweek.house.planted.tangle.Account;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassCyclesTest {

    private static final String PLANTED = "dev.payweek.house.planted.tangle.";

    /** jOOQ generates these, and they know each other. */
    private static final ImportOption NOT_GENERATED = location -> !location.contains("/persistence/schema/");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(NOT_GENERATED)
            .importPackages("dev.payweek");

    @Test
    void no_class_knows_another_that_knows_it() {
        assertEquals(List.of(), ClassCycles.of(HOUSE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "rest", "persistence", "statements", "http", "lambda", "app"})
    void classes_of_every_module_are_looked_at(String room) {
        long seen = HOUSE.stream()
                .filter(one -> one.getPackageName().startsWith("dev.payweek." + room))
                .count();
        assertTrue(seen > 3, "only " + seen + " classes in " + room);
    }

    @Test
    void a_cycle_is_caught_and_parts_of_one_concept_are_none() {
        JavaClasses planted = new ClassFileImporter().importPackagesOf(Account.class);
        assertEquals(List.of(List.of(PLANTED + "Account", PLANTED + "Bank")), ClassCycles.of(planted));
    }
}
