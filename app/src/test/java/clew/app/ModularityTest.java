package clew.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.EngineTransactions;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms keep to themselves: what each may import, who may use the engine's connections, and the picture of it all. */
class ModularityTest {

    private static final Path PICTURE = Path.of("..", "docs", "rooms.md");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("clew");

    @Test
    void rooms_import_only_what_they_may_and_never_each_other_in_a_circle() {
        ApplicationModules.of(Clew.class).verify();
    }

    @Test
    void every_room_says_what_it_may_import() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .filter(type -> type.getPackageName().matches("clew\\.app\\.[a-z]+"))
                        .filter(type -> !type.isAnnotatedWith(ApplicationModule.class)))
                .as("rooms without @ApplicationModule(allowedDependencies = ...) in their package-info")
                .isEmpty();
    }

    @Test
    void only_rooms_that_must_see_everything_use_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "clew.app.store..",
                        "clew.app.identity..",
                        "clew.app.groups..",
                        "clew.app.audit..",
                        "clew.app.intake..",
                        "clew.app.events..")
                .and()
                .doNotHaveFullyQualifiedName("clew.app.ledger.Sealer")
                .and()
                .doNotHaveFullyQualifiedName("clew.app.ledger.Verifier")
                .and()
                .doNotHaveFullyQualifiedName("clew.app.access.Agencies")
                .and()
                .doNotHaveFullyQualifiedName("clew.app.oversight.Detector")
                .and()
                .doNotHaveFullyQualifiedName("clew.app.access.Users")
                .and()
                .doNotHaveFullyQualifiedName("clew.app.access.Tokens")
                .and()
                .doNotHaveFullyQualifiedName("clew.app.access.Apart")
                .should()
                .callMethodWhere(target(owner(type(EngineTransactions.class))))
                .because("the engine sees all; what is returned to people is read as clew_app")
                .check(CLASSES);
    }

    @Test
    void the_pages_never_hold_the_engine() {
        noClasses()
                .that()
                .resideInAnyPackage("clew.app.web..", "clew.app.api..", "clew.app.child..", "clew.app.quality..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EngineTransactions.class)
                .check(CLASSES);
    }

    @Test
    void only_the_store_makes_connections() {
        noClasses()
                .that()
                .resideOutsideOfPackage("clew.app.store..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(DataSource.class, DriverManager.class)
                .check(CLASSES);
    }

    @Test
    void the_picture_of_the_rooms_is_up_to_date() throws Exception {
        String drawn = RoomsPicture.of(CLASSES);
        if (Boolean.getBoolean("clew.rooms.write")) {
            Files.writeString(PICTURE, drawn);
        }
        assertThat(PICTURE)
                .as("docs/rooms.md is stale; draw it anew with: " + RoomsPicture.COMMAND)
                .hasContent(drawn);
    }
}
