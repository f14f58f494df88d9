package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.quality.QualityTable.Count;
import clew.app.quality.QualityTable.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrendChartTest {

    @Test
    void a_month_without_records_breaks_the_line() {
        TrendChart chart = TrendChart.of(months(new Count(10, 5, 5), new Count(0, 0, 0), new Count(10, 10, 9)), 360, 3);
        assertThat(chart.recorded().pieces()).hasSize(2);
        assertThat(chart.recorded().dots()).hasSize(2);
    }

    @Test
    void everything_recorded_touches_the_top_line_and_nothing_the_bottom() {
        TrendChart chart = TrendChart.of(months(new Count(10, 10, 10), new Count(10, 0, 0)), 360, 3);
        assertThat(chart.recorded().dots().getFirst().y())
                .isEqualTo(chart.grid().getLast().y());
        assertThat(chart.recorded().dots().getLast().y())
                .isEqualTo(chart.grid().getFirst().y());
        assertThat(chart.valid().dots()).hasSize(1);
    }

    @Test
    void one_month_alone_is_drawn() {
        assertThat(TrendChart.of(months(new Count(4, 2, 1)), 360, 3).recorded().dots())
                .hasSize(1);
    }

    @Test
    void no_more_months_are_named_than_there_is_room_for() {
        Count[] counts = Stream.generate(() -> new Count(1, 1, 1)).limit(37).toArray(Count[]::new);
        assertThat(TrendChart.of(months(counts), 360, 3).ticks()).hasSizeLessThanOrEqualTo(3);
    }

    private static List<Month> months(Count... counts) {
        return IntStream.range(0, counts.length)
                .mapToObj(number -> new Month(YearMonth.of(2025, 1).plusMonths(number), counts[number]))
                .toList();
    }
}
