package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clew.core.explain.Explanation;
import clew.core.linkage.files.ModelFile;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laws of a fixed model (row B1), in random worlds: any columns, homes and twins, slips and gaps, decisions of people. Each failure names its seed. */
class B1ModelLawsTest {
    private static final int WORLDS = 12;
    private static final int SUBSETS = 15;

    /** A world: its records, a model learnt from them, what people decided, and the run that learnt it. */
    private record World(
            String name, RecordTable table, LinkSettings settings, List<Judgement> decisions, LinkResult run) {
        static World of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            MadeRecords records = records(seed, random);
            RecordTable table = records.table.build();
            LinkSettings settings = LinkSettings.defaults().withPairsAbove(0).withThreads(2);
            settings = random.nextBoolean() ? settings : settings.withLearning(LinkSettings.Learning.STORE);
            settings = random.nextInt(3) > 0 ? settings : settings.withMode(LinkSettings.Mode.LINK_ONLY);
            List<Judgement> decisions = decisions(table.rows(), random);
            settings = settings.withDecisions(decisions);
            String name = "seed " + seed + ", " + table.rows() + " records, " + records.columns;
            return new World(name, table, settings, decisions, Linkage.link(table, settings, phase -> {}));
        }

        private static MadeRecords records(long seed, SplittableRandom random) {
            List<MadeRecords.Column> all = new ArrayList<>(List.of(MadeRecords.Column.values()));
            Collections.shuffle(all, new Random(seed));
            MadeRecords.Column[] columns =
                    all.subList(0, 4 + random.nextInt(all.size() - 3)).toArray(MadeRecords.Column[]::new);
            int people = 60 + random.nextInt(200);
            MadeRecords records = new MadeRecords(
                    random.nextBoolean()
                            ? MadeWorldsTest.singles(seed, people)
                            : MadeWorldsTest.homes(seed, people, 0.1, 0.1),
                    seed,
                    columns);
            records.missing = random.nextDouble() * 0.3;
            records.typo = random.nextDouble() * 0.2;
            records.marker = random.nextDouble();
            for (MadePeople.Person person : records.people.people) {
                for (int copy = random.nextInt(4); copy > 0; copy--) {
                    records.write(copy % 2 == 0 ? "police" : "school", person, false);
                }
            }
            return records;
        }

        private static List<Judgement> decisions(int rows, SplittableRandom random) {
            return IntStream.range(0, random.nextInt(20))
                    .mapToObj(i -> new Judgement(
                            random.nextInt(rows / 2), rows / 2 + random.nextInt(rows / 2), random.nextBoolean()))
                    .toList();
        }

