package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "=cmd|' /C calc'!A0",
                "+44 7700 900123"
            })
    void what_a_spreadsheet_would_run_is_marked_as_text(String text) {
        assertThat(ExportCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Amelia", "O'Hara-Booth", "-5", "-5.25", "12", "2010-03-27", "a=b"})
    void what_is_harmless_stays_as_it_is(String text) {
        assertThat(ExportCell.of(text)).isEqualTo(text);
    }
}
