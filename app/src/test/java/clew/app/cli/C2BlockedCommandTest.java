package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code clew groups --blocked}: what is on the list makes no tie and is shown; what is past its review date counts again and is told; what is wrong is told with its place. */
class C2BlockedCommandTest {
    @TempDir
    Path folder;

    /** Two adults who were in a car at other times than the same two children, and people who met nobody twice. */
    private Path trips() throws IOException {
        List<String> rows = new ArrayList<>(List.of("person_id,event_id,date,place,date_of_birth,vehicle"));
        for (int trip = 0; trip < 6; trip++) {
            for (String adult : List.of("adult-a", "adult-b")) {
                rows.add(adult + ",d" + trip + ",2025-0" + (1 + trip) + "-05,garage,1985-04-03,POOL 1");
            }
            for (String child : List.of("child-a", "child-b")) {
                rows.add(child + ",r" + trip + ",2025-0" + (1 + trip) + "-15,spot-" + trip % 2 + ",2011-06-07,POOL 1");
            }
        }
        for (int other = 0; other < 120; other++) {
            String event = ",o" + other + ",2025-02-1" + other % 10 + ",street-" + other + ",1970-01-02,";
            rows.add("other-" + other + event);
            rows.add("other-" + (other + 7) % 120 + event);
        }
        return Files.write(folder.resolve("trips.csv"), rows);
    }

    private Path blocked(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,reason,review_date"));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve("blocked.csv"), lines);
    }

    private record Ran(int code, String out, String errors) {}

    private Ran run(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "groups", trips().toString(), "--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        PrintStream out = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = Command.run(arguments.toArray(String[]::new));
            return new Ran(code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(errors);
        }
    }

    private List<String> groups() throws IOException {
        return Files.readAllLines(folder.resolve("out/groups.csv"));
    }

    private JsonNode patterns() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("out/patterns.json")));
    }

    @Test
    void what_is_on_the_list_makes_no_tie_until_its_review_and_is_shown_with_whom_it_was() throws IOException {
        assertThat(run().code()).isZero();
        List<String> whole = groups();
        assertThat(whole).contains("L1,adult-a,person", "L1,vehicle|POOL 1,vehicle");

        String list = blocked("vehicle|POOL 1,The pool car of the youth service,2026-03-01")
                .toString();
        assertThat(run("--blocked", list, "--as-on", "2026-02-28").code()).isZero();
        assertThat(groups()).hasSize(1);
        JsonNode shown = patterns().at("/block_list/0");
        assertThat(shown.path("standing").asString()).isEqualTo("in_force");
        assertThat(shown.path("reason").asString()).isEqualTo("The pool car of the youth service");
        assertThat(shown.path("episodes").asInt()).isEqualTo(12);
        assertThat(shown.at("/with/child-a").asInt()).isEqualTo(6);

        Ran ended = run("--blocked", list, "--as-on", "2026-03-01");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("vehicle|POOL 1 was due for review on 2026-03-01 and counts again");
        assertThat(groups()).isEqualTo(whole);
        assertThat(patterns().at("/block_list/0/standing").asString()).isEqualTo("ended");
    }

    @Test
    void what_is_wrong_is_told_with_its_place_and_changes_nothing() throws IOException {
        run();
        List<String> whole = groups();
        Path list = blocked(
                "vehicle|POOL 9,Another car,2026-03-01",
                "adult-a,Is never on it,2026-03-01",
                "vehicle|POOL 1,,2026-03-01",
                "vehicle|POOL 1,The pool car,soon");
        Ran ran = run("--blocked", list.toString(), "--as-on", "2026-02-01");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.errors())
                .contains(
                        "expected the id of a vehicle, phone, account, organisation or place of the input, found vehicle|POOL 9, in "
                                + list + ":2, field id",
                        "found somebody's, adult-a, in " + list + ":3, field id",
                        "expected why it makes no tie, found nothing, in " + list + ":4, field reason",
                        "expected a day such as 2026-11-28, found soon, in " + list + ":5, field review_date");
        assertThat(groups()).isEqualTo(whole);

        Path other = Files.write(folder.resolve("other.csv"), List.of("id,why", "x,y"));
        assertThat(run("--blocked", other.toString()).code()).isEqualTo(3);
        assertThat(run("--blocked", folder.resolve("none.csv").toString()).code())
                .isEqualTo(3);
        assertThat(run("--as-on", "2026-02-01").code()).isEqualTo(2);
    }
}
