package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class C3GroupsCommandTest {
    @TempDir
    Path folder;

    /** Two adults who were with three children at three places, and people who met nobody twice. */
    private Path attendance() throws IOException {
        List<String> rows = new ArrayList<>(List.of("person_id,event_id,date,place,date_of_birth,agency"));
        for (int meeting = 0; meeting < 6; meeting++) {
            String event = ",m" + meeting + ",2025-0" + (1 + meeting) + "-05,spot-" + meeting % 3 + ",";
            String agency = List.of(",police", ",care").get(meeting % 2);
            rows.add("adult-a" + event + "1985-04-03" + agency);
            rows.add("adult-b" + event + "1988-04-03" + agency);
            rows.add("child-" + meeting % 3 + event + "2011-06-07" + agency);
            rows.add("child-" + (meeting + 1) % 3 + event + "2011-06-07" + agency);
        }
        for (int other = 0; other < 120; other++) {
            String event = ",o" + other + ",2025-02-1" + other % 10 + ",street-" + other + ",1970-01-02,police";
            rows.add("other-" + other + event);
            rows.add("other-" + (other + 7) % 120 + event);
        }
        return Files.write(folder.resolve("attendance.csv"), rows);
    }

    private int run(String... arguments) {
        return Command.run(arguments);
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(name));
    }

    @Test
    void it_writes_communities_lines_reasons_and_report_from_a_plain_table() throws IOException {
        Path out = folder.resolve("out");
        Path truth = Files.write(
                folder.resolve("truth.csv"),
                List.of("entity_id,community_id", "adult-a,1", "adult-b,1", "child-0,1", "child-1,1", "child-2,1"));

        assertThat(run(
                        "groups",
                        attendance().toString(),
                        "--out",
                        out.toString(),
                        "--truth",
                        truth.toString(),
                        "--replay"))
                .isZero();
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "communities.csv",
                            "groups.csv",
                            "groups.json",
                            "patterns.json",
                            "replay.svg",
                            "report.html",
                            "score.json");
        }
        assertThat(lines("communities.csv"))
                .startsWith("entity_id,community_id")
                .hasSizeGreaterThan(120);
        assertThat(lines("groups.csv"))
                .startsWith("group_id,entity_id,kind")
                .contains("L1,adult-a,person", "L1,adult-b,person", "L1,child-0,child", "L1,child-2,child")
                .noneMatch(line -> line.contains("other-"));
        JsonNode group = JsonMapper.shared()
                .readTree(Files.readString(out.resolve("groups.json")))
                .at("/groups/0");
        assertThat(group.path("evidence_against")).isNotEmpty();
        assertThat(group.path("would_change")).isNotEmpty();
        assertThat(group.path("missing")).isNotEmpty();
        assertThat(group.path("surfaced").asString()).startsWith("2025-0");
        assertThat(group.path("ties_of_several_agencies").asInt()).isPositive();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("Evidence against", "What would change it", "no accusation", "When each would have surfaced")
                .contains(
                        "Of 1 line that all records together show",
                        "Lines that could be seen by the end of each quarter");
        assertThat(Files.readString(out.resolve("replay.svg")))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("All records together: 1", "One agency alone: ", "<desc>Of 1 line");
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(out.resolve("score.json")))
                        .at("/lines/right")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_map_says_which_column_holds_what_and_the_same_run_gives_the_same_bytes() throws IOException {
        Path table = Files.write(
                folder.resolve("seen.csv"),
                List.of("who,event,when", "a,e1,1999", "b,e1,1999", "c,e2,2000-02", "a,e2,2000-02"));
        Path map = Files.writeString(
                folder.resolve("map.yaml"), "sources:\n  seen:\n    columns: {who: person, when: date}\n");
        Path out = folder.resolve("out");

        assertThat(run("groups", table.toString(), "--map", map.toString(), "--out", out.toString()))
                .isZero();
        List<String> first = lines("groups.json");
        assertThat(lines("communities.csv")).hasSize(4);
        assertThat(run("groups", table.toString(), "--map", map.toString(), "--out", out.toString()))
                .isZero();
        assertThat(lines("groups.json")).isEqualTo(first);
    }

    @Test
    void pairs_of_people_are_a_graph() throws IOException {
        List<String> rows = new ArrayList<>(List.of("from,to"));
        for (int one = 0; one < 6; one++) {
            for (int other = one + 1; other < 6; other++) {
                rows.add("a" + one + ",a" + other);
                rows.add("b" + one + ",b" + other);
            }
        }
        rows.add("a0,b0");
        Path edges = Files.write(folder.resolve("edges.csv"), rows);

        assertThat(run(
                        "groups",
                        edges.toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isZero();
        assertThat(lines("communities.csv").stream()
                        .skip(1)
                        .map(line -> line.charAt(0) + line.substring(2))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void rows_that_cannot_be_read_are_left_out_and_counted_and_files_that_cannot_are_refused() throws IOException {
        Path table = Files.write(
                folder.resolve("t.csv"),
                List.of("person_id,event_id,date", "a,e1,2025-01-02", ",e1,2025-01-02", "b,e1,soon"));
        String out = folder.resolve("out").toString();

        assertThat(run("groups", table.toString(), "--out", out)).isEqualTo(1);
        assertThat(run("groups", folder.resolve("none.csv").toString(), "--out", out))
                .isEqualTo(3);
        Path other = Files.write(folder.resolve("other.csv"), List.of("colour,size", "red,1"));
        assertThat(run("groups", other.toString(), "--out", out)).isEqualTo(3);
        assertThat(run("groups", table.toString())).isEqualTo(2);
        assertThat(run("groups", table.toString(), "--out", out, "--forget-reasons", "2"))
                .isEqualTo(2);
        assertThat(run("groups", table.toString(), "--out", out, "--truth-persons", "missing.csv"))
                .isEqualTo(2);
    }

    @Test
    void what_recurs_beside_the_lines_and_what_is_too_busy_is_written_with_its_reasons() throws IOException {
        List<String> rows = new ArrayList<>(List.of("person_id,event_id,date,date_of_birth,vehicle"));
        for (int trip = 0; trip < 40; trip++) {
            String date = ",t" + trip + ",2025-03-" + (10 + trip % 20);
            rows.add("child-" + trip + date + ",2011-06-07," + (trip < 8 ? "AB12 CDE" : "TAXI"));
            rows.add("grown-" + trip + ",g" + trip + ",2025-04-02,1980-01-02,CAR " + trip % 20);
        }
        Path table = Files.write(folder.resolve("trips.csv"), rows);

        assertThat(run(
                        "groups",
                        table.toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isZero();
        JsonNode found = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("out").resolve("patterns.json")));
        assertThat(found.at("/patterns/0/evidence_against")).isNotEmpty();
        assertThat(found.at("/patterns/0/about_a_professional").asBoolean()).isFalse();
        assertThat(found.at("/over_connected/0/subject").asString()).isEqualTo("vehicle|TAXI");
        assertThat(found.at("/over_connected/0/why").asString()).contains("32 occasions");
    }

    @Test
    void the_extracts_of_a_simulated_region_are_read_through_their_mappings() throws IOException {
        Path region = folder.resolve("region");
        assertThat(run("simulate", "--people", "2000", "--seed", "3", "--out", region.toString()))
                .isZero();

        assertThat(run(
                        "groups",
                        region.resolve("extracts").toString(),
                        "--persons",
                        region.resolve("truth/persons.csv").toString(),
                        "--truth",
                        region.resolve("truth/groups.csv").toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isLessThan(2);
        JsonNode score = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("out").resolve("score.json")));
        assertThat(score.at("/lines/groups").asInt()).isEqualTo(2);
        assertThat(lines("communities.csv")).hasSizeGreaterThan(500);

        assertThat(run(
                        "groups",
                        region.resolve("extracts").toString(),
                        "--truth-persons",
                        region.resolve("truth/persons.csv").toString(),
                        "--truth",
                        region.resolve("truth/groups.csv").toString(),
                        "--out",
                        folder.resolve("linked").toString()))
                .isLessThan(2);
        JsonNode linked = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("linked").resolve("score.json")));
        assertThat(linked.at("/lines/suggestions").asInt())
                .as("as many lines of linked as of true persons, give or take one")
                .isBetween(
                        score.at("/lines/suggestions").asInt() - 1,
                        score.at("/lines/suggestions").asInt() + 1);
        assertThat(linked.at("/enough_evidence/groups").asInt())
                .isEqualTo(score.at("/enough_evidence/groups").asInt());
        assertThat(linked.at("/lines/right").asInt())
                .isEqualTo(score.at("/lines/right").asInt());
    }
}
