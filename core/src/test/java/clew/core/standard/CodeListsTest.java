package clew.core.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeListsTest {

    @Test
    void every_row_names_its_source_and_confidence() {
        for (CodeList list : CodeLists.all()) {
            assertThat(list.codes()).as(list.name()).isNotEmpty();
            assertThat(list.title()).isNotBlank();
            assertThat(list.about()).isNotBlank();
            for (Code code : list.codes()) {
                assertThat(code.source()).as(list + " " + code).isNotBlank();
                assertThat(code.detail("confidence")).as(list + " " + code).isNotBlank();
            }
        }
    }

    @Test
    void what_comes_from_general_knowledge_is_unverified() {
        assertThat(CodeLists.named("crime_outcome").code("1").confidence()).isEqualTo(Confidence.UNVERIFIED);
        assertThat(CodeLists.named("crime_outcome").code("22").confidence()).isEqualTo(Confidence.VERIFIED);
        assertThat(CodeLists.named("crime_outcome").code("15").confidence()).isEqualTo(Confidence.PARTLY_VERIFIED);
        assertThat(CodeLists.named("event_type").code("crime").confidence()).isEqualTo(Confidence.OWN);
    }

    @Test
    void the_version_that_holds_depends_on_the_day() {
        assertThat(CodeLists.on("sex_cin", LocalDate.of(2023, 9, 1))
                        .orElseThrow()
                        .codes())
                .extracting(Code::code)
                .containsExactly("0", "1", "2", "9");
        assertThat(CodeLists.on("sex_cin", LocalDate.of(2024, 4, 1))
                        .orElseThrow()
                        .codes())
                .extracting(Code::code)
                .containsExactly("M", "F", "U");
        assertThat(CodeLists.named("sex_cin").version()).isEqualTo(2);
    }

    @Test
    void only_one_version_of_a_list_holds_on_a_day() {
        Set<String> current = new HashSet<>();
        for (CodeList list : CodeLists.all()) {
            if (list.holdsOn(LocalDate.of(2026, 6, 1))) {
                assertThat(current.add(list.name())).as(list.name()).isTrue();
            }
        }
    }

    @Test
    void a_code_is_recognised_by_code_label_and_other_wordings() {
        CodeList types = CodeLists.named("event_type");
        assertThat(types.recognise("stop_check")).contains(types.code("stop_check"));
        assertThat(types.recognise(" Stop and Search ")).contains(types.code("stop_check"));
        assertThat(types.recognise("A&E attendance")).contains(types.code("a_and_e_attendance"));
        assertThat(types.recognise("dragon")).isEmpty();
    }

    @Test
    void the_reasons_for_gaps_in_code_are_those_of_the_list() {
        assertThat(CodeLists.named("why_missing").codes())
                .extracting(Code::code)
                .containsExactlyElementsOf(
                        Arrays.stream(WhyMissing.values()).map(WhyMissing::code).toList());
    }

    @Test
    void each_relationship_reason_says_whether_it_explains_a_tie() {
        assertThat(CodeLists.named("relationship_reason").codes())
                .allSatisfy(reason -> assertThat(reason.detail("explains")).isIn("yes", "no"));
    }

    @Test
    void older_grades_of_intelligence_are_converted_as_stated() {
        for (String axis : new String[] {"source", "information", "handling"}) {
            CodeList conversion = CodeLists.named("convert_" + axis + "_5x5x5");
            CodeList older = CodeLists.named(axis + "_5x5x5");
            CodeList newer = CodeLists.named(axis.equals("handling") ? "handling" : "intelligence_" + axis);
            assertThat(conversion.codes())
                    .extracting(Code::code)
                    .containsExactlyElementsOf(
                            older.codes().stream().map(Code::code).toList());
            assertThat(conversion.codes())
                    .allSatisfy(row -> assertThat(newer.find(row.label())).isPresent());
        }
        assertThat(CodeLists.named("convert_source_5x5x5").code("E").label()).isEqualTo("2");
    }

    @Test
    void an_unknown_list_or_code_says_what_was_found() {
        assertThatThrownBy(() -> CodeLists.named("dragons"))
                .hasMessage("expected the name of a code list, found dragons");
        assertThatThrownBy(() -> CodeLists.named("sex").code("dragon"))
                .hasMessage("expected a code of list sex, found dragon");
    }
}
