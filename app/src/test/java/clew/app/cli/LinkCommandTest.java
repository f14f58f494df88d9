package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LinkCommandTest {
    private static final String[] GIVEN = {"Ann", "Bela", "Carol", "Dora", "Emrys", "Fay", "Gwen", "Hana"};
    private static final String[] FAMILY = {
        "Abbott", "Barker", "Carver", "Dyer", "Fletcher", "Glover", "Harper", "Mason"
    };

    @TempDir
    Path folder;

    private Path people = Path.of("people.csv");

    @BeforeEach
    void write_people() throws IOException {
        StringBuilder csv = new StringBuilder("local_id,given_name,family_name,date_of_birth,who\n");
        for (int i = 0; i < 64; i++) {
            String row = ",%s,%s,%d-%02d-%02d,p%d\n"
                    .formatted(GIVEN[i % 8], FAMILY[i / 8], 1970 + i % 31, 2 + i % 11, 2 + i % 26, i);
            csv.append("a").append(i).append(row).append("b").append(i).append(row);
        }
        people = folder.resolve("people.csv");
        Files.writeString(people, csv);
    }

    @Test
    void it_writes_persons_pairs_model_report_and_score() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Command.run("link", people.toString(), "--out", out.toString(), "--truth", "who", "--json"))
                .isZero();
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "persons.csv",
                            "pairs.csv",
                            "needs-attention.csv",
                            "clerk.csv",
                            "model.json",
                            "report.html",
                            "score.json");
        }
        List<String> persons = Files.readAllLines(out.resolve("persons.csv"));
        assertThat(persons).hasSize(129).startsWith("source,record_id,person_id");
        assertThat(persons.get(1)).isEqualTo("people,a0,P1");
        assertThat(persons.get(2)).isEqualTo("people,b0,P1");
        JsonNode score = JsonMapper.shared().readTree(Files.readString(out.resolve("score.json")));
        assertThat(score.at("/clusters_best/f1").asDouble())
                .isGreaterThanOrEqualTo(score.at("/clusters/f1").asDouble())
                .isPositive();
        assertThat(Files.readAllLines(out.resolve("pairs.csv")).get(0))
                .isEqualTo("left_source,left_id,right_source,right_id,probability,weight_bits");
    }

    @Test
    void the_same_run_writes_the_same_bytes() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        Command.run("link", people.toString(), "--out", one.toString(), "--threads", "1");
        Command.run("link", people.toString(), "--out", other.toString(), "--threads", "3");
        for (String name : List.of("persons.csv", "pairs.csv", "model.json")) {
            assertThat(Files.readAllBytes(other.resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readAllBytes(one.resolve(name)));
        }
    }

    @Test
    void a_saved_model_gives_the_same_bytes_again_and_links_files_with_fewer_columns() throws IOException {
        Path one = folder.resolve("learnt");
        Path other = folder.resolve("applied");
        Command.run("link", people.toString(), "--out", one.toString());
        String model = one.resolve("model.json").toString();
        assertThat(Command.run("link", people.toString(), "--out", other.toString(), "--model", model))
                .isZero();
        for (String name : List.of("persons.csv", "pairs.csv", "model.json")) {
            assertThat(other.resolve(name)).as(name).hasSameBinaryContentAs(one.resolve(name));
        }
        assertThat(Files.readString(other.resolve("report.html"))).contains("before and applied as it is");
        Path few = folder.resolve("few.csv");
        Files.writeString(few, "local_id,given_name,family_name\n1,Ann,Ash\n2,Ann,Ash\n");
        assertThat(Command.run("link", few.toString(), "--out", other.toString(), "--model", model))
                .isZero();
        Files.writeString(few, "{\"version\":1}");
        assertThat(Command.run("link", people.toString(), "--out", other.toString(), "--model", few.toString()))
                .isEqualTo(3);
    }

    @Test
    void input_that_cannot_be_read_ends_with_3_and_leaves_no_file() throws IOException {
        Files.writeString(people, "local_id,given_name\n1,Ann\n2\n");
        Path out = folder.resolve("out");
        assertThat(Command.run("link", people.toString(), "--out", out.toString()))
                .isEqualTo(3);
        assertThat(out).doesNotExist();
        assertThat(Command.run("link", folder.resolve("nobody.csv").toString(), "--out", out.toString()))
                .isEqualTo(3);
    }

    @Test
    void columns_that_are_not_compared_are_named_and_those_of_truth_and_groups_are_not() throws IOException {
        Path named = folder.resolve("named.csv");
        Files.writeString(named, Files.readString(people).replaceFirst("given_name", "first name"));
        String out = folder.resolve("out").toString();
        assertThat(told("link", named.toString(), "--out", out, "--truth", "who"))
                .contains("note: not compared, for the standard has no such names: first name, in " + named)
                .doesNotContain("who");
        assertThat(told("link", people.toString(), "--out", out, "--truth", "who"))
                .doesNotContain("not compared");
        assertThat(told("link", people.toString(), "--out", out)).contains("no such names: who, in");
    }

    /** Row B3: what guards stop, and what is too large to be trusted unseen, is a list with reasons. */
    @Test
    void what_needs_a_person_is_a_list_with_reasons_and_is_counted_on_the_console() throws IOException {
        StringBuilder csv = new StringBuilder(Files.readString(people));
        for (int copy = 0; copy < 25; copy++) {
            csv.append("z").append(copy).append(",Zoe,Young,1999-01-31,z\n");
        }
        Files.writeString(people, csv);
        Path out = folder.resolve("out");
        assertThat(told("link", people.toString(), "--out", out.toString(), "--json"))
                .contains("for people to look at, in needs-attention.csv: 1 large")
                .contains("\"needs_attention\":{\"large\":1}");
        List<String> rows = Files.readAllLines(out.resolve("needs-attention.csv"));
        assertThat(rows).hasSize(26);
        assertThat(rows.get(0)).isEqualTo("matter,why,reason,source,record_id,person_id,tie");
        assertThat(rows.get(1))
                .startsWith("1,large,\"Joined, though more than 20 records are one person: ")
                .contains("\",people,z0,P")
                .endsWith(",");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("more than 20 records are one person", "needs-attention.csv");
    }

    private static String told(String... arguments) {
        StringWriter words = new StringWriter();
        assertThat(new CommandLine(new Command()).setOut(new PrintWriter(words)).execute(arguments))
                .isZero();
        return words.toString();
    }

    @Test
    void wrong_use_ends_with_2() {
        assertThat(Command.run("link", people.toString())).isEqualTo(2);
        assertThat(Command.run("link", people.toString(), "--out", "x", "--link-only"))
                .isEqualTo(2);
        assertThat(Command.run("link", people.toString(), "--out", "x", "--threshold", "1.5"))
                .isEqualTo(2);
        assertThat(Command.run("link", people.toString(), "--out", "x", "--dedupe", "--link-only"))
                .isEqualTo(2);
    }

    @Test
    void a_folder_of_results_keeps_its_old_files_when_writing_fails() throws IOException {
        Path out = folder.resolve("out");
        try (OutputFolder first = new OutputFolder(out)) {
            first.write("a.txt", stream -> stream.write('1'));
            first.keep();
        }
        try (OutputFolder second = new OutputFolder(out)) {
            second.write("a.txt", stream -> stream.write('2'));
        }
        assertThat(Files.readString(out.resolve("a.txt"))).isEqualTo("1");
        try (var files = Files.list(out)) {
            assertThat(files).hasSize(1);
        }
    }
}
