package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Below the threshold the machine alone would keep them apart in silence; what people said is not asked again. */
    @Test
    void a_doubtful_pair_a_little_below_the_threshold_is_shown_to_a_person_unless_one_has_decided() {
        Crowd.Row child = row("zzt1", "Zebedee", "Featherstone", "2011-05-06", "ZZ99 8QX");
        Crowd.Row parent = row("zzt2", "Zebedee", "Featherstone", "1974-12-29", "ZZ99 8QX");
        LinkResult result = Linkage.link(table(child, parent), LinkSettings.defaults(), phase -> {});
        int last = result.rows() - 1;
        assertThat(result.weight(last - 1, last)).isBetween(-3_000_000L, 0L);
        assertThat(result.attention())
                .contains(new Attention(
                        Attention.Why.NEARLY,
                        "Not joined, though nearly: one name and address but born many years apart: perhaps parent and child.",
                        List.of(last - 1, last)));
        LinkSettings decided = LinkSettings.defaults().withDecisions(List.of(Judgement.notSame(last - 1, last)));
        assertThat(Linkage.link(table(child, parent), decided, phase -> {}).attention())
                .noneMatch(attention -> attention.rows().contains(last));
    }

    @Test
    void two_different_valid_nhs_numbers_are_not_joined_by_machine_but_a_misread_one_is_no_contradiction() {
        assertThat(withNumbers("9990700028", "9990700036").joined()).isFalse();
        assertThat(withNumbers("9990700028", "9990700036").reasons())
                .anyMatch(reason -> reason.contains("identifiers"));
        assertThat(withNumbers("9990700028", "9990700029").joined()).isTrue();
    }

    /** One person of a crowd twice, with these two numbers. */
    private static Pair withNumbers(String one, String other) {
        List<RecordTable.Column> columns = new ArrayList<>(Crowd.COLUMNS);
        columns.add(new RecordTable.Column("nhs_number", Kind.IDENTIFIER));
        RecordTable.Builder table = RecordTable.builder(columns);
        List<Crowd.Row> crowd = new Crowd(1200, 31).rows;
        for (Crowd.Row row : crowd) {
            table.add("s", row.id(), numbered(row.values(), nhsNumber(row.person())));
        }
        String[] person = {"Zebedee", "Featherstone", "2011-05-06", "", "ZZ99 8QX", ""};
        table.add("s", "zzt1", numbered(person, one));
        table.add("s", "zzt2", numbered(person, other));
        LinkResult result = Linkage.link(table.build(), LinkSettings.defaults(), phase -> {});
        List<String> reasons = result.attention().stream()
                .filter(attention -> attention.rows().contains(crowd.size() + 1))
                .map(Attention::reason)
                .toList();
        return new Pair(result.personOf(crowd.size()) == result.personOf(crowd.size() + 1), reasons);
    }

    private static String[] numbered(String[] values, String number) {
        String[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = number;
        return all;
    }

    /** A number in the range for tests that passes the check of modulus 11, or has no tenth digit that could. */
    private static String nhsNumber(int person) {
        String nine = "9990" + (10_000 + person);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (nine.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? "" : nine + check;
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
        LinkResult result = Linkage.link(table(one, other), LinkSettings.defaults(), phase -> {});
        int last = result.rows() - 1;
        List<String> reasons = result.attention().stream()
                .filter(attention -> attention.rows().contains(last))
                .map(Attention::reason)
                .toList();
        return new Pair(result.personOf(last - 1) == result.personOf(last), reasons);
    }

    private static RecordTable table(Crowd.Row one, Crowd.Row other) {
        List<Crowd.Row> rows = new ArrayList<>(new Crowd(1200, 31).rows);
        rows.add(one);
        rows.add(other);
        RecordTable.Builder table = RecordTable.builder(Crowd.COLUMNS);
        rows.forEach(row -> table.add("s", row.id(), row.values()));
        return table.build();
    }
}
