package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two writings of a name or a date are taken for, by the reason that the explanation gives. */
class B7NamesTest {
    private static final List<RecordTable.Column> COLUMNS = List.of(
            new RecordTable.Column("given_name", Kind.GIVEN_NAME),
            new RecordTable.Column("family_name", Kind.FAMILY_NAME),
            new RecordTable.Column("born", Kind.DATE_OF_BIRTH),
            new RecordTable.Column("phone", Kind.PHONE),
            new RecordTable.Column("email", Kind.EMAIL));

    @ParameterizedTest
    @CsvSource(textBlock = """
            William, Featherstone, Bill,            Featherstone, given name: forms of one name
            Yusuf,   Featherstone, Joseph,          Featherstone, given name: forms of one name
            J,       Featherstone, Josephine,       Featherstone, given name: an initial or a short form
            Aleksandr Ivanovich, Petrov, Aleksandr, Petrov,       given name: an initial or a short form
            Łukasz,  Wiśniewski,   Lukasz,          Wisniewski,   'family name: the same'
            Nguyen,  Thanh,        Thanh,           Nguyen,       family name: given and family name swapped
            Amal,    Al-Rashid,    Amal,            AlRashid,     family name: one letter different
            Maria,   García López, Maria,           Garcia,       family name: a part shared
            Ann,     Smythe-Jones, Ann,             Jones,        family name: a part shared
            Siân,    O’Brien,      Sian,            OBrien,       'family name: the same'
            Hussain, Begum,        Hussein,         Begum,        given name: one letter different
            """)
    void writings_of_one_name(String given, String family, String otherGiven, String otherFamily, String reason) {
        assertThat(explained(
                        new String[] {given, family, "2011-05-06", "", ""},
                        new String[] {otherGiven, otherFamily, "2011-05-06", "", ""}))
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2011-05-06, 2011-06-05, day and month swapped
            2011-05-06, 2011-05-07, one digit different
            2011-05-06, 2011-01-01, 'the same year, one only a year or 1 January'
            2011,       2011-01-01, 'the same year, one only a year or 1 January'
            2011-01-01, 01/01/2011, 'the same year, both only a year or 1 January'
            6 May 2011, 06/05/2011, the same date
            """)
    void writings_of_one_date(String one, String other, String reason) {
        assertThat(explained(
                        new String[] {"Ann", "Featherstone", one, "", ""},
                        new String[] {"Ann", "Featherstone", other, "", ""}))
                .contains("date of birth: " + reason);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, UNKNOWN
            0, N/K
            0, not given
            0, Baby
            0, baby boy
            1, Not Known
            2, 01/01/1900
            3, 07000 000000
            3, 01234 567890
            3, 0000 000 0000
            4, none@none.com
            4, noemail@example.org
            4, n/a@example.org
            """)
    void markers_of_the_unknown_are_missing(int column, String marker) {
        String[] values = {"Ann", "Featherstone", "2011-05-06", "01632 960001", "ann@example.org"};
        values[column] = marker;
        String name = List.of("given name", "family name", "date of birth", "phone", "email")
                .get(column);
        assertThat(explained(values, values.clone())).doesNotContain("bits  " + name + ":");
    }

    /** The reasons for two records among a crowd. */
    private static String explained(String[] one, String[] other) {
        RecordTable.Builder table = RecordTable.builder(COLUMNS);
        List<Crowd.Row> crowd = new ArrayList<>(new Crowd(60, 31).rows);
        for (Crowd.Row row : crowd) {
            table.add("s", row.id(), row.values()[0], row.values()[1], row.values()[2], "", "");
        }
        table.add("s", "x1", "Zoe", "Zimmer", "1980-02-03", "01632 960777", "zoe@example.org");
        table.add("s", "zzt1", one);
        table.add("s", "zzt2", other);
        LinkResult result = Linkage.link(table.build(), LinkSettings.defaults(), phase -> {});
        return result.explain(result.rows() - 2, result.rows() - 1).toString();
    }
}
