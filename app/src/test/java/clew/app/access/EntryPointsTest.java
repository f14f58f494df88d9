package clew.app.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import clew.app.ledger.Look;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import picocli.CommandLine;

/** Every handler method of every controller has its decision and its ledger row, or is known to show nothing about anyone. */
class EntryPointsTest {

    /** Who adds to this list has made sure that the page shows nothing about anyone. */
    private static final Set<String> OPEN =
            Set.of("SignInPage.show", "StaticPages.accessibility", "FactsPage.show", "OpenApiCall.show");

    private static final Set<Action> SHOWING = Set.of(Action.READ, Action.LIST, Action.EXPORT);

    @Test
    void every_handler_method_is_an_entry_point_or_an_open_page() {
        assertThat(handlers())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.isAnnotationPresent(EntryPoint.class)
                                ^ method.isAnnotationPresent(OpenPage.class))
                        .as("%s: expected @EntryPoint (a decision and a ledger row) or @OpenPage, and not both", method)
                        .isTrue());
    }

    @Test
    void the_open_pages_are_those_we_know() {
        assertThat(handlers().stream()
                        .filter(method -> method.isAnnotationPresent(OpenPage.class))
                        .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName()))
                .isSubsetOf(OPEN);
    }

    @Test
    void an_entry_point_that_shows_people_says_whom() {
        assertThat(handlers().stream()
                        .filter(method -> method.isAnnotationPresent(EntryPoint.class))
                        .filter(method -> SHOWING.contains(
                                method.getAnnotation(EntryPoint.class).value())))
                .allSatisfy(method -> assertThat(method.getParameterTypes())
                        .as("%s: expected a Look parameter", method)
                        .contains(Look.class));
    }

    private static List<Method> handlers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents("clew.app").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(type -> !type.getName().contains("IT$"))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .toList();
    }

    /** Commands that work on files. */
    private static final Set<String> WITHOUT_STORE = Set.of("link", "groups", "simulate", "standard");

    @Test
    void every_command_that_may_open_the_store_says_what_it_is_an_act_of() {
        List<CommandLine> commands = commands();
        assertThat(commands)
                .isNotEmpty()
                .allSatisfy(
                        command -> assertThat(command.getCommand().getClass().isAnnotationPresent(OpensStore.class))
                                .as(
                                        "%s: expected @OpensStore, or the command in the list of those without a store",
                                        command.getCommandName())
                                .isEqualTo(!WITHOUT_STORE.contains(command.getCommandName())));
    }

    @Test
    void commands_on_files_cannot_come_to_a_store() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("clew.app");
        for (CommandLine command : commands()) {
            if (WITHOUT_STORE.contains(command.getCommandName())) {
                noClasses()
                        .that()
                        .haveFullyQualifiedName(command.getCommand().getClass().getName())
                        .should()
                        .transitivelyDependOnClassesThat()
                        .resideInAPackage("clew.app.store..")
                        .check(classes);
            }
        }
    }

    /** The commands that do something themselves, at any depth. */
    private static List<CommandLine> commands() {
        return leaves(new CommandLine(new clew.app.cli.Command())).toList();
    }

    private static Stream<CommandLine> leaves(CommandLine command) {
        var below = command.getSubcommands().values();
        return below.isEmpty() ? Stream.of(command) : below.stream().flatMap(EntryPointsTest::leaves);
    }
}
