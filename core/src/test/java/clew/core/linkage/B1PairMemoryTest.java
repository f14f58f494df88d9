package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.LongPredicate;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Row B1: pairs that would need more memory than there is are refused, and no others. */
class B1PairMemoryTest {
    /** Pairs for which memory is taken at once, for each task and rule. */
    private static final int PART = 512;

    private static final Records RECORDS;
    private static final Plan PLAN;
    private static final Blocks BLOCKS;
    private static final LongPredicate WORTH_KEEPING;

    /** Some families, whose members all share a rule and of whose pairs a part is kept. */
    static {
        LinkModel model = Linkage.link(
                        table(600, 60), LinkSettings.defaults().withLearning(LinkSettings.Learning.STORE), phase -> {})
                .model();
        ModelFields fields = new ModelFields(model);
        try (Workers workers = new Workers(1)) {
            RECORDS = new Records(table(3_000, 6), workers);
            PLAN = new Plan(RECORDS, fields);
            List<StopKeys> none =
                    model.rules().stream().map(rule -> StopKeys.NONE).toList();
            BLOCKS = new Blocks(RECORDS, BlockingRules.of(RECORDS, model.rules()), none, workers);
        }
        Weights weights = fields.weights(PLAN);
        long cut = ScoredPairs.weightOf(0.5);
        WORTH_KEEPING = pattern -> weights.scoreAtMost(pattern) >= cut;
    }

    @Test
    void a_sample_tells_about_how_many_pairs_are_kept() {
        long kept = kept(find(PairMemory.of(Long.MAX_VALUE, 1), 1));
        assertThat(kept).as("of %d", BLOCKS.pairs()).isBetween(BLOCKS.pairs() / 1_000, BLOCKS.pairs() / 2);
        PairSample sample = new PairSample(RECORDS, PLAN, BLOCKS, false, WORTH_KEEPING);
        assertThat(sample.kept()).isCloseTo(kept, Percentage.withPercentage(10));
        assertThat(new PairSample(RECORDS, PLAN, BLOCKS, false, pattern -> false).kept())
                .isZero();
        assertThat(new PairSample(RECORDS, PLAN, BLOCKS, true, pattern -> true).kept())
                .as("of one source")
                .isZero();
    }

    @Test
    void as_many_pairs_as_fit_are_found_and_more_are_refused_by_one_thread_as_by_several() {
        Candidates all = find(PairMemory.of(Long.MAX_VALUE, 1), 1);
        long kept = kept(all);
        PairMemory fits = PairMemory.of((kept + (long) PART * all.chunks().size()) * 12, 12);
        assertThat(kept(find(fits, 1))).isEqualTo(kept);
        for (int threads : new int[] {1, 3}) {
            PairMemory tooFew = PairMemory.of((kept - PART) * 12, 12);
            assertThatThrownBy(() -> find(tooFew, threads))
                    .isInstanceOf(TooManyPairs.class)
                    .hasMessageContaining("found more of " + String.format("%,d", BLOCKS.pairs()) + " to compare")
                    .hasMessageContaining(" records have ");
        }
    }

    @Test
    void a_value_that_few_records_share_is_not_told() {
        try (Workers workers = new Workers(1)) {
            Records few = new Records(table(36, 3), workers);
            Blocks small = new Blocks(few, BlockingRules.of(few, false, workers), workers);
            assertThat(small.describeLargest(small.worst())).endsWith("records have one value");
        }
    }

    private static Candidates find(PairMemory memory, int threads) {
        try (Workers workers = new Workers(threads)) {
            return Candidates.find(RECORDS, PLAN, BLOCKS, false, WORTH_KEEPING, memory, workers);
        }
    }

    private static long kept(Candidates candidates) {
        return candidates.chunks().stream().mapToLong(Candidates.Chunk::size).sum();
    }

    /** Two records a person, in families of one name, one in ten of one given name. */
    private static RecordTable table(int records, int families) {
        RecordTable.Builder table = RecordTable.builder(List.of(
                new RecordTable.Column("given", Kind.GIVEN_NAME),
                new RecordTable.Column("family", Kind.FAMILY_NAME),
                new RecordTable.Column("nhs", Kind.IDENTIFIER)));
        for (int i = 0; i < records; i++) {
            int person = i / 2;
            table.add("s", "r" + i, word(person / families % 10), word(20 + person % families), "x" + person);
        }
        return table.build();
    }

    private static String word(int number) {
        String consonants = "bdfgklmnprst";
        return "" + consonants.charAt(number / 12) + 'a' + consonants.charAt(number % 12) + 'o';
    }
}
