package clew.core.linkage.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.core.linkage.Judgement;
import clew.core.linkage.Kind;
import clew.core.linkage.RecordTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of people about pairs of records, as they come back in a file. */
class AnswersFileTest {
    private static final String HEADER = "left_source,left_id,right_source,right_id,answer\n";
    private static final RecordTable TABLE = RecordTable.builder(
                    List.of(new RecordTable.Column("name", Kind.GIVEN_NAME)))
            .add("police", "2", "Ann")
            .add("police", "10", "Ann")
            .add("health, city", "2", "Ann")
            .build();

    @Test
    void same_not_and_unsure_are_read_in_any_order_of_columns_and_others_are_left() {
        AnswersFile answers = read(
                "note,answer,right_id,right_source,left_id,left_source\n"
                        + "x,same,10,police,2,police\n,NOT,2,\"health, city\",10,police\n,unsure,2,police,10,police\n,,2,police,10,police\n");
        assertThat(answers.judgements()).containsExactly(Judgement.same(0, 1), Judgement.notSame(1, 2));
        assertThat(List.of(answers.same(), answers.not(), answers.unsure(), answers.open()))
                .containsExactly(1, 1, 1, 1);
    }

    @Test
    void every_bad_row_is_told_with_its_line_before_anything_is_refused() {
        assertThatThrownBy(() -> read(HEADER
                        + "police,2,police,10,same\npolice,3,police,10,same\ncourt,2,police,10,not\n"
                        + "police,2,police,2,not\npolice,2,police,10,perhaps\npolice,2\n"))
                .isInstanceOf(UnreadableInput.class)
                .hasMessage("expected a record of police, found '3', in a.csv:3, field left_id\n"
                        + "expected a source, one of [police, health, city], found 'court', in a.csv:4, field left_source\n"
                        + "expected two records, found '2' of police twice, in a.csv:5\n"
                        + "expected same, not, unsure or nothing, found 'perhaps', in a.csv:6, field answer\n"
                        + "expected 5 fields, as in the header, found 2, in a.csv:7");
        assertThatThrownBy(() -> read(HEADER + "police,2,police,10,maybe\n".repeat(23)))
                .hasMessageEndingWith("in a.csv:21, field answer\nand 3 more, in a.csv");
    }

    @Test
    void a_file_without_the_columns_or_without_answers_is_refused() {
        assertThatThrownBy(() -> read("left_id,right_id,answer\n"))
                .hasMessage("expected one column 'left_source', found [left_id, right_id, answer], in a.csv:1");
        assertThatThrownBy(() -> read(HEADER)).hasMessage("expected answers below the header, found none, in a.csv:1");
        assertThatThrownBy(() -> read("")).hasMessage("expected answers below the header, found none, in a.csv:1");
    }

    @Test
    void the_form_for_a_clerk_comes_back_as_it_left_with_nothing_answered() throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        LinkOutput.writePairsToJudge(TABLE, List.of(new int[] {1, 2}, new int[] {0, 1}), form);
        String text = form.toString(StandardCharsets.UTF_8);
        assertThat(text).isEqualTo("pair," + HEADER + "1,police,10,\"health, city\",2,\n2,police,2,police,10,\n");
        assertThat(read(text).open()).isEqualTo(2);
        assertThat(read(text.replace(",10,\n", ",10,same\n")).judgements()).containsExactly(Judgement.same(0, 1));
    }

    private static AnswersFile read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return AnswersFile.read(new SourceFile("a", "a.csv", () -> new ByteArrayInputStream(bytes)), TABLE);
    }
}
