package clew.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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

/** Bad input through the whole command: what was expected, what was found and where, the exit code, and no file left behind. */
class LinkInputFaultsTest {
    private static final String HEADER = "local_id,given_name,family_name\n";

    @TempDir
    Path folder;

    @Test
    void an_empty_file_is_refused() throws IOException {
        refused(3, "expected a header and records, found an empty file, in " + file("") + ":1");
    }

    @Test
    void a_header_alone_is_refused() throws IOException {
        refused(3, "expected records below the header, found none, in " + file(HEADER) + ":1");
    }

    @Test
    void one_row_is_one_person() throws IOException {
        file(HEADER + "a1,Ann,Lee\n");
        assertThat(run()).isZero();
        assertThat(Files.readAllLines(out().resolve("persons.csv")))
                .containsExactly("source,record_id,person_id", "people,a1,P1");
        assertThat(Files.readAllLines(out().resolve("pairs.csv"))).hasSize(1);
    }

    @Test
    void ragged_rows_are_refused_with_their_line() throws IOException {
        refused(
                3,
                "expected 3 fields, as in the header, found 2, in " + file(HEADER + "a1,\"A\nnn\",Lee\na2,Bo\n")
                        + ":4");
    }

    @Test
    void a_second_record_of_one_id_is_refused_with_its_line() throws IOException {
        refused(
                3,
                "expected each id once, found 'a1' again, in " + file(HEADER + "a1,Ann,Lee\na2,Bo,Day\na1,Cy,Fox\n")
                        + ":4");
    }

    @Test
    void other_bytes_than_utf8_are_refused() throws IOException {
        Path people = folder.resolve("people.csv");
        Files.write(people, (HEADER + "a1,Ann,Lee\na2,Jos\u00e9,Lee\n").getBytes(ISO_8859_1));
        refused(3, "expected text in UTF-8, found other bytes, in " + people + ", after line 1");
    }

    @Test
    void a_map_that_names_a_column_which_is_not_there_is_refused() throws IOException {
        Path people = file(HEADER + "a1,Ann,Lee\n");
        refused(
                3,
                "expected a column 'surname', found [local_id, given_name, family_name], in " + people + ":1",
                "--map",
                map("id: local_id\ncolumns: {surname: family name}\n"));
    }

    @Test
    void a_map_whose_key_column_is_not_there_is_refused() throws IOException {
        Path people = file(HEADER + "a1,Ann,Lee\n");
        refused(
                3,
                "expected a column 'ref', found [local_id, given_name, family_name], in " + people + ":1",
                "--map",
                map("id: ref\ncolumns: {given_name: given name}\n"));
    }

    @Test
    void a_truth_column_that_is_not_there_is_refused() throws IOException {
        Path people = file(HEADER + "a1,Ann,Lee\n");
        refused(
                3,
                "expected a column 'who', found [local_id, given_name, family_name], in " + people + ":1",
                "--truth",
                "who");
    }

    @Test
    void a_file_or_map_that_is_none_or_a_folder_is_refused() throws IOException {
        refused(3, "expected a CSV file, found none, in " + folder.resolve("people.csv"));
        Files.createDirectory(folder.resolve("people.csv"));
        refused(3, "expected a CSV file, found a folder, in " + folder.resolve("people.csv"));
        refused(3, "expected a map, found a folder, in " + folder, "--map", folder.toString());
        refused(
                3,
                "expected a map, found no file, in " + folder.resolve("m"),
                "--map",
                folder.resolve("m").toString());
    }

    @Test
    void a_cell_of_ten_megabytes_is_linked() throws IOException {
        file(HEADER + "a1," + "Ann".repeat(3_500_000) + ",Lee\na2,Ann,Lee\na3,Bo,Day\n");
        assertThat(run()).isZero();
        assertThat(Files.readAllLines(out().resolve("persons.csv"))).hasSize(4);
    }

    @Test
    void emoji_and_names_from_right_to_left_are_linked_and_written_as_they_came() throws IOException {
        file(
                HEADER
                        + "\u0623-1,\u0645\u062d\u0645\u062f,\u0639\u0644\u064a\na\uD83D\uDE00,\uD83D\uDC69\u200D\uD83D\uDC67,\u05DB\u05D4\u05DF\n");
        assertThat(run()).isZero();
        assertThat(Files.readAllLines(out().resolve("persons.csv")))
                .containsExactlyInAnyOrder(
                        "source,record_id,person_id", "people,\u0623-1,P2", "people,a\uD83D\uDE00,P1");
    }

    @Test
    void rows_without_a_value_and_rows_of_one_column_are_persons_of_their_own() throws IOException {
        file(HEADER + "a1,,\na2,,\na3,,\n");
        assertThat(run()).isZero();
        assertThat(Files.readAllLines(out().resolve("persons.csv")))
                .containsExactly("source,record_id,person_id", "people,a1,P1", "people,a2,P2", "people,a3,P3");
        file("local_id,family_name\na1,Lee\na2,Day\n");
        assertThat(run()).isZero();
        assertThat(Files.readAllLines(out().resolve("persons.csv"))).hasSize(3);
    }

    @Test
    void a_hundred_rows_all_equal_are_linked() throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int row = 0; row < 100; row++) {
            csv.append('a').append(row).append(",Ann,Lee\n");
        }
        file(csv.toString());
        assertThat(run()).isZero();
        assertThat(Files.readAllLines(out().resolve("persons.csv"))).hasSize(101);
    }

    @Test
    void an_out_folder_that_cannot_be_made_is_said_before_anything_is_read() throws IOException {
        Path people = file(HEADER + "a1,Ann,Lee\n");
        Said said =
                said("link", people.toString(), "--out", people.resolve("out").toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.words())
                .contains("expected a folder for the results, found a file, in " + people.toAbsolutePath());
    }

    @Test
    void settings_out_of_range_are_wrong_use() throws IOException {
        file(HEADER + "a1,Ann,Lee\n");
        refused(2, "expected a threshold between 0 and 1, found 2.0", "--threshold", "2");
        refused(2, "expected pairs-above from 0 to below 1, found 1.0", "--pairs-above", "1");
        refused(2, "expected at least 1 thread, found 0", "--threads", "0");
    }

    /** What a run printed as an error, and how it ended. */
    private record Said(int code, String words) {}

    private void refused(int code, String message, String... options) {
        List<String> words =
                new ArrayList<>(List.of("link", folder.resolve("people.csv").toString(), "--out", out().toString()));
        words.addAll(List.of(options));
        Said said = said(words.toArray(String[]::new));
        assertThat(said.words()).contains(message);
        assertThat(said.code()).isEqualTo(code);
        assertThat(out()).doesNotExist();
    }

    private int run() {
        return Command.run("link", folder.resolve("people.csv").toString(), "--out", out().toString());
    }

    private static Said said(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            int code = Command.run(arguments);
            return new Said(code, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("people.csv"), text);
    }

    private String map(String text) throws IOException {
        return Files.writeString(folder.resolve("map.yaml"), text).toString();
    }
}
