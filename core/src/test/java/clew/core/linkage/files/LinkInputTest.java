package clew.core.linkage.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.core.linkage.Kind;
import clew.core.linkage.RecordTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkInputTest {
    private static final String MAP = "id: ref\ncolumns:\n  first: given name\n  last: family name\n";

    @Test
    void a_map_names_the_kinds_of_columns() {
        RecordTable table =
                read(MAP, file("a", "ref,first,last,other\n1,Ann,Lee,x\n")).table();
        assertThat(table.columns())
                .containsExactly(
                        new RecordTable.Column("first", Kind.GIVEN_NAME),
                        new RecordTable.Column("last", Kind.FAMILY_NAME));
        assertThat(table.idOf(0)).isEqualTo("1");
        assertThat(table.valueOf(0, 1)).isEqualTo("Lee");
    }

    @Test
    void a_source_may_have_a_part_of_its_own_and_columns_meet_by_kind() {
        String map = MAP + "sources:\n  b:\n    id: no\n    columns: {surname: family name, forename: given name}\n";
        RecordTable table = read(
                        map, file("a", "ref,first,last\n1,Ann,Lee\n"), file("b", "no,surname,forename\n7,Lee,Anna\n"))
                .table();
        assertThat(table.valueOf(1, 0)).isEqualTo("Anna");
        assertThat(table.valueOf(1, 1)).isEqualTo("Lee");
        assertThat(table.sources()).containsExactly("a", "b");
    }

    @Test
    void headers_named_as_in_the_standard_need_no_map() {
        RecordTable table = LinkInput.read(
                        List.of(file(
                                "a",
                                "local_id,given_name,family_name,self_defined_ethnicity,disability\n1,Ann,Lee,x,y\n")),
                        null,
                        null)
                .table();
        assertThat(table.columns())
                .extracting(RecordTable.Column::kind)
                .containsExactly(Kind.GIVEN_NAME, Kind.FAMILY_NAME);
    }

    @Test
    void truth_is_read_beside_and_never_compared() {
        LinkInput input = LinkInput.read(
                List.of(file("a", "ref,first,last,who\n1,Ann,Lee,p\n2,Bo,Day,q\n3,An,Lee,p\n")), map(MAP), "who");
        assertThat(input.truth()).containsExactly(0, 1, 0);
        assertThat(input.table().columns()).extracting(RecordTable.Column::name).doesNotContain("who");
    }

    @Test
    void a_byte_order_mark_and_quoted_line_breaks_are_read_over() {
        RecordTable table = read(MAP, file("a", "\uFEFFref,first,last\n1,\"An\nn\",Lee\n2,Bo,Day\n"))
                .table();
        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_said_with_file_and_line() {
        refused("", "expected a header and records, found an empty file, in a.csv:1");
        refused("ref,first,last\n", "expected records below the header, found none, in a.csv:1");
        refused("ref,first\n1,Ann\n", "expected a column 'last', found [ref, first], in a.csv:1");
        refused("ref,first,last\n1,Ann,Lee\n2,Bo\n", "expected 3 fields, as in the header, found 2, in a.csv:3");
        refused("ref,first,last\n1,Ann,Lee\n1,Bo,Day\n", "expected each id once, found '1' again, in a.csv:3");
        refused("ref,first,last\n,Ann,Lee\n", "expected an id, found none, in a.csv:2");
        refused("ref,first,last,first\n1,Ann,Lee,x\n", "expected one column 'first', found two, in a.csv:1");
    }

    @Test
    void bytes_that_are_not_utf8_are_refused() {
        SourceFile latin = new SourceFile(
                "a",
                "a.csv",
                () -> new ByteArrayInputStream(
                        "ref,first,last\n1,Jos\u00e9,Lee\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertThatThrownBy(() -> read(MAP, latin))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("expected text in UTF-8");
    }

    @Test
    void a_map_with_an_unknown_kind_is_refused_with_its_field() {
        assertThatThrownBy(() -> map("id: ref\ncolumns: {first: nickname}\n"))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("found 'nickname', in m.yaml, field first");
    }

    @Test
    void what_a_map_says_is_taken_as_it_is_written() {
        ColumnMap map = map("id: 007\ncolumns: {1.0: given name, \"b\": family name}\nsources: {a: {id: yes}, b: }\n");
        assertThat(map.sectionOf("c").id()).isEqualTo("007");
        assertThat(map.sectionOf("c").kinds())
                .containsExactly(Map.entry("1.0", Kind.GIVEN_NAME), Map.entry("b", Kind.FAMILY_NAME));
        assertThat(map.sourcesNamed()).containsExactly("a", "b");
        assertThat(map.sectionOf("a").id()).isEqualTo("yes");
        assertThat(map.sectionOf("b")).isEqualTo(map.sectionOf("c"));
        assertThat(map("columns: [first]\nid:\n").sectionOf("a")).isEqualTo(new ColumnMap.Section(null, Map.of()));
    }

    @Test
    void a_map_that_is_no_map_is_refused() {
        for (String text : List.of("", "# nothing", "id", "- id")) {
            assertThatThrownBy(() -> map(text))
                    .isInstanceOf(UnreadableInput.class)
                    .hasMessageContaining("expected id and columns, found no map");
        }
    }

    @Test
    void a_map_that_is_no_yaml_is_refused() {
        assertThatThrownBy(() -> map("id: ["))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("expected a map in YAML");
    }

    @Test
    void two_files_of_one_name_are_refused() {
        assertThatThrownBy(() -> read(MAP, file("a", "ref,first,last\n1,A,B\n"), file("a", "ref,first,last\n1,A,B\n")))
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContaining("expected files whose names differ");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(MAP, file("a", text)))
                .isInstanceOf(UnreadableInput.class)
                .hasMessage(message);
    }

    private static LinkInput read(String map, SourceFile... files) {
        return LinkInput.read(List.of(files), map(map), null);
    }

    private static ColumnMap map(String text) {
        return ColumnMap.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "m.yaml");
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(
                name, name + ".csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
