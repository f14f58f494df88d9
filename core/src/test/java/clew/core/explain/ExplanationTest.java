package clew.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final Explanation one = Explanation.leaf(1_500_000, "one");
    private final Explanation other = Explanation.leaf(-250_001, "other");

    @Test
    void the_sum_of_the_details_is_the_value() {
        assertThat(Explanation.sum("both", List.of(one, other)).value()).isEqualTo(1_249_999);
    }

    @Test
    void a_value_that_its_details_do_not_add_up_to_is_refused() {
        assertThatThrownBy(() -> new Explanation(1, "both", List.of(one, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected the details to add up to 1, found 1249999, in: both");
    }

    @Test
    void a_sum_too_large_to_hold_is_refused_rather_than_wrapped() {
        Explanation huge = Explanation.leaf(Long.MAX_VALUE, "huge");
        assertThatThrownBy(() -> Explanation.sum("both", List.of(huge, one))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void it_reads_as_lines_with_parts_below_their_sum() {
        assertThat(Explanation.sum("both", List.of(one, other)).lines())
                .containsExactly("+1.25 bits  both", "  +1.50 bits  one", "  -0.25 bits  other");
    }

    @Test
    void it_turns_into_maps_for_json() {
        assertThat(Explanation.sum("both", List.of(one)).toMap())
                .containsEntry("value", 1_500_000L)
                .containsEntry("description", "both")
                .containsKey("details");
        assertThat(one.toMap()).doesNotContainKey("details");
    }
}
