package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.standard.GssCode;
import clew.core.standard.PlaceShape;
import clew.core.standard.Postcode;
import clew.core.standard.StandardRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the records of a place say of where it is: its authority before its town, its town before its postcode district, and a point only where both numbers stand. */
class WhereTest {

    @Test
    void an_authority_goes_before_a_town_and_a_town_before_a_postcode() {
        StandardRecord postcode = StandardRecord.of(PlaceShape.SHAPE)
                .set(PlaceShape.POSTCODE, new Postcode("ZY9 9ZZ"))
                .build();
        StandardRecord town = StandardRecord.of(PlaceShape.SHAPE)
                .set(PlaceShape.TOWN, "Oldmere")
                .build();
        StandardRecord authority = StandardRecord.of(PlaceShape.SHAPE)
                .set(PlaceShape.GSS_CODE, new GssCode("E06000001"))
                .build();
        assertThat(Where.of(List.of(postcode)).area()).isEqualTo("Postcode district ZY9");
        assertThat(Where.of(List.of(postcode, town)).area()).isEqualTo("Oldmere");
        assertThat(Where.of(List.of(postcode, town, authority)).area()).isEqualTo("Hartlepool");
        assertThat(Where.of(List.of()).area()).isEmpty();
    }

    @Test
    void a_point_needs_both_numbers() {
        StandardRecord half = StandardRecord.of(PlaceShape.SHAPE)
                .set(PlaceShape.LATITUDE, 53.5)
                .build();
        StandardRecord whole = half.change().set(PlaceShape.LONGITUDE, -1.25).build();
        assertThat(Where.of(List.of(half)).isPoint()).isFalse();
        assertThat(Where.of(List.of(half, whole)).isPoint()).isTrue();
        assertThat(Where.of(List.of(half, whole)).longitude()).hasValue(-1.25);
    }
}
