package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class B3GuardsTest {

    @Test
    void twins_are_not_joined_by_machine_but_shown_to_a_person() {
        Pair pair = with(
                row("zzt1", "Karen", "Featherstone", "2011-05-06", "ZZ99 8QX"),
                row("zzt2", "Olive", "Featherstone", "2011-05-06", "ZZ99 8QX"));
        assertThat(pair.joined()).isFalse();
        assertThat(pair.reasons()).anyMatch(reason -> reason.contains("twins"));
    }

    @Test
    void parent_and_child_of_one_name_and_address_are_not_joined_by_machine() {
        Pair pair = with(
                row("zzt1", "Zebedee", "Featherstone", "2011-05-06", "ZZ99 8QX"),
                row("zzt2", "Zebedee", "Featherstone", "1974-12-29", "ZZ99 8QX"));
        assertThat(pair.joined()).isFalse();
        assertThat(pair.reasons()).anyMatch(reason -> reason.contains("parent and child"));
    }

    @Test
    void the_same_person_with_a_slip_is_joined() {
        assertThat(with(
                                row("zzt1", "Zebedee", "Featherstone", "2011-05-06", "ZZ99 8QX"),
                                row("zzt2", "Zebedee", "Fetherstone", "2011-05-06", "ZZ99 8QX"))
                        .joined())
                .isTrue();
    }

    private static Crowd.Row row(String id, String given, String family, String born, String postcode) {
        return new Crowd.Row(id, -1, new String[] {given, family, born, "", postcode, ""});
    }

    private record Pair(boolean joined, List<String> reasons) {}

    /** Two records among a crowd from which the weights are learnt. */
    private static Pair with(Crowd.Row one, Crowd.Row other) {
        List<Crowd.Row> rows = new ArrayList<>(new Crowd(1200, 31).rows);
        rows.add(one);
        rows.add(other);
        RecordTable.Builder table = RecordTable.builder(Crowd.COLUMNS);
        rows.forEach(row -> table.add("s", row.id(), row.values()));
        LinkResult result = Linkage.link(table.build(), LinkSettings.defaults(), phase -> {});
        List<String> reasons = result.attention().stream()
                .filter(attention -> attention.rows().contains(rows.size() - 1))
                .map(Attention::reason)
                .toList();
        return new Pair(result.personOf(rows.size() - 2) == result.personOf(rows.size() - 1), reasons);
    }
}
