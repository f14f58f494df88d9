package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.standard.Field;
import clew.core.standard.OrganisationShape;
import clew.core.standard.PlaceShape;
import clew.core.standard.Shape;
import clew.core.standard.StandardRecord;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Places and organisations by name are one where they are written alike in the same town; no gazetteer is asked. */
class B10PlacesTest {

    @Test
    void one_place_is_written_in_many_ways() {
        assertThat(place("The Star Grill", "Saltby"))
                .contains("place:star grill, saltby")
                .isEqualTo(place("STAR-GRILL Ltd.", "saltby"));
        assertThat(place("Café Étoile", "Saltby")).contains("place:cafe etoile, saltby");
    }

    @Test
    void a_name_alone_or_in_another_town_is_no_place() {
        assertThat(tokens(PlaceShape.SHAPE, Map.of("name", "Star Grill")))
                .noneMatch(token -> token.startsWith("place:"));
        assertThat(place("Star Grill", "Saltby")).isNotEqualTo(place("Star Grill", "Harrowmere"));
        assertThat(place("Star Grill", "Saltby")).isNotEqualTo(place("Moon Grill", "Saltby"));
    }

    @Test
    void a_firm_is_one_with_and_without_what_the_law_adds_to_its_name() {
        assertThat(tokens(OrganisationShape.SHAPE, Map.of("name", "Bayline Cars Limited", "town", "Saltby")))
                .contains("organisation:bayline cars, saltby")
                .containsAll(tokens(OrganisationShape.SHAPE, Map.of("name", "BAYLINE CARS", "town", "Saltby")));
    }

    private static Set<String> place(String name, String town) {
        return tokens(PlaceShape.SHAPE, Map.of("name", name, "town", town));
    }

    private static Set<String> tokens(Shape shape, Map<String, String> fields) {
        StandardRecord.Builder builder = StandardRecord.of(shape);
        fields.forEach((name, text) -> {
            Field<?> field = shape.field(name);
            builder.read(field, text);
        });
        return Tokens.of(builder.build());
    }
}
