package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies;
import clew.app.access.Role;
import clew.app.access.Users;
import clew.app.store.Store;
import clew.app.store.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code clew model} and {@code clew join} as they are run, with what they are given wrong too. */
@Tag("nightly") // opens and closes an embedded server for each command
class B3ModelCommandIT {
    private static final int USAGE = 2;
    private static final String MAP = """
            map: people
            version: 1
            standard: 1
            system: PEOPLE
            extract: delta
            include: {regime: uk_gdpr, purpose: safeguarding children, reason: known to the service}
            records:
              - shape: person
                key: [ID]
                fields:
                  given_name: FIRST
                  family_name: LAST
                  date_of_birth: {column: BORN, format: yyyy-MM-dd}
                  postcode: POSTCODE
                  simulated: {value: "yes"}
            """;

    @TempDir
    private static Path data;

    @Test
    void a_model_is_trained_compared_accepted_and_joined_by_commands_and_what_is_wrong_is_said() throws IOException {
        assertThat(run("join").words()).contains("0 records");
        Path rows = rows();
        Path map = Files.writeString(data.resolve("people.map.yaml"), MAP);
        assertThat(run("import", rows.toString(), "--agency", "hub", "--agency-kind", "OTHER", "--map", map.toString())
                        .code())
                .isZero();
        steward();

        Said trained = run("model", "train");
        assertThat(trained.code()).isZero();
        String id = found("compare ([0-9a-f]{12})", trained.words());
        assertThat(run("model", "show").words())
                .contains("shipped with Clew", "It is in force.", "Kept too: " + id, "Drift of 200 records");
        assertThat(run("model", "show", id).words()).contains("It is not in force.");
        assertThat(run("model", "compare", id).words())
                .contains("Model " + id + " against", "persons instead of", "Weights that change most");
        assertThat(run("join").code()).isZero();

        assertThat(run("model").code()).isEqualTo(USAGE);
        assertThat(run("model", "compare").code()).isEqualTo(USAGE);
        assertThat(run("model", "compare", "ffffff").code()).isEqualTo(USAGE);
        assertThat(run("model", "show", id, "--days", "many").code()).isEqualTo(USAGE);
        assertThat(run("model", "accept", id, "--by", "ivy").code()).isEqualTo(USAGE);
        assertThat(run("model", "accept", id, "--by", "ivy", "--reason", " ").code())
                .isEqualTo(USAGE);
        assertThat(run("model", "accept", id, "--by", "nobody", "--reason", "ours")
                        .code())
                .isEqualTo(USAGE);
        assertThat(run("model", "accept", "abc", "--by", "ivy", "--reason", "ours")
                        .code())
                .isEqualTo(USAGE);
        assertThat(run("join", "everything").code()).isEqualTo(USAGE);
        assertThat(run("model", "show").words())
                .as("nothing of that did anything")
                .contains("shipped with Clew");

        Said accepted = run("model", "accept", id, "--by", "ivy", "--reason", "it knows our names");
        assertThat(accepted.code()).isZero();
        assertThat(accepted.words()).contains("Model " + id + " is in force");
        assertThat(run("join").words()).contains("200 of people");
        assertThat(run("model", "show").words()).contains("It is in force.", "clew model train");
    }

    private static Path rows() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder rows = new StringBuilder("ID,FIRST,LAST,BORN,POSTCODE\n");
        for (int row = 0; row < 200; row++) {
            SplittableRandom of = new SplittableRandom(row / 2);
            rows.append("%d,%s,%s,%d-%02d-%02d,LS%d %dAB%n"
                    .formatted(
                            row,
                            random.nextInt(9) == 0 ? "Kit" : name(of),
                            name(of),
                            1960 + of.nextInt(50),
                            1 + of.nextInt(12),
                            1 + of.nextInt(28),
                            1 + of.nextInt(9),
                            1 + of.nextInt(9)));
        }
        return Files.writeString(data.resolve("people.csv"), rows);
    }

    private static String name(SplittableRandom of) {
        return "" + "BDFKLMNPRST".charAt(of.nextInt(11)) + "aeiou".charAt(of.nextInt(5))
                + "ldnrst".charAt(of.nextInt(6)) + "aeiou".charAt(of.nextInt(5));
    }

    private static void steward() {
        try (Store store = Store.open(new StoreSettings(data, null))) {
            new Users(store.engine())
                    .local(new Agencies(store.engine()).find("hub").orElseThrow(), "ivy", "Ivy", Role.DATA_STEWARD);
        }
    }

    private static String found(String pattern, String words) {
        Matcher matcher = Pattern.compile(pattern).matcher(words);
        assertThat(matcher.find()).as(words).isTrue();
        return matcher.group(1);
    }

    private record Said(int code, String words) {}

    private static Said run(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            return new Said(Command.run(all.toArray(String[]::new)), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
        }
    }
}
