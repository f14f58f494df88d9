package clew.app;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Draws, from the compiled classes, which room uses which: a Mermaid diagram for each module. */
final class RoomsPicture {

    static final String COMMAND =
            "./mvnw -q -Dquick -pl app -am test -Dtest=ModularityTest -Dclew.rooms.write=true -Dsurefire.failIfNoSpecifiedTests=false";

    private static final Pattern ROOM = Pattern.compile("clew\\.(core|app)\\.([a-z]+)(\\..*)?");

    private RoomsPicture() {}

    static String of(JavaClasses classes) {
        Map<String, SortedSet<String>> uses = uses(classes);
        return """
                # The rooms

                Drawn from the compiled classes; an arrow means "uses". Do not edit: `%s` draws it anew.

                ## core: plain Java, no framework

                %s
                ## app: one deployable on PostgreSQL

                Every room of app may also use core; those arrows are left out.

                %s""".formatted(COMMAND, diagram(uses, "core."), diagram(uses, "app."));
    }

    private static Map<String, SortedSet<String>> uses(JavaClasses classes) {
        Map<String, SortedSet<String>> uses = new TreeMap<>();
        classes.forEach(type -> room(type.getPackageName()).ifPresent(from -> {
            SortedSet<String> used = uses.computeIfAbsent(from, any -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                room(dependency.getTargetClass().getPackageName())
                        .filter(to -> !to.equals(from))
                        .ifPresent(used::add);
            }
        }));
        return uses;
    }

    private static Optional<String> room(String packageName) {
        Matcher matcher = ROOM.matcher(packageName);
        return matcher.matches() ? Optional.of(matcher.group(1) + "." + matcher.group(2)) : Optional.empty();
    }

    private static String diagram(Map<String, SortedSet<String>> uses, String module) {
        String lines = uses.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(module))
                .map(entry -> lines(entry.getKey(), entry.getValue(), module))
                .collect(Collectors.joining());
        return "```mermaid\nflowchart TD\n" + lines + "```\n";
    }

    private static String lines(String room, SortedSet<String> used, String module) {
        String name = room.substring(module.length());
        return "  " + name + "\n"
                + used.stream()
                        .filter(other -> other.startsWith(module))
                        .map(other -> "  " + name + " --> " + other.substring(module.length()) + "\n")
                        .collect(Collectors.joining());
    }
}
