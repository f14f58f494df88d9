package clew.core.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardRecordTest {

    @Test
    void every_record_reads_back_from_its_json() {
        SampleRecords samples = new SampleRecords(11);
        for (Shape shape : Standard.shapes()) {
            for (int i = 0; i < 100; i++) {
                StandardRecord record = samples.next(shape, 0.5);
                StandardRecord copy = StandardRecord.fromJson(record.toJson());
                assertThat(copy).isEqualTo(record).hasSameHashCodeAs(record);
                assertThat(copy.toJson()).isEqualTo(record.toJson());
            }
        }
    }

    @Test
    void json_holds_only_what_is_present() {
        StandardRecord record = StandardRecord.of(PersonShape.SHAPE)
                .set(PersonShape.GIVEN_NAME, "Ann")
                .set(PersonShape.ALSO_KNOWN_AS, "Annie")
                .set(PersonShape.ALSO_KNOWN_AS, "A")
                .code(PersonShape.SEX, "F")
                .build();
        assertThat(record)
                .hasToString(
                        "{\"shape\":\"person\",\"given_name\":\"Ann\",\"also_known_as\":[\"Annie\",\"A\"],\"sex\":\"female\"}");
    }

    @Test
    void values_are_typed() {
        StandardRecord.Builder builder = StandardRecord.of(PersonShape.SHAPE);
        builder.read(PersonShape.DATE_OF_BIRTH, "03/04/2009");
        builder.read(PersonShape.PHONE, "07700 900123");
        builder.read(PersonShape.PHONE, "01632 960001");
        StandardRecord record = builder.build();
        assertThat(record.get(PersonShape.DATE_OF_BIRTH)).isEqualTo(UncertainDate.of(LocalDate.of(2009, 4, 3)));
        assertThat(record.texts(PersonShape.PHONE)).containsExactly("+447700900123", "+441632960001");
        assertThat(record.has(PersonShape.NINO)).isFalse();
        assertThat(record.find(PersonShape.NINO)).isEmpty();
    }

    @Test
    void a_stated_gap_is_kept_with_its_reason_and_a_blank_is_not() {
        StandardRecord.Builder builder = StandardRecord.of(PersonShape.SHAPE);
        assertThat(builder.read(PersonShape.SELF_DEFINED_ETHNICITY, "refused"))
                .isEqualTo(Reading.absent(WhyMissing.DECLINED));
        builder.read(PersonShape.NATIONALITY, "");
        builder.read(PersonShape.NHS_NUMBER, "unknown");
        assertThat(builder.build())
                .hasToString("{\"shape\":\"person\",\"self_defined_ethnicity_why_missing\":\"declined\"}");
    }

    @Test
    void a_code_that_means_not_stated_is_a_gap() {
        assertThat(PersonShape.SELF_DEFINED_ETHNICITY.type().read("NS"))
                .isEqualTo(Reading.absent(WhyMissing.NOT_RECORDED));
        assertThat(PersonShape.SELF_DEFINED_ETHNICITY.type().read("REFU"))
                .isEqualTo(Reading.absent(WhyMissing.DECLINED));
        assertThat(PersonShape.OBSERVED_ETHNICITY.type().read("0")).isEqualTo(Reading.absent(WhyMissing.NOT_RECORDED));
        assertThat(EventShape.TYPOLOGY.type().read("UNKNOWN").orThrow().code()).isEqualTo("UNKNOWN");
    }

    @Test
    void what_cannot_be_read_is_not_set() {
        StandardRecord.Builder builder = StandardRecord.of(PersonShape.SHAPE);
        assertThat(builder.read(PersonShape.POSTCODE, "nowhere")).isInstanceOf(Reading.Unreadable.class);
        assertThat(builder.build().has(PersonShape.POSTCODE)).isFalse();
    }

    @Test
    void fields_of_another_shape_are_refused() {
        StandardRecord record = StandardRecord.of(PersonShape.SHAPE).build();
        assertThatThrownBy(() -> record.get(EventShape.REFERENCE))
                .hasMessage("expected a field of shape person, found reference");
        assertThatThrownBy(() -> StandardRecord.of(EventShape.SHAPE).set(PersonShape.GIVEN_NAME, "Ann"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | expected shape",
                "[] | expected a record in braces",
                "{\"shape\":\"dragon\"} | expected the name of a shape, found dragon",
                "{\"shape\":\"person\",\"wings\":2} | expected a field of shape person, found wings",
                "{\"shape\":\"person\",\"nhs_number\":\"123\"} | field nhs_number",
                "{\"shape\":\"person\",\"sex\":\"dragon\"} | found dragon",
                "{\"shape\":\"person\",\"given_name\":null} | field given_name",
                "{\"shape\":\"person\",\"phone\":\"+447700900123\"} | expected a list of values in field phone",
                "{\"shape\":\"person\",\"given_name\":\"Ann\" | expected a record as JSON",
                "{\"shape\":\"person\"}{} | expected one record"
            })
    void json_that_is_no_record_says_what_was_expected(String json, String message) {
        assertThatThrownBy(() -> StandardRecord.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_change_leaves_the_first_record_as_it_was() {
        StandardRecord first = StandardRecord.of(PersonShape.SHAPE)
                .set(PersonShape.ALSO_KNOWN_AS, "A")
                .build();
        StandardRecord second = first.change()
                .set(PersonShape.ALSO_KNOWN_AS, "B")
                .clear(PersonShape.SEX)
                .build();
        assertThat(first.all(PersonShape.ALSO_KNOWN_AS)).containsExactly("A");
        assertThat(second.all(PersonShape.ALSO_KNOWN_AS)).containsExactly("A", "B");
    }
}
