package clew.app.retention;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.standard.Standard;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void every_line_names_its_source_and_confidence_and_only_types_of_record_that_exist() {
        assertThat(Schedule.SHIPPED.types()).hasSize(13).allSatisfy(type -> {
            assertThat(type.source()).isNotBlank();
            assertThat(type.basis()).isNotBlank();
            assertThat(type.confidence()).isIn("verified", "unverified");
            assertThat(type.shapes())
                    .allMatch(shape ->
                            shape.equals("quarantine") || Standard.find(shape).isPresent());
        });
    }

    @Test
    void the_longest_line_that_covers_a_record_holds() {
        List<Type> covering = Schedule.SHIPPED.covering("health", "event", TODAY);
        assertThat(covering).extracting(Type::name).containsExactly("nhs_child", "child_sexual_abuse");
        assertThat(Schedule.SHIPPED.end(covering, Optional.of(LocalDate.of(2001, 1, 1)), LocalDate.of(2010, 5, 1)))
                .contains(LocalDate.of(2085, 5, 1));
    }

    @Test
    void what_no_line_covers_and_what_lacks_its_date_is_kept() {
        assertThat(Schedule.SHIPPED.end(List.of(), Optional.empty(), TODAY)).isEmpty();
        assertThat(Schedule.SHIPPED.end(
                        Schedule.SHIPPED.covering("education", "person", TODAY), Optional.empty(), TODAY))
                .isEmpty();
    }

    @Test
    void a_line_holds_from_its_first_day_on() {
        assertThat(Schedule.SHIPPED.covering("education", "person", LocalDate.of(2018, 12, 31)))
                .isEmpty();
    }
}
