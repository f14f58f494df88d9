package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows of SHA-1; a code of six digits is the end of one of eight. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long seconds, String code) {
        TimeCode codes = new TimeCode(SECRET);
        Instant at = Instant.ofEpochSecond(seconds);
        assertThat(codes.of(TimeCode.step(at))).isEqualTo(code);
        assertThat(codes.stepOf(code, at.plusSeconds(30))).hasValue(TimeCode.step(at));
        assertThat(codes.stepOf(code, at.plusSeconds(90))).isEmpty();
    }

    /** RFC 4648, section 10. */
    @Test
    void keys_are_typed_as_the_standard_has_it() {
        assertThat(Base32.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.spaced("MZXW6YTBOI")).isEqualTo("MZXW 6YTB OI");
    }
}
