package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who is who: the person of every record, the scored pairs, the model that scored them and why. Rows are those of the {@link RecordTable}.
 * Thread-safe.
 */
public final class LinkResult {
    private final int[] personOfRow;
    private final int persons;
    private final ScoredPairs pairs;
    private final LinkModel model;
    private final long candidatePairs;
    private final List<Attention> attention;
    private final List<Phase> phases;
    private final Look look;

    /** What can be asked of any two records after the run. */
    interface Look {
        Explanation explain(int leftRow, int rightRow);

        default long weight(int leftRow, int rightRow) {
            return explain(leftRow, rightRow).value();
        }

        default boolean wasCompared(int leftRow, int rightRow) {
            return true;
        }

        default Optional<String> doubt(int leftRow, int rightRow) {
            return Optional.empty();
        }

        default List<WhyNot.RuleLook> rules(int leftRow, int rightRow) {
            return List.of();
        }

        default Optional<Calibrated> calibrated() {
            return Optional.empty();
        }

        default int[] personsAt(long threshold) {
            throw new UnsupportedOperationException("expected a run, found a result made by hand");
        }
    }

    LinkResult(
            int[] personOfRow,
            int persons,
            ScoredPairs pairs,
            LinkModel model,
            long candidatePairs,
            List<Attention> attention,
            List<Phase> phases,
            Look look) {
        this.personOfRow = personOfRow;
        this.persons = persons;
        this.pairs = pairs;
        this.model = model;
        this.candidatePairs = candidatePairs;
        this.attention = List.copyOf(attention);
        this.phases = List.copyOf(phases);
        this.look = look;
    }

    /** Number of records, as in the table. */
    public int rows() {
        return personOfRow.length;
    }

    /** Number of persons; they are numbered from 0 by the first of their records in the order of source and id. */
    public int persons() {
        return persons;
    }

    /** The person of a record, in [0, persons). */
    public int personOf(int row) {
        return personOfRow[row];
    }

    /** How many records each person has. Looks at every row once. */
    public int[] sizes() {
        int[] sizes = new int[persons];
        for (int person : personOfRow) {
            sizes[person]++;
        }
        return sizes;
    }

    /** The rows of a person in [0, persons), ascending. Looks at every row once. */
    public int[] rowsOf(int person) {
        IntStream.Builder rows = IntStream.builder();
        for (int row = 0; row < personOfRow.length; row++) {
            if (personOfRow[row] == person) {
                rows.add(row);
            }
        }
        return rows.build().toArray();
    }

    /** Which of {@link #pairs()} are of one person. Looks at every pair once. */
    public BitSet joinedPairs() {
        BitSet joined = new BitSet(pairs.size());
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (personOfRow[pairs.left(pair)] == personOfRow[pairs.right(pair)]) {
                joined.set(pair);
            }
        }
        return joined;
    }

    /** The pairs at or above {@link LinkSettings#pairsAbove()}. */
    public ScoredPairs pairs() {
        return pairs;
    }

    /** What was learnt, and what decided every score. */
    public LinkModel model() {
        return model;
    }

    /** Number of pairs that were compared, each once. */
    public long candidatePairs() {
        return candidatePairs;
    }

    /**
     * What the answers of people did.
     *
     * @param moved what was added to every score, in millionths of a bit
     * @param counted answers that it rests on, each pair once; those that contradict each other are not among them
     */
    public record Calibrated(long moved, int counted) {}

    /** What {@link LinkSettings#answers()} did; empty without any. */
    public Optional<Calibrated> calibrated() {
        return look.calibrated();
    }

    /** What a person should look at: contradictions first, then what was held back, what nearly joined, and what was joined by little; each in a settled order. */
    public List<Attention> attention() {
        return attention;
    }

    /** What the run did, in order; reading and writing are not among it. */
    public List<Phase> phases() {
        return phases;
    }

    /**
     * Why two records score what they score; its value is the score of the pair, whether or not the pair was a candidate.
     *
     * @param leftRow in [0, rows)
     * @param rightRow in [0, rows), another
     */
    public Explanation explain(int leftRow, int rightRow) {
        return look.explain(leftRow, rightRow);
    }

    /** What {@link #explain} would come to, in millionths of a bit, without the reasons. */
    public long weight(int leftRow, int rightRow) {
        return look.weight(leftRow, rightRow);
    }

    /** Why no machine may join two records by themselves, however high they score, in plain words; empty when nothing is in the way. */
    public Optional<String> doubt(int leftRow, int rightRow) {
        return look.doubt(leftRow, rightRow);
    }

    /**
     * The persons that this run would have made at another threshold: for each row a number that the rows of one person share. Takes as long as the
     * phase "cluster" each time.
     *
     * @param threshold total weight from which two records are joined, in millionths of a bit; below {@link LinkSettings#pairsAbove()} nothing is gained
     */
    public int[] personsAt(long threshold) {
        return look.personsAt(threshold);
    }

    /**
     * Why two records are not one person, in parts and in words: the score, what stands in the way, and, where they were never compared, which rules would have
     * had to agree.
     *
     * @param leftRow in [0, rows)
     * @param rightRow in [0, rows), another
     */
    public WhyNot whyNot(int leftRow, int rightRow) {
        return new WhyNot(
                personOf(leftRow) == personOf(rightRow),
                wasCompared(leftRow, rightRow),
                weight(leftRow, rightRow),
                ScoredPairs.weightOf(model.threshold()),
                doubt(leftRow, rightRow),
                look.rules(leftRow, rightRow));
    }

    /**
     * How the records of a person hang together. Looks at every row once, and at every two records of the person.
     *
     * @param person in [0, persons)
     */
    public HowJoined howJoined(int person) {
        return HowJoined.of(this, person);
    }

    /** Whether two records were a candidate pair, given by any rule. */
    public boolean wasCompared(int leftRow, int rightRow) {
        return look.wasCompared(leftRow, rightRow);
    }
}
