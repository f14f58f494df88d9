package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Law: where a plain form is given, it is the normalised one. */
class PlainFormTest {
    private static final long SEED = 45;
    private static final String[] PIECES = {
        "a", "B", "z", "0", "9", "1900", "2001", "-01", "-12-31", " ", "  ", ".", "_", "-", "+", "@", "é", "ß", "'",
        "/", "no", "reply", "leeds", "AF10", "3aa", "\t"
    };

    @BeforeAll
    static void seed() {
        System.out.println("PlainFormTest seed " + SEED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_plain_form_is_the_normalised_one(Kind kind) {
        for (String value : values()) {
            String plain = plain(kind, value);
            if (plain != null) {
                assertThat(plain)
                        .as(value)
                        .isEqualTo(Normalising.of(kind).apply(value))
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POSTCODE,AF10 3AA,af103aa",
        "PLACE,Kingston upon Hull,kingston upon hull",
        "EMAIL,John.Vigil578@hotmail.com,john.vigil578@hotmail.com",
        "DATE_OF_BIRTH,1966-01-03,19660103"
    })
    void usual_values_are_plain(Kind kind, String value, String form) {
        assertThat(plain(kind, value)).isEqualTo(form);
    }

    private static String plain(Kind kind, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        byte[] into = new byte[utf8.length + 1];
        int length = PlainForm.of(kind).write(utf8, utf8.length, into, 1);
        return length == PlainForm.DECLINED ? null : new String(into, 1, length, StandardCharsets.UTF_8);
    }

    private static List<String> values() {
        List<String> values = new ArrayList<>(Folding.unknownMarkers());
        Normalising.nobody().forEach(name -> values.add(name + "@example.org"));
        values.addAll(Arrays.asList(
                "1900-01-01", "1900-02-03", "9999-12-31", "0000-01-01", "2001-13-41", "0966-01-03", "NFA", "Zz99 3vz"));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int left = random.nextInt(1, 7); left > 0; left--) {
                value.append(PIECES[random.nextInt(PIECES.length)]);
            }
            values.add(value.toString());
        }
        return values;
    }
}
