package clew.core.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A1: one data standard for all agencies. */
class A1StandardTest {

    @Test
    void holds_every_shape_of_the_standard() {
        assertThat(Standard.shapes())
                .extracting(Shape::name)
                .containsExactly(
                        "person",
                        "unidentified_person",
                        "vehicle",
                        "phone",
                        "online_account",
                        "organisation",
                        "place",
                        "event",
                        "involvement",
                        "relationship",
                        "licence",
                        "intelligence",
                        "testimony",
                        "account",
                        "missing_episode",
                        "return_interview",
                        "referral");
    }

    @Test
    void every_record_carries_controller_regime_purpose_and_reason() {
        for (Shape shape : Standard.shapes()) {
            for (Field<?> field :
                    List.of(Common.CONTROLLER, Common.REGIME, Common.PURPOSE, Common.REASON_FOR_INCLUSION)) {
                assertThat(shape.field(field.name())).isSameAs(field);
                assertThat(field.required()).isTrue();
            }
        }
    }

    @Test
    void the_example_of_every_type_is_read_and_written_as_it_stands() {
        for (Shape shape : Standard.shapes()) {
            for (Field<?> field : shape.fields()) {
                assertExampleRoundTrips(field);
            }
        }
    }

    private static <T> void assertExampleRoundTrips(Field<T> field) {
        T value = field.type().read(field.type().example()).orThrow();
        assertThat(field.type().write(value))
                .as(field.name())
                .isEqualTo(field.type().example());
        assertThat(field.type().readCanonical(field.type().example()).orThrow()).isEqualTo(value);
    }
}
