package clew.core.simulate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The simulator cannot see the linker or the pattern finder, and nothing but its settings decides what it writes. */
class SimulatorWallsTest {

    private static final JavaClasses SIMULATOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("clew.core.simulate");

    @Test
    void it_sees_neither_linkage_nor_network_nor_explain() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "clew.core.linkage..", "clew.core.network..", "clew.core.explain..", "clew.core.measure..")
                .check(SIMULATOR);
    }

    @Test
    void it_reads_no_clock_and_no_other_randomness() {
        noClasses().should().callMethod(LocalDate.class, "now").check(SIMULATOR);
        noClasses().should().callMethod(LocalDateTime.class, "now").check(SIMULATOR);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(SIMULATOR);
        noClasses().should().callMethod(System.class, "nanoTime").check(SIMULATOR);
        noClasses().should().callMethod(Math.class, "random").check(SIMULATOR);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .check(SIMULATOR);
        noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(SIMULATOR);
    }
}