        AppliedModel applied() {
            return AppliedModel.of(run.model());
        }
    }

    /** A model learnt before a school was weighed apart where the postcode agrees says nothing of that, and weighs the school as it did then. */
    @Test
    void a_fact_that_was_not_learnt_apart_weighs_alone() {
        MadeRecords records = new MadeRecords(
                MadeWorldsTest.homes(3, 300, 0.02, 0.02),
                3,
                MadeRecords.Column.GIVEN,
                MadeRecords.Column.FAMILY,
                MadeRecords.Column.SCHOOL,
                MadeRecords.Column.POSTCODE);
        records.writeAll(MadeWorldsTest.copies(3, 4, 3, 2), false);
        LinkModel now = Linkage.link(records.table.build(), LinkSettings.defaults(), phase -> {})
                .model();
        LinkModel before = new LinkModel(
                now.version(),
                now.records(),
                now.possiblePairs(),
                now.columns(),
                now.reference(),
                now.prior(),
                now.lambda(),
                now.priorOfHomes(),
                now.comparisons().stream()
                        .filter(comparison ->
                                !comparison.field().equals("organisation name") || comparison.given() == null)
                        .toList(),
                now.rules(),
                now.blockingRecall(),
                now.threshold(),
                now.trainingRounds(),
                now.warnings(),
                now.bestWeights());
        RecordTable.Builder table = RecordTable.builder(now.columns());
        table.add("a", "1", new String[] {"Mary", "Jones", "Ashton Park School", "ZA1 1AA"});
        table.add("a", "2", new String[] {"Mary", "Jones", "Ashton Park School", "ZA1 1AA"});
        table.add("a", "3", new String[] {"Mary", "Jones", "Ashton Park School", "ZE20 9TT"});
        RecordTable three = table.build();

        assertThat(bitsOfSchool(now, three, 1)).isLessThan(bitsOfSchool(now, three, 2));
        assertThat(bitsOfSchool(before, three, 1)).isEqualTo(bitsOfSchool(now, three, 2));
        assertThat(bitsOfSchool(before, three, 2)).isEqualTo(bitsOfSchool(now, three, 2));
    }

    private static double bitsOfSchool(LinkModel model, RecordTable table, int other) {
        return AppliedModel.of(model)
                .apply(table, LinkSettings.defaults(), phase -> {})
                .explain(0, other)
                .details()
                .stream()
                .filter(part -> part.description().startsWith("organisation name"))
                .mapToDouble(Explanation::bits)
                .sum();
    }

    @Test
    void a_model_applied_to_what_it_was_learnt_from_says_the_same() {
        for (long seed = 1; seed <= WORLDS; seed++) {
            World world = World.of(seed);
            LinkResult again = world.applied().apply(world.table, world.settings, phase -> {});
            assertThat(again.model()).as(world.name).isEqualTo(world.run.model());
            assertThat(told(world.table, again)).as(world.name).isEqualTo(told(world.table, world.run));
            readBack(world, again);
            explained(world, again);
            candidatesShareKeys(world, again);
            components(world, seed);
        }
    }

    private static void readBack(World world, LinkResult again) {
        byte[] json = ModelFile.bytes(world.run.model());
        LinkModel read = ModelFile.read(new ByteArrayInputStream(json), "model.json");
        assertThat(read).as(world.name).isEqualTo(world.run.model());
        assertThat(ModelFile.bytes(read)).as(world.name).isEqualTo(json);
        LinkResult applied = AppliedModel.of(read).apply(world.table, world.settings, phase -> {});
        assertThat(told(world.table, applied)).as(world.name).isEqualTo(told(world.table, again));
    }

    private static void explained(World world, LinkResult applied) {
        for (int pair = 0; pair < Math.min(500, applied.pairs().size()); pair++) {
            int left = applied.pairs().left(pair);
            int right = applied.pairs().right(pair);
            assertThat(applied.explain(left, right).value())
                    .as(world.name)
                    .isEqualTo(applied.pairs().weight(pair));
            assertThat(applied.explain(left, right)).as(world.name).isEqualTo(world.run.explain(left, right));
        }
    }

    private static void candidatesShareKeys(World world, LinkResult applied) {
        long[][] keys = world.applied().keys(world.table);
        long sharing = 0;
        for (int left = 0; left < keys.length; left++) {
            assertThat(keys[left]).as(world.name).isSorted().doesNotHaveDuplicates();
            for (int right = left + 1; right < keys.length; right++) {
                boolean possible = world.settings.mode() == LinkSettings.Mode.DEDUPE
                        || world.table.sourceOf(left) != world.table.sourceOf(right);
                boolean shares = possible && shareOne(keys[left], keys[right]);
                sharing += shares ? 1 : 0;
                assertThat(applied.wasCompared(left, right))
                        .as("%s: rows %d and %d", world.name, left, right)
                        .isEqualTo(shares);
            }
        }
        assertThat(applied.candidatePairs()).as(world.name).isEqualTo(sharing);
    }

    private static boolean shareOne(long[] one, long[] other) {
        return Arrays.stream(one).anyMatch(key -> Arrays.binarySearch(other, key) >= 0);
    }

    /** Any records that no edge ties to the rest are told the same alone. */
    private static void components(World world, long seed) {
        long least = ScoredPairs.weightOf(world.run.model().threshold());
        UnionFind tied = new UnionFind(world.table.rows());
        for (int pair = 0; pair < world.run.pairs().size() && world.run.pairs().weight(pair) >= least; pair++) {
            tied.join(world.run.pairs().left(pair), world.run.pairs().right(pair));
        }
        world.decisions.stream().filter(Judgement::same).forEach(one -> tied.join(one.left(), one.right()));
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < SUBSETS; i++) {
            double share = Math.pow(random.nextDouble(), 2);
            Set<Integer> roots = new HashSet<>();
            for (int row = 0; row < world.table.rows(); row++) {
                if (tied.find(row) == row && random.nextDouble() < share) {
                    roots.add(row);
                }
            }
            List<Integer> rows = IntStream.range(0, world.table.rows())
                    .filter(row -> roots.contains(tied.find(row)))
                    .boxed()
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(rows, new Random(seed + i));
            tellsTheSame(world, rows);
        }
    }

    private static void tellsTheSame(World world, List<Integer> rows) {
        Map<Integer, Integer> place = new HashMap<>();
        rows.forEach(row -> place.put(row, place.size()));
        RecordTable some = some(world.table, rows);
        List<Judgement> decisions = world.decisions.stream()
                .filter(one -> place.containsKey(one.left()) && place.containsKey(one.right()))
                .map(one -> new Judgement(place.get(one.left()), place.get(one.right()), one.same()))
                .toList();
        LinkResult alone = world.applied().apply(some, world.settings.withDecisions(decisions), phase -> {});
        Set<String> ids = rows.stream().map(row -> id(world.table, row)).collect(Collectors.toSet());
        assertThat(told(some, alone))
                .as(world.name)
                .isEqualTo(told(world.table, world.run).of(ids));
    }

    @Test
    void neither_order_nor_threads_change_anything_under_a_model() {
        Crowd crowd = new Crowd(1500, 3);
        RecordTable table = crowd.table();
        LinkSettings settings = LinkSettings.defaults().withPairsAbove(0).withLearning(LinkSettings.Learning.STORE);
        AppliedModel model =
                AppliedModel.of(Linkage.link(table, settings, phase -> {}).model());
        assertThat(table.rows()).as("enough for threads").isGreaterThan(2000);
        RecordTable shuffled = Crowd.table(crowd.shuffled(7));
        Told one = told(table, model.apply(table, settings.withThreads(1), phase -> {}));
        assertThat(told(table, model.apply(table, settings.withThreads(3), phase -> {})))
                .isEqualTo(one);
        assertThat(told(shuffled, model.apply(shuffled, settings.withThreads(2), phase -> {})))
                .isEqualTo(one);
    }

    @Test
    void a_model_for_a_store_has_rules_and_tells_nothing_of_values_that_few_records_hold() {
        LinkModel model = World.of(2).run.model();
        RecordTable table = new Crowd(900, 5).table();
        LinkModel store = Linkage.link(
                        table, LinkSettings.defaults().withLearning(LinkSettings.Learning.STORE), phase -> {})
                .model();
        assertThat(store.rules()).noneMatch(rule -> rule.parts().isEmpty());
        assertThat(store.comparisons().stream()
                        .flatMap(comparison -> comparison.levels().stream())
                        .flatMap(level -> level.values().stream()))
                .isNotEmpty()
                .allMatch(value -> value.records() >= 20);
        assertThat(model.version()).isEqualTo(store.version());
    }

    @Test
    void a_model_that_this_engine_cannot_apply_is_refused() {
        RecordTable table = new Crowd(50, 5).table();
        LinkModel model =
                Linkage.link(table, LinkSettings.defaults(), phase -> {}).model();
        LinkModel old = new LinkModel(
                1,
                model.records(),
                model.possiblePairs(),
                model.columns(),
                model.reference(),
                model.prior(),
                model.lambda(),
                model.priorOfHomes(),
                model.comparisons(),
                model.rules(),
                model.blockingRecall(),
                model.threshold(),
                model.trainingRounds(),
                model.warnings(),
                model.bestWeights());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppliedModel.of(old))
                .withMessage("expected model version " + LinkModel.VERSION + ", found 1");
        RecordTable other = RecordTable.builder(Crowd.COLUMNS.subList(1, 4)).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppliedModel.of(model).keys(other))
                .withMessageStartingWith("expected the columns");
    }

    /**
     * What a run says, in ids.
     *
     * @param persons the records of each person of several
     * @param weights of pairs
     * @param attention reasons with records
     */
    private record Told(Set<Set<String>> persons, Map<String, Long> weights, List<String> attention) {
        Told of(Set<String> ids) {
            return new Told(
                    persons.stream()
                            .filter(one -> ids.contains(one.iterator().next()))
                            .collect(Collectors.toSet()),
                    weights.entrySet().stream()
                            .filter(one -> ids.containsAll(List.of(one.getKey().split(" "))))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    attention.stream()
                            .filter(one -> ids.containsAll(List.of(
                                    one.substring(one.lastIndexOf(". ") + 2).split(" "))))
                            .toList());
        }
    }

    private static Told told(RecordTable table, LinkResult result) {
        Map<Integer, Set<String>> persons = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            persons.computeIfAbsent(result.personOf(row), one -> new TreeSet<>())
                    .add(id(table, row));
        }
        Map<String, Long> weights = new TreeMap<>();
        for (int pair = 0; pair < result.pairs().size(); pair++) {
            String left = id(table, result.pairs().left(pair));
            String right = id(table, result.pairs().right(pair));
            weights.put(left + " " + right, result.pairs().weight(pair));
        }
        List<String> attention = result.attention().stream()
                .map(one -> one.reason() + " "
                        + one.rows().stream()
                                .map(row -> id(table, row))
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .toList();
        return new Told(new HashSet<>(persons.values()), weights, attention);
    }

    private static String id(RecordTable table, int row) {
        return table.sources().get(table.sourceOf(row)) + "/" + table.idOf(row);
    }

    private static RecordTable some(RecordTable table, List<Integer> rows) {
        RecordTable.Builder some = RecordTable.builder(table.columns());
        for (int row : rows) {
            String[] values = new String[table.columns().size()];
            for (int column = 0; column < values.length; column++) {
                values[column] = table.valueOf(row, column);
            }
            some.add(table.sources().get(table.sourceOf(row)), table.idOf(row), values);
        }
        return some.build();
    }
}
