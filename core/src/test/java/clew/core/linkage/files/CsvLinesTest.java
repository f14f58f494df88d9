package clew.core.linkage.files;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.linkage.TextPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CsvLinesTest {
    private static final long SEED = 145;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final CsvLines lines = new CsvLines(written);

    @Test
    void numbers_are_written_in_decimals() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int bits = 0; bits < Long.SIZE; bits++) {
            for (long number : new long[] {random.nextLong() >>> bits, -(random.nextLong() >>> bits), 1L << bits, 0}) {
                lines.number(number);
                assertThat(said()).as("seed " + SEED).isEqualTo(Long.toString(number));
                if (number == (int) number && number >= 0) {
                    lines.number((int) number);
                    assertThat(said()).isEqualTo(Long.toString(number));
                }
            }
        }
        for (int number = 1, power = 1; power < 10; power++) {
            number *= 10;
            lines.number(number - 1);
            lines.number(number);
            assertThat(said()).isEqualTo((number - 1) + "" + number);
        }
    }

    @Test
    void fixed_point_numbers_have_six_decimals() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000; i++) {
            long number = random.nextLong() >> 13 + i % 50;
            lines.millionths(number);
            assertThat(said())
                    .as("seed " + SEED)
                    .isEqualTo(BigDecimal.valueOf(number, 6).toPlainString());
        }
    }

    @Test
    void cells_are_quoted_where_they_must_be() throws IOException {
        TextPool texts = new TextPool();
        for (String text : new String[] {"a1", "zoë", "a,b", "say \"a\"", "two\nlines", "l" + '\u016c'}) {
            texts.add(text);
        }
        for (int text = 0; text < texts.size(); text++) {
            lines.cell(texts, text);
            lines.plain(";");
        }
        assertThat(said()).isEqualTo("a1;zoë;\"a,b\";\"say \"\"a\"\"\";\"two\nlines\";l\u016c;");
    }

    private String said() throws IOException {
        lines.flush();
        String said = written.toString(StandardCharsets.UTF_8);
        written.reset();
        return said;
    }
}
