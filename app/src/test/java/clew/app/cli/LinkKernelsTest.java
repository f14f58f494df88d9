package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The loops that the optimising compiler is kept to while records are linked (decision 145) have the names that they have in the code. */
class LinkKernelsTest {
    private static final Path CLASSES = Path.of("../core/target/classes");

    @Test
    void every_line_names_a_class_of_linking() throws IOException {
        List<String> compiled;
        try (Stream<Path> files = Files.walk(CLASSES.resolve("clew/core/linkage"))) {
            compiled = files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .toList();
        }
        List<String> named = Files.readAllLines(Path.of("../.mvn/link-kernels.txt")).stream()
                .filter(line -> line.contains(" clew/"))
                .map(line -> line.substring(line.indexOf("clew/"), line.indexOf(".*")))
                .toList();
        assertThat(named).hasSizeGreaterThan(10).allSatisfy(name -> {
            String pattern = name.replace("$", "\\$").replace("*", ".*");
            assertThat(compiled).as(name).anyMatch(file -> file.matches(pattern));
        });
    }
}
