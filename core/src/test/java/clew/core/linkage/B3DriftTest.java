package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class B3DriftTest {
    private final RecordTable table = new Crowd(700, 21).table();
    private final LinkSettings settings = LinkSettings.defaults().withThreads(1);
    private final AppliedModel model =
            AppliedModel.of(Linkage.link(table, settings.withLearning(LinkSettings.Learning.STORE), phase -> {})
                    .model());

    @Test
    void the_records_learnt_from_have_not_drifted() {
        Drift drift = Drift.of(table, model.apply(table, settings, phase -> {}), row -> true);
        assertThat(drift.records()).isEqualTo(table.rows());
        assertThat(drift.stability()).isZero();
        assertThat(drift.filled().values()).allMatch(change -> change == 0);
        assertThat(drift.isMuch()).isFalse();
    }

    @Test
    void others_like_them_have_drifted_little() {
        RecordTable others = new Crowd(700, 22).table();
        Drift drift = Drift.of(others, model.apply(others, settings, phase -> {}), row -> true);
        assertThat(drift.stability()).isBetween(0.0, 0.1);
        assertThat(drift.isMuch()).isFalse();
    }

    @Test
    void a_column_that_is_no_longer_filled_and_records_that_find_nobody_are_much() {
        RecordTable.Builder made = RecordTable.builder(table.columns());
        for (int row = 0; row < table.rows(); row += 3) {
            String[] values = new String[table.columns().size()];
            for (int column = 0; column < values.length; column++) {
                values[column] = column == 2 ? "" : table.valueOf(row, column);
            }
            made.add("a", table.idOf(row), values);
        }
        RecordTable bare = made.build();
        Drift drift = Drift.of(bare, model.apply(bare, settings, phase -> {}), row -> true);
        assertThat(drift.filled().get("date of birth")).isCloseTo(-1, within(0.05));
        assertThat(drift.stability()).isGreaterThan(0.25);
        assertThat(drift.isMuch()).isTrue();
    }

    @Test
    void stability_is_as_defined() {
        List<Long> before = List.of(100L, 0L, 0L, 0L, 0L, 100L);
        assertThat(Drift.stability(before, before)).isZero();
        double p = 150.5 / 203;
        double q = 100.5 / 203;
        double r = 50.5 / 203;
        assertThat(Drift.stability(List.of(150L, 0L, 0L, 0L, 0L, 50L), before))
                .isCloseTo((p - q) * Math.log(p / q) + (r - q) * Math.log(r / q), within(1e-12));
        assertThat(Drift.bands()).hasSize(6);
    }
}
