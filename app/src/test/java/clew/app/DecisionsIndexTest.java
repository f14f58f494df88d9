package clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every decision stands in the list of decisions, by its number and under its own title. With {@code -Dclew.decisions.write=true} the list is written anew. */
class DecisionsIndexTest {
    private static final Path FOLDER = Path.of("..", "docs", "decisions");
    private static final Path INDEX = FOLDER.resolve("README.md");
    private static final String HEAD =
            "# Decisions\n\nEach page: context, choice, what it costs, what would change our mind.\n\n";
    private static final Pattern TITLE = Pattern.compile("# (\\d+)\\. (.+)");

    @Test
    void every_decision_is_listed_under_its_title() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(FOLDER)) {
            pages = files.filter(file -> !file.getFileName().equals(INDEX.getFileName()))
                    .sorted()
                    .toList();
        }
        String index = HEAD + pages.stream().map(DecisionsIndexTest::line).collect(Collectors.joining());
        if (Boolean.getBoolean("clew.decisions.write")) {
            Files.writeString(INDEX, index);
        }
        assertThat(Files.readString(INDEX)).isEqualTo(index);
    }

    private static String line(Path page) {
        String file = page.getFileName().toString();
        String number = file.substring(0, 4);
        Matcher title = TITLE.matcher(firstLine(page));
        assertThat(title.matches())
                .as("the first line of %s is its number and title", file)
                .isTrue();
        assertThat(Integer.parseInt(title.group(1))).as("number in %s", file).isEqualTo(Integer.parseInt(number));
        return "- [%s](%s) %s%n".formatted(number, file, title.group(2));
    }

    private static String firstLine(Path page) {
        try (Stream<String> lines = Files.lines(page)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
