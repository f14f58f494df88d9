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

    @Test
    void covers_every_group_of_the_published_group_based_abuse_data() {
        assertThat(names(EventShape.SHAPE))
                .contains("typology", "group_based", "group_basis", "location_type", "online_element", "licensed_role")
                .contains("outcome", "offence_class", "suspects_known", "suspects_unknown", "victims", "police_force");
        assertThat(EventShape.TYPOLOGY.repeated()).isTrue();
        for (Field<?> field : List.of(
                InvolvementShape.AGE_AT_START,
                InvolvementShape.SEX,
                InvolvementShape.SELF_DEFINED_ETHNICITY,
                InvolvementShape.OBSERVED_ETHNICITY,
                InvolvementShape.NATIONALITY,
                InvolvementShape.RELATIONSHIP_TO_VICTIM,
                InvolvementShape.LICENSED_ROLE,
                EventShape.TYPOLOGY,
                EventShape.LOCATION_TYPE,
                EventShape.ONLINE_ELEMENT,
                EventShape.OUTCOME)) {
            assertThat(field.whyMissing()).as(field.name()).isPresent();
        }
    }

    private static List<String> names(Shape shape) {
        return shape.fields().stream().map(Field::name).toList();
    }

    @Test
    void every_reference_and_code_points_to_something_that_exists() {
        for (Shape shape : Standard.shapes()) {
            for (String type :
                    shape.fields().stream().map(field -> field.type().name()).toList()) {
                if (type.startsWith("reference:")) {
                    assertThat(Standard.find(type.substring(10))).as(type).isPresent();
                } else if (type.startsWith("code:")) {
                    assertThat(CodeLists.named(type.substring(5)).codes())
                            .as(type)
                            .isNotEmpty();
                }
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
