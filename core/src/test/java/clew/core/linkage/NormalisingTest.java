package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisingTest {

    @ParameterizedTest
    @CsvSource({
        "  José  MARÍA ,jose maria",
        "O'Brien,obrien",
        "O’Brien,obrien",
        "Smith-Jones,smith jones",
        "Łódź,lodz",
        "Straße,strasse",
        "Şahin,sahin",
        "محمد,محمد",
        "Na,na"
    })
    void texts_that_differ_only_in_writing_become_one(String raw, String folded) {
        assertThat(Folding.words(raw)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "n/k", "Not Known", "N/A", "-", "?", " ", "xxx"})
    void unknown_markers_are_missing(String raw) {
        assertThat(Folding.words(raw)).isEmpty();
    }

    @Test
    void placeholder_numbers_are_missing() {
        assertThat(Folding.digits("0000 000000")).isEmpty();
        assertThat(Folding.digits("07700 900123")).isEqualTo("07700900123");
    }

    @ParameterizedTest
    @CsvSource({
        "1990-03-04,19900304",
        "04/03/1990,19900304",
        "19900304,19900304",
        "4 Mar 1990,19900304",
        "4th March 1990,19900304",
        "1990,19900000",
        "03/1990,19900300",
        "1990-03,19900300",
        "1990-03-04T00:00:00,19900304",
        "1777-89-09,17778909",
        "04031990,19900304"
    })
    void dates_are_read_in_the_usual_orders(String raw, int packed) {
        assertThat(DateParts.parse(raw)).isEqualTo(packed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/01/1900", "1900-01-01", "9999-12-31", "unknown", "", "31 Foo 1990"})
    void placeholder_and_unreadable_dates_are_missing(String raw) {
        assertThat(DateParts.parse(raw)).isZero();
    }

    @Test
    void a_first_of_january_counts_as_a_year_only() {
        assertThat(DateParts.isYearOnly(19900101)).isTrue();
        assertThat(DateParts.isYearOnly(19900102)).isFalse();
    }

    @Test
    void titles_are_no_part_of_a_name() {
        assertThat(Titles.dropped("dr jane smith")).isEqualTo("jane smith");
        assertThat(Titles.dropped("sir")).isEmpty();
    }

    @Test
    void nicknames_are_forms_of_one_name_and_need_not_be_transitive() {
        Nicknames nicknames = Nicknames.shipped();
        assertThat(Nicknames.overlap(nicknames.familiesOf("bill"), nicknames.familiesOf("william")))
                .isTrue();
        assertThat(Nicknames.overlap(nicknames.familiesOf("ayesha"), nicknames.familiesOf("aisha")))
                .isTrue();
        assertThat(Nicknames.overlap(nicknames.familiesOf("edward"), nicknames.familiesOf("theodore")))
                .isFalse();
    }

    @Test
    void names_that_sound_alike_share_a_key() {
        assertThat(SoundKey.of("smith")).isEqualTo(SoundKey.of("smyth"));
        assertThat(SoundKey.of("mcdonald")).isEqualTo(SoundKey.of("macdonald"));
        assertThat(SoundKey.of("philips")).isEqualTo(SoundKey.of("filips"));
        assertThat(SoundKey.of("smith")).isNotEqualTo(SoundKey.of("jones"));
    }
}
