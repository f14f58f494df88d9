package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextColumnTest {
    private static final int ROWS = 5_000;
    private static final long SEED = 7;

    @ParameterizedTest(name = "{0} rows expected after {1}, {2} texts")
    @CsvSource({"5100, 100, 5000", "5100, 0, 5000", "300, 100, 5000", "9000, 1000, 20", "1000000, 1, 5000"})
    void room_for_more_rows_or_fewer_than_come_changes_nothing(int expected, int after, int texts) {
        TextColumn plain = new TextColumn();
        TextColumn roomy = new TextColumn();
        Random random = new Random(SEED);
        for (int row = 0; row < ROWS; row++) {
            if (row == after) {
                roomy.expect(expected);
            }
            int text = random.nextInt(texts);
            String value = text == 0 ? "" : "text " + text;
            plain.add(value);
            roomy.add(value);
        }
        plain.frozen();
        roomy.frozen();
        assertThat(roomy.rows()).isEqualTo(plain.rows()).isEqualTo(ROWS);
        assertThat(roomy.missing()).isEqualTo(plain.missing());
        for (int row = 0; row < ROWS; row++) {
            assertThat(roomy.code(row)).isEqualTo(plain.code(row));
            assertThat(roomy.text(row)).isEqualTo(plain.text(row));
        }
    }
}
