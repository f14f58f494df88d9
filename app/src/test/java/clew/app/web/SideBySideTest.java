package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.identity.Age;
import clew.app.identity.PersonView.FieldRow;
import clew.app.identity.PersonView.Part;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Source;
import clew.app.identity.PersonView.Value;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void letter_case_and_spaces_are_no_difference() {
        assertThat(agreement("HM4 2AB", "hm42ab")).isEqualTo("Same in all");
    }

    @Test
    void what_is_not_recorded_differs_from_nothing() {
        assertThat(agreement("Amy", null)).isEqualTo("Only one says");
        assertThat(agreement("Amy", "Amy", null)).isEqualTo("Same in the 2 that say");
        assertThat(agreement("Amy", "Amelia", null)).isEqualTo("Records differ");
    }

    @Test
    void a_field_that_no_record_speaks_of_is_left_out() {
        assertThat(table(row(null, null)).parts()).isEmpty();
        assertThat(table(row("Amy", "Amelia"), row(null, null)).summary()).isEqualTo("The records differ in Name.");
    }

    @Test
    void records_of_one_system_are_told_apart_by_number() {
        assertThat(table(row("Amy", "Amelia")).columns())
                .containsExactly("Harrowmere Police (CRIMES)", "Harrowmere Police (CRIMES), record 2");
    }

    @Test
    void more_records_than_fit_side_by_side_stand_together_by_system_with_none_left_out() {
        SideBySide table = table(row("Amy", "Amy", "Amelia", "Amy", null, "Amy", "Amy", "AMY"));
        assertThat(table.columns()).containsExactly("Harrowmere Police (CRIMES), 8 records");
        assertThat(table.parts().getFirst().rows().getFirst().cells().getFirst().values())
                .containsExactly("Amy (5 records)", "Amelia (1 record)", "AMY (1 record)");
    }

    private static String agreement(@Nullable String... values) {
        return table(row(values)).parts().getFirst().rows().getFirst().agreement();
    }

    private static FieldRow row(@Nullable String... values) {
        return new FieldRow(
                "name",
                "Name",
                Part.IDENTITY,
                Arrays.stream(values)
                        .map(value -> new Value(value == null ? List.of() : List.of(value), null))
                        .toList());
    }

    private static SideBySide table(FieldRow... rows) {
        List<Source> sources = IntStream.range(0, rows[0].values().size())
                .mapToObj(number -> new Source(
                        new UUID(0, number),
                        "Harrowmere Police",
                        "CRIMES",
                        "",
                        "",
                        "",
                        "",
                        "",
                        null,
                        Instant.EPOCH,
                        true))
                .toList();
        Person person = new Person(new UUID(0, 0), "Amy", Age.CHILD, sources, List.of(rows), List.of());
        return SideBySide.of(person, new RecordNames(sources));
    }
}
