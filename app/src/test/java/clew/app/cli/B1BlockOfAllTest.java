package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
        StringBuilder csv = new StringBuilder("local_id,given_name,family_name,date_of_birth\n");
        for (int record = 0; record < records; record++) {
            csv.append('r')
                    .append(record)
                    .append(record % 2 == 0 ? ",Ann" : ",Bo")
                    .append(",Lee,1990-05-06\n");
        }
        return Files.writeString(folder.resolve(name), csv);
    }
}
