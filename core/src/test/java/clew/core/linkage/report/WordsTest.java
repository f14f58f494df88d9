package clew.core.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void a_share_is_never_rounded_to_all_or_nothing() {
        assertThat(Words.percent(0)).isEqualTo("0%");
        assertThat(Words.percent(1)).isEqualTo("100%");
        assertThat(Words.percent(0.000001)).isEqualTo("under 0.01%");
        assertThat(Words.percent(0.999999)).isEqualTo("over 99.99%");
        assertThat(Words.percent(0.9971)).isEqualTo("99.71%");
        assertThat(Words.percent(0.5)).isEqualTo("50%");
    }

    @Test
    void a_machine_is_never_certain() {
        assertThat(Words.probability(1)).isEqualTo("over 99.99%");
        assertThat(Words.probability(0)).isEqualTo("under 0.01%");
    }

    @Test
    void numbers_are_written_for_readers() {
        assertThat(Words.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Words.count(1, "record", "records")).isEqualTo("1 record");
        assertThat(Words.bits(-0.04)).isEqualTo("0.0");
        assertThat(Words.bits(-3.25)).isEqualTo("\u22123.3");
        assertThat(Words.bits(12)).isEqualTo("+12.0");
        assertThat(new SizeBand(6, 10, 1).words()).isEqualTo("6 to 10 records");
    }
}
