package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.identity.PersonSearch;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundPeopleTest {

    @ParameterizedTest
    @CsvSource({
        "1, 13, [1] 2 3 ... 13",
        "4, 13, 1 2 3 [4] 5 6 ... 13",
        "7, 13, 1 ... 5 6 [7] 8 9 ... 13",
        "13, 13, 1 ... 11 12 [13]",
        "2, 3, 1 [2] 3",
        "1, 1, ''"
    })
    void pages_are_left_out_only_where_a_gap_is_shown(int page, int pages, String shown) {
        PersonSearch.Page found = new PersonSearch.Page(List.of(), page, 20, pages * 20L);
        assertThat(FoundPeople.of(SearchForm.EMPTY, found, "x").pages().stream()
                        .map(link -> (link.gapBefore() ? "... " : "")
                                + (link.current() ? "[" + link.number() + "]" : link.number()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(shown);
    }
}
