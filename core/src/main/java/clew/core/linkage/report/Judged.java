package clew.core.linkage.report;

import clew.core.measure.Partition;
import clew.core.measure.Score;
import java.util.List;

/**
 * How a run did against truth.
 *
 * @param truth the true person of each row
 * @param score figures of the run
 * @param groups further groups of records to be judged apart, by columns that the reader named; may be empty
 */
public record Judged(Partition truth, Score score, List<Column> groups) {

    public Judged {
        groups = List.copyOf(groups);
    }

    /**
     * A column whose values divide the records into groups.
     *
     * @param name of the column
     * @param values by row, empty where missing
     */
    public record Column(String name, List<String> values) {
        public Column {
            values = List.copyOf(values);
        }
    }
}
