package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Row B1: a block of all records explodes nothing: {@code clew link} passes over what all share and says so, or refuses before it begins. */
class B1BlockOfAllTest {
    /** More than are compared pair by pair or under every rule. */
    private static final int RECORDS = 70_000;

    private static final int MOST_PAIRS_A_RECORD = 20;

    @TempDir
    Path folder;

    private final StringWriter words = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void what_all_records_share_is_passed_over_and_named() throws IOException {
        Path all = file("all.csv", RECORDS);
        assertThat(run(all, "all", "--json")).as(errors.toString()).isZero();
        String last = words.toString().lines().reduce("", (one, other) -> other);
        assertThat(JsonMapper.shared().readTree(last).path("candidate_pairs").asLong())
                .isLessThan((long) MOST_PAIRS_A_RECORD * RECORDS);
        assertThat(Files.readString(folder.resolve("all/report.html")))
                .contains("Values too common to compare by", "lee");
    }

    @Test
    void a_model_that_would_compare_every_pair_of_many_records_is_refused_before_it_begins() throws IOException {
        assertThat(run(file("few.csv", 40), "few")).isZero();
        Path model = folder.resolve("few/model.json");
        assertThat(run(file("all.csv", RECORDS), "all", "--model", model.toString()))
                .isEqualTo(3);
        assertThat(errors.toString())
                .contains("expected at most 20000 records under a model that compares every pair, found " + RECORDS);
        assertThat(folder.resolve("all")).doesNotExist();
    }

    /**
     * A program of its own with 96 MB. Pairs that would all be kept are refused from a sample before they are compared, whether they are too many for the time or only for the memory;
     * those of a run that learns are refused when they are known.
     */
    @Test
    void pairs_that_would_not_fit_into_memory_are_refused_with_rule_value_numbers_and_what_to_do()
            throws IOException, InterruptedException {
        Path some = file("some.csv", 4_000, 500);
        assertThat(run(some, "some")).isZero();
        String model = folder.resolve("some/model.json").toString();
        String hours = file("hours.csv", 40_000).toString();
        String much = file("much.csv", 12_000).toString();
        String many = file("many.csv", 30_000, 330).toString();
        List<String> said = inSmallMemory(
                List.of("link", hours, "--out", "hours", "--model", model),
                List.of("link", much, "--out", "much", "--model", model),
                List.of("link", many, "--out", "kept", "--pairs-above", "0"),
                List.of("link", some.toString(), "--out", "fits", "--pairs-above", "0"));
        assertThat(said)
                .as("refused, refused, refused, done: %s", said)
                .filteredOn(line -> line.startsWith("exit "))
                .containsExactly("exit 3", "exit 3", "exit 3", "exit 0");
        assertThat(said.get(0))
                .endsWith("or link fewer of them at a time, in the files to link")
                .startsWith("expected records of which the model compares at most 4,000,000,000 pairs, found ")
                .contains("40,000 records have lee", " MB of memory: learn a model from records like these");
        assertThat(said.get(2))
                .startsWith("expected at most ")
                .contains(" pairs to keep, for which there is memory", "12,000 records have lee", "allow more memory")
                .endsWith("; CLEW_JAVA_OPTS=-Xmx16g allows 16 GB, in the files to link");
        assertThat(said.get(4)).startsWith("expected at most ").contains("keep fewer pairs by a higher cut");
        assertThat(folder.resolve("much")).doesNotExist();
    }

    /** What some commands said as errors, each followed by its exit code. */
    @SafeVarargs
    private List<String> inSmallMemory(List<String>... commands) throws IOException, InterruptedException {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                B1BlockOfAllTest.class.getName()));
        for (List<String> command : commands) {
            java.add(String.join("\n", command));
        }
        Process program = new ProcessBuilder(java)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said;
        try (BufferedReader reader = program.errorReader(StandardCharsets.UTF_8)) {
            said = reader.lines().toList();
        }
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    /** The program: runs some commands, the words of each parted by line ends. */
    public static void main(String[] commands) {
        for (String command : commands) {
            System.err.println("exit " + Command.run(command.split("\n", -1)));
        }
    }

    private int run(Path file, String out, String... options) {
        CommandLine command =
                new CommandLine(new Command()).setOut(new PrintWriter(words)).setErr(new PrintWriter(errors));
        String[] arguments = new String[4 + options.length];
        arguments[0] = "link";
        arguments[1] = file.toString();
        arguments[2] = "--out";
        arguments[3] = folder.resolve(out).toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return command.execute(arguments);
    }

    /** People of one family name and one date of birth, of whom every other has one given name. */
    private Path file(String name, int records) throws IOException {
        return file(name, records, 1);
    }

    /** People of so many families, each with one date of birth and two given names. */
    private Path file(String name, int records, int families) throws IOException {
        StringBuilder csv = new StringBuilder("local_id,given_name,family_name,date_of_birth\n");
        for (int record = 0; record < records; record++) {
            int family = record % families;
            csv.append('r').append(record).append(record / families % 2 == 0 ? ",Ann" : ",Bo");
            csv.append(",Lee").append(family == 0 ? "" : word(family)).append(",");
            csv.append(1990 - family / 12)
                    .append(family % 12 < 9 ? "-0" : "-")
                    .append(family % 12 + 1)
                    .append("-06\n");
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private static String word(int number) {
        String consonants = "bdfgklmnprstvz";
        return number == 0 ? "" : word(number / 14) + consonants.charAt(number % 14) + 'a';
    }
}
