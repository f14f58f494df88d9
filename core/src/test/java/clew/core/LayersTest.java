package clew.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rooms of core may use: a framework never, files never, each other as the house says. */
class LayersTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("clew.core");

    @ParameterizedTest
    @CsvSource({
        "standard, ''",
        "explain, ''",
        "linkage, standard explain measure",
        "network, standard explain",
        "measure, standard",
        "simulate, standard"
    })
    void a_room_uses_only_the_rooms_below_it(String room, String below) {
        List<String> allowed = new ArrayList<>(List.of("clew.core." + room + ".."));
        Arrays.stream(below.split(" "))
                .filter(name -> !name.isBlank())
                .forEach(name -> allowed.add("clew.core." + name + ".."));
        noClasses()
                .that()
                .resideInAPackage("clew.core." + room + "..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("clew..")
                        .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages(
                                allowed.toArray(String[]::new))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void only_the_report_of_linking_uses_measures() {
        noClasses()
                .that()
                .resideInAPackage("clew.core.linkage..")
                .and()
                .resideOutsideOfPackage("clew.core.linkage.report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("clew.core.measure..")
                .check(CLASSES);
    }

    @Test
    void core_knows_no_framework_and_no_database() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "org.apache.spark..")
                .check(CLASSES);
    }

    @Test
    void core_reads_and_writes_streams_and_never_files() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .check(CLASSES);
    }

    @Test
    void every_class_is_in_a_room_we_know() {
        classes()
                .should()
                .resideInAnyPackage(
                        "clew.core.standard..",
                        "clew.core.explain..",
                        "clew.core.linkage..",
                        "clew.core.network..",
                        "clew.core.measure..",
                        "clew.core.simulate..")
                .check(CLASSES);
    }
}
