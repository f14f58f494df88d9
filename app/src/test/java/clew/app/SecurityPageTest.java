package clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md says is shown by tests that exist, and it has a row for each requirement. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("..", "docs", "security.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(Test|IT))`");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+\\.[0-9.\\-]+) \\| .+ \\| (.+?) \\| (.+) \\|$");
    private static final Set<String> STATES = Set.of("met", "partly", "not met", "not applicable");

    /** The sections of the standard with requirements of levels 1 and 2, and the last number in each. */
    private static final List<String> SECTIONS = List.of(
            "1.1.2", "1.2.9", "1.3.11", "1.4.3", "1.5.2", "2.1.3", "2.2.3", "2.3.4", "2.4.1", "3.2.2", "3.3.4", "3.4.6",
            "3.5.5", "3.7.2", "4.1.3", "4.2.1", "4.3.2", "4.4.4", "5.1.1", "5.2.3", "5.3.2", "5.4.3", "6.1.3", "6.2.12",
            "6.3.4", "6.4.4", "6.5.5", "6.6.3", "6.8.4", "7.1.3", "7.2.4", "7.3.2", "7.4.5", "7.5.2", "7.6.2", "8.1.2",
            "8.2.3", "8.3.1", "8.4.1", "9.1.3", "9.2.4", "10.1.2", "10.2.2", "10.3.4", "10.4.11", "10.5.5", "10.6.2",
            "10.7.3", "11.1.2", "11.2.3", "11.3.3", "11.4.4", "11.5.1", "11.6.1", "12.1.3", "12.2.2", "12.3.4",
            "13.1.1", "13.2.5", "13.3.2", "13.4.5", "14.1.2", "14.2.4", "14.3.3", "15.1.3", "15.2.3", "15.3.7",
            "16.1.1", "16.2.5", "16.3.4", "16.4.3", "16.5.3", "17.1.1", "17.2.4", "17.3.2");

    @Test
    void every_test_it_names_exists() throws IOException {
        Set<String> there;
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("src/test/java")), Files.walk(Path.of("../core/src/test/java")))) {
            there = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(NAMED.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(100)
                .isSubsetOf(there);
    }

    @Test
    void every_requirement_has_one_row_and_every_row_a_state_and_a_reason() throws IOException {
        List<String> covered = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                covered.addAll(numbers(row.group(1)));
                assertThat(STATES).as(line).contains(row.group(2));
                assertThat(row.group(3)).as(line).hasSizeGreaterThan(5);
            }
        }
        assertThat(covered).doesNotHaveDuplicates().hasSize(253).containsExactlyInAnyOrderElementsOf(required());
    }

    private static List<String> required() {
        return SECTIONS.stream().flatMap(SecurityPageTest::upTo).toList();
    }

    /** Of a row that covers several: from one number to another, over sections where it must. */
    private static List<String> numbers(String words) {
        String[] ends = words.split("-");
        if (ends.length == 1) {
            return List.of(words);
        }
        List<String> all = required();
        return all.subList(all.indexOf(ends[0]), all.indexOf(ends[1]) + 1);
    }

    private static Stream<String> upTo(String last) {
        int dot = last.lastIndexOf('.');
        return Stream.iterate(1, number -> number <= Integer.parseInt(last.substring(dot + 1)), number -> number + 1)
                .map(number -> last.substring(0, dot + 1) + number);
    }
}
