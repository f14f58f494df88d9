package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows B3 and B4: {@code clew link --answers} takes what people answered of a sample of pairs, and says what it did. */
class B3AnswersTest {
    private static final String[] GIVEN = {"Ann", "Bela", "Carol", "Dora", "Emrys", "Fay", "Gwen", "Hana"};
    private static final String[] FAMILY = {
        "Abbott", "Barker", "Carver", "Dyer", "Fletcher", "Glover", "Harper", "Mason"
    };

    @TempDir
    Path folder;

    private Path people = Path.of("people.csv");
    private List<String> form = List.of();
    private String scoresBefore = "";

    /** What a run printed, and how it ended. */
    private record Said(int code, String words, String errors) {}

    @BeforeEach
    void link_people_without_answers() throws IOException {
        StringBuilder csv = new StringBuilder("local_id,given_name,family_name,date_of_birth\n");
        for (int i = 0; i < 64; i++) {
            String row = ",%s,%s,%d-%02d-%02d\n"
                    .formatted(GIVEN[i % 8], FAMILY[i / 8], 1970 + i % 31, 2 + i % 11, 2 + i % 26);
            csv.append("a").append(i).append(row).append("b").append(i).append(row);
        }
        people = folder.resolve("people.csv");
        Files.writeString(people, csv);
        assertThat(link("before").code()).isZero();
        form = Files.readAllLines(folder.resolve("before/clerk.csv"));
        scoresBefore = Files.readString(folder.resolve("before/pairs.csv"));
    }

    @Test
    void the_form_filled_in_moves_every_score_alike_and_console_report_and_json_say_by_how_much() throws IOException {
        assertThat(form.get(0)).isEqualTo("pair,left_source,left_id,right_source,right_id,answer");
        List<String> answered = new ArrayList<>(form.subList(0, 1));
        for (String line : form.subList(1, form.size())) {
            answered.add(line + (line.contains(",a1,") ? "unsure" : "not"));
        }
        String file = file(answered);
        Said said = link("after", "--answers", file, "--json");
        assertThat(said.code()).as(said.errors()).isZero();
        JsonNode json = JsonMapper.shared()
                .readTree(said.words().strip().lines().reduce("", (a, b) -> b))
                .path("answers");
        double moved = json.path("moved_bits").asDouble();
        assertThat(moved).isNegative();
        assertThat(json.path("counted").asInt() + json.path("unsure").asInt()).isEqualTo(form.size() - 1);
        assertThat(json.path("not").asInt())
                .isEqualTo(json.path("counted").asInt())
                .isPositive();
        String words = "answers: 0 same, %d not".formatted(json.path("not").asInt());
        assertThat(said.words()).contains(words).contains("all scores moved by %+.2f bits".formatted(moved));
        String report = Files.readString(folder.resolve("after/report.html"));
        assertThat(report)
                .contains("answers of people", words)
                .contains("All scores were moved by %+.2f bits".formatted(moved))
                .doesNotContain("Warning: look before you use this result");
        assertThat(bits("after") - bits("before")).isCloseTo(moved, within(2e-6));
    }

    @Test
    void answers_that_contradict_move_nothing_and_are_for_a_person_to_decide() throws IOException {
        String file = file(List.of(
                "left_source,left_id,right_source,right_id,answer",
                "people,a1,people,b1,same",
                "people,b1,people,a2,same",
                "people,a2,people,a1,not"));
        Said said = link("after", "--answers", file);
        assertThat(said.code()).as(said.errors()).isZero();
        assertThat(said.words())
                .contains("answers: 2 same, 1 not, 0 unsure, 0 not answered yet; 0 counted")
                .contains("moved by +0.00 bits");
        assertThat(Files.readString(folder.resolve("after/report.html")))
                .contains("None of these answers was counted.");
        assertThat(Files.readString(folder.resolve("after/pairs.csv"))).isEqualTo(scoresBefore);
    }

    @Test
    void bad_answers_are_all_named_and_nothing_is_written() throws IOException {
        String file = file(List.of(
                "left_source,left_id,right_source,right_id,answer",
                "people,a1,people,b1,same",
                "people,zz,people,b1,same",
                "people,a1,people,b1,Yes"));
        Said said = link("after", "--answers", file);
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.errors())
                .contains("expected a record of people, found 'zz', in " + file + ":3, field left_id")
                .contains("expected same, not, unsure or nothing, found 'Yes', in " + file + ":4, field answer");
        assertThat(folder.resolve("after")).doesNotExist();
        assertThat(link("after", "--answers", folder.resolve("none.csv").toString())
                        .errors())
                .contains("expected a CSV file, found none, in ");
    }

    @Test
    void a_fixed_model_learns_nothing_from_answers_either() throws IOException {
        Said said = link(
                "after",
                "--answers",
                file(form),
                "--model",
                folder.resolve("before/model.json").toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errors()).contains("mutually exclusive");
    }

    private double bits(String run) throws IOException {
        String best =
                Files.readAllLines(folder.resolve(run).resolve("pairs.csv")).get(1);
        return Double.parseDouble(best.substring(best.lastIndexOf(',') + 1));
    }

    private String file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("answers.csv"), lines).toString();
    }

    private Said link(String out, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("link", people.toString(), "--out", folder.resolve(out).toString()));
        arguments.addAll(List.of(options));
        StringWriter words = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = new CommandLine(new Command())
                .setOut(new PrintWriter(words))
                .setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
        return new Said(code, words.toString(), errors.toString());
    }
}
