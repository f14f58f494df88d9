package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Row B1: whoever runs {@code clew link} over records in which training takes namesakes for one person is told on the console, in the report and in --json. */
class B1WrongOptimumToldTest {
    private static final String[] SYLLABLES = {"ba", "den", "fel", "go", "har", "lin", "mo", "ral", "sten", "wic"};

    @TempDir
    Path folder;

    @Test
    void a_wrong_optimum_is_said_on_the_console_before_all_in_the_report_and_in_json() throws IOException {
        Path people = Files.writeString(folder.resolve("people.csv"), namesakes());
        Path out = folder.resolve("out");
        StringWriter words = new StringWriter();
        assertThat(new CommandLine(new Command())
                        .setOut(new PrintWriter(words))
                        .execute("link", people.toString(), "--out", out.toString(), "--json"))
                .isZero();
        String said = "training has probably landed in a wrong optimum: of the pairs that it takes for matches";
        assertThat(words.toString()).contains("note: " + said).contains("differ altogether in date of birth");
        String last = words.toString().lines().reduce("", (one, other) -> other);
        JsonNode warnings = JsonMapper.shared().readTree(last).path("warnings");
        assertThat(warnings.valueStream().map(JsonNode::asString)).anyMatch(warning -> warning.startsWith(said));
        String report = Files.readString(out.resolve("report.html"));
        assertThat(report.indexOf("Warning: look before you use this result")).isPositive();
        assertThat(report.indexOf("Training has probably landed in a wrong optimum"))
                .isBetween(
                        report.indexOf("Warning: look before you use this result"),
                        report.indexOf("class=\"summary\""));
    }

    /** 1,500 people with 600 full names, and e-mails that say no more than the name. */
    private static String namesakes() {
        SplittableRandom random = new SplittableRandom(11);
        String[][] names = new String[600][];
        for (int i = 0; i < names.length; i++) {
            names[i] = new String[] {name(random, 2), name(random, 3)};
        }
        StringBuilder csv = new StringBuilder("local_id,given_name,family_name,date_of_birth,email\n");
        int record = 0;
        for (int person = 0; person < 1500; person++) {
            String[] name = names[random.nextInt(names.length)];
            String born =
                    "%d-%02d-%02d".formatted(1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28));
            for (int copy = random.nextInt(3); copy >= 0; copy--) {
                csv.append("r%d,%s,%s,%s,%s.%s@mail.example%n"
                        .formatted(record++, name[0], name[1], born, name[0], name[1]));
            }
        }
        return csv.toString();
    }

    private static String name(SplittableRandom random, int syllables) {
        return random.ints(syllables, 0, SYLLABLES.length)
                .mapToObj(i -> SYLLABLES[i])
                .collect(Collectors.joining());
    }
}
