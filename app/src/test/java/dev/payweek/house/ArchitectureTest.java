package dev.payweek.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.payweek.house.planted.ClockReader;
import dev.payweek.house.planted.CoreUsingJackson;
import dev.payweek.house.planted.circle.east.East;
import dev.payweek.house.planted.circle.west.West;
import dev.payweek.house.planted.statements.StatementsUsingPersistence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String ROOT = "dev.payweek.";

    private static final List<String> CORE = List.of(
            "budget",
            "category",
            "edit",
            "importing",
            "ledger",
            "match",
            "money",
            "period",
            "plan",
            "refusal",
            "report",
            "review",
            "rule",
            "statement",
            "store",
            "suggest");

    private static final List<String> ADAPTERS = List.of("persistence", "statements", "http", "lambda");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.payweek");

    static Stream<String> everyRoom() {
        return Stream.of(CORE.stream(), ADAPTERS.stream(), Stream.of("rest", "app"))
                .flatMap(names -> names);
    }

    @ParameterizedTest
    @MethodSource("everyRoom")
    void every_room_that_a_rule_names_holds_classes(String room) {
        assertTrue(
                HOUSE.stream().anyMatch(one -> one.getPackageName().startsWith(ROOT + room)),
                "no class in " + ROOT + room + "; the rules about it would check nothing");
    }

    /** Also checked by the module descriptor; told here so that nobody needs to know that it is. */
    private static ArchRule core_knows_only_the_jdk_and_itself(String... corePackages) {
        return noClasses()
                .that()
                .resideInAnyPackage(corePackages)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(Stream.concat(Stream.of(corePackages), Stream.of("java.."))
                        .toArray(String[]::new));
    }

    @Test
    void the_core_knows_only_the_jdk_and_itself() {
        core_knows_only_the_jdk_and_itself(corePackages()).check(HOUSE);
    }

    @Test
    void a_core_class_that_uses_a_library_is_caught() {
        assertCaught(core_knows_only_the_jdk_and_itself("dev.payweek.house.planted"), classes(CoreUsingJackson.class));
    }

    private static ArchRule adapter_imports_no_other(String adapter, String base) {
        String[] others = ADAPTERS.stream()
                .filter(other -> !other.equals(adapter))
                .map(other -> base + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(base + adapter + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    @Test
    void adapters_do_not_import_each_other() {
        ADAPTERS.forEach(adapter -> adapter_imports_no_other(adapter, ROOT).check(HOUSE));
    }

    @Test
    void an_adapter_that_imports_another_is_caught() {
        String planted = "dev.payweek.house.planted.";
        assertCaught(
                adapter_imports_no_other("statements", planted),
                new ClassFileImporter().importPackagesOf(StatementsUsingPersistence.class));
    }

    @Test
    void what_drives_the_core_does_not_know_what_the_core_drives() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "rest..", ROOT + "app..", ROOT + "http..", ROOT + "lambda..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "persistence..", ROOT + "statements..")
                .check(HOUSE);
    }

    @Test
    void the_api_knows_no_server() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "com.amazonaws..", "jakarta.servlet..")
                .check(HOUSE);
    }

    private static ArchRule asks_no_clock(String packages) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(YearMonth.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC");
    }

    @Test
    void the_core_asks_no_clock_but_the_one_it_is_given() {
        CORE.forEach(room -> asks_no_clock(ROOT + room + "..").check(HOUSE));
    }

    @Test
    void a_class_that_asks_the_wall_clock_is_caught() {
        assertCaught(asks_no_clock("dev.payweek.house.planted"), classes(ClockReader.class));
    }

    @Test
    void the_rooms_have_no_circles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void the_packages_of_persistence_have_no_circles() {
        slices().matching(ROOT + "persistence.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void a_circle_is_caught() {
        assertCaught(
                slices().matching("dev.payweek.house.planted.circle.(*)..")
                        .should()
                        .beFreeOfCycles(),
                classes(East.class, West.class));
    }

    @Test
    void names_say_what_a_thing_is_and_not_that_it_is_one() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Mapper)")
                .check(HOUSE);
    }

    private static String[] corePackages() {
        return CORE.stream().map(room -> ROOT + room + "..").toArray(String[]::new);
    }

    private static JavaClasses classes(Class<?>... planted) {
        return new ClassFileImporter().importClasses(planted);
    }

    private static void assertCaught(ArchRule rule, JavaClasses offenders) {
        assertThrows(AssertionError.class, () -> rule.check(offenders));
    }
}
