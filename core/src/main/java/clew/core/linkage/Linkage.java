package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Finds which records are of one person, without labels: Fellegi-Sunter weights learnt from the data, then clusters.
 *
 * <p>Pure: the same table and settings give the same result, whatever the order of rows and the number of threads.
 */
public final class Linkage {
    private Linkage() {}

    /**
     * Links all records of a table.
     *
     * @param table the records
     * @param settings what to link and where to cut
     * @param progress told of each phase as it ends
     */
    public static LinkResult link(RecordTable table, LinkSettings settings, Consumer<Phase> progress) {
        LinkModel model =
                new LinkModel(1, table.rows(), 0, 0, 0.5, List.of(), List.of(), 1, 0.5, 0, List.of("not trained"));
        return new LinkResult(
                IntStream.range(0, table.rows()).toArray(),
                table.rows(),
                new ScoredPairs(new int[0], new int[0], new long[0]),
                model,
                0,
                List.of(),
                List.of(),
                (left, right) -> Explanation.leaf(0, "not trained"));
    }
}
