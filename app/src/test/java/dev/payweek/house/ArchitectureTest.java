package dev.payweek.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String ROOT = "dev.payweek.";

    private static final List<String> CORE = List.of(
            "budget",
            "category",
            "discovery",
            "edit",
            "importing",
            "ledger",
            "match",
            "money",
            "period",
            "plan",
            "query",
            "refusal",
            "report",
            "review",
            "rule",
            "statement",
            "store",
            "suggest");

    /** What others must not see, so that it can be rebuilt without asking them. */
    private static final List<String> HIDDEN =
            List.of("discovery", "edit", "importing", "match", "query", "review", "suggest");

    private static final int MOST_TYPES_OF_FACADE = 6;
    private static final int MOST_API_PACKAGES = 9;

    private static final Pattern DECLARED = Pattern.compile("(?s)<dependency>(?:(?!</dependency>).)*?"
            + "<artifactId>([^<]+)</artifactId>(?:(?:(?!</dependency>).)*?<scope>([^<]+)</scope>)?.*?</dependency>");

    private static final List<String> ADAPTERS = List.of("persistence", "statements", "spreadsheets", "http", "lambda");

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

    /** Also checked by the module descriptor; said here too, so that a reader of the rules finds it. */
    private static ArchRule core_knows_only_the_jdk_and_itself(String... corePackages) {
        return noClasses()
                .that()
                .resideInAnyPackage(corePackages)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        Stream.concat(Stream.of(corePackages), Stream.of("java..", "org.jspecify.annotations"))
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

    @Test
    void the_facade_has_at_most_six_types() {
        assertEquals(List.of(), beyond(MOST_TYPES_OF_FACADE, typesIn(HOUSE, ROOT + "budget")));
    }

    @Test
    void a_seventh_type_of_a_package_is_caught() {
        JavaClasses planted = new ClassFileImporter().importPackagesOf(ClockReader.class);
        List<String> types = typesIn(planted, "dev.payweek.house.planted");
        assertEquals(List.of("ClockReader", "CoreUsingJackson"), types);
        assertEquals(List.of("CoreUsingJackson"), beyond(1, types));
    }

    private static List<String> typesIn(JavaClasses classes, String room) {
        return classes.stream()
                .filter(one -> one.getPackageName().equals(room) && one.isTopLevelClass())
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .sorted()
                .toList();
    }

    private static List<String> beyond(int most, List<String> names) {
        return names.subList(Math.min(most, names.size()), names.size());
    }

    @Test
    void the_core_exports_what_one_embeds_and_what_adapters_implement() {
        List<String> exported = Exports.ofCore();
        assertTrue(exported.containsAll(Exports.SPI), "a port is missing among " + exported);
        assertEquals(List.of(), beyond(MOST_API_PACKAGES, Exports.api(exported)));
        assertEquals(
                List.of("budget", "category", "ledger", "money", "period", "plan", "refusal", "report", "rule"),
                Exports.api(exported));
        assertEquals(List.of(), hiddenAmong(exported));
        CORE.forEach(room -> assertTrue(HIDDEN.contains(room) != exported.contains(room), room));
    }

    @Test
    void a_room_that_is_exported_although_it_is_none_to_enter_is_caught() {
        String planted = "module dev.payweek.core {\n    exports dev.payweek.edit;\n    exports dev.payweek.money;\n}";
        assertEquals(List.of("edit", "money"), Exports.of(planted));
        assertEquals(List.of("edit"), hiddenAmong(Exports.of(planted)));
    }

    private static List<String> hiddenAmong(List<String> exported) {
        return exported.stream().filter(HIDDEN::contains).toList();
    }

    /** The enforcer holds this too, but passes over what is marked optional. */
    @Test
    void the_core_declares_one_library_and_needs_none_when_it_runs() {
        assertEquals(
                List.of("jspecify provided"), declaredIn(WorkingTree.ofProject().text("budget-core/pom.xml")));
    }

    @Test
    void an_optional_library_of_the_core_is_caught() {
        assertEquals(
                List.of("jspecify provided", "guava "),
                declaredIn("<dependencies><dependency><artifactId>jspecify</artifactId><scope>provided</scope>"
                        + "</dependency><dependency><artifactId>guava</artifactId><optional>true</optional>"
                        + "</dependency></dependencies>"));
    }

    /** What is declared for the module itself, not for a plugin: a plugin's come after the first {@code build}. */
    private static List<String> declaredIn(String pom) {
        return DECLARED.matcher(pom.replaceFirst("(?s)<build>.*", ""))
                .results()
                .map(one -> one.group(1) + " " + (one.group(2) == null ? "" : one.group(2)))
                .toList();
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
                .resideInAnyPackage(ROOT + "persistence..", ROOT + "statements..", ROOT + "spreadsheets..")
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
