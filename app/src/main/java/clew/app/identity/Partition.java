package clew.app.identity;

import clew.core.explain.Explanation;
import clew.core.linkage.Judgement;
import clew.core.linkage.LinkResult;
import clew.core.linkage.ScoredPairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Persons and components of a run of linking. A whole is all that hangs together by pairs at or above the threshold, or because people said so; a component
 * is a whole, or a part of one that is too large (above 400 records: by a higher threshold, as in clustering); each person lies within one. Both bear the id
 * of their smallest record, so that the same records give the same ids. Unidentified persons are alone until people say who they are.
 */
final class Partition {
    private static final Comparator<Subject> OLDEST_FIRST =
            Comparator.comparing(Subject::receivedAt).thenComparing(Subject::record, RecordOrder.BY_TEXT);

    /** Records up to which every pair of a component is kept. */
    private static final int LARGEST = 400;

    private static final long STEP = 2 * Explanation.UNITS_PER_BIT;

    private final List<Subject> subjects;
    private final int linkedRows;
    private final int[] personOf;
    private final int[] componentOf;
    private final int[] wholeOf;
    private final List<Integer> order;
    private final List<List<Integer>> severalPeople = new ArrayList<>();

    /**
     * @param linked in the rows of the result
     * @param alone who were not linked at all
     * @param decided what people said: the run kept to it, in its rows
     */
    Partition(List<Subject> linked, List<Subject> alone, LinkResult result, Decided decided) {
        subjects = new ArrayList<>(linked);
        subjects.addAll(alone);
        personOf = new int[subjects.size()];
        for (int row = 0; row < personOf.length; row++) {
            personOf[row] = row < linked.size() ? result.personOf(row) : result.persons() + row - linked.size();
        }
        linkedRows = linked.size();
        for (int row = linkedRows; row < personOf.length; row++) {
            identify(row, decided.identified().getOrDefault(subjects.get(row).record(), List.of()));
        }
        order = IntStream.range(0, subjects.size())
                .boxed()
                .sorted(Comparator.comparing(row -> subjects.get(row).record(), RecordOrder.BY_TEXT))
                .toList();
        long least = ScoredPairs.weightOf(result.model().threshold());
        int[] whole = apart();
        join(whole, result, least, row -> true);
        int[] component = whole.clone();
        cutLarge(component, result, least);
        joinPersons(component);
        componentOf = first(component);
        joinPersons(whole);
        decided.judgements().stream().filter(Judgement::same).forEach(said -> join(whole, said.left(), said.right()));
        severalPeople.forEach(rows -> rows.forEach(row -> join(whole, rows.get(0), row)));
        wholeOf = first(whole);
    }

    /** An unidentified person is the one that people named, unless they named several, or said too that it is somebody else. */
    private void identify(int row, List<Decided.Of> said) {
        int[] persons = said.stream()
                .filter(Decided.Of::same)
                .mapToInt(one -> personOf[one.row()])
                .distinct()
                .toArray();
        boolean denied =
                said.stream().anyMatch(one -> !one.same() && persons.length == 1 && personOf[one.row()] == persons[0]);
        if (persons.length == 1 && !denied) {
            personOf[row] = persons[0];
        } else if (persons.length > 1) {
            List<Integer> named = new ArrayList<>(List.of(row));
            said.stream().filter(Decided.Of::same).forEach(one -> named.add(one.row()));
            severalPeople.add(named.stream().distinct().toList());
        }
    }

    /** Unidentified persons whom people named as several people: the row of each, then the rows of those who were named. */
    List<List<Integer>> severalPeople() {
        return severalPeople;
    }

    /** Whether a row was linked: it has a weight with every other that was. */
    boolean isLinked(int row) {
        return row < linkedRows;
    }

    private int[] apart() {
        return IntStream.range(0, subjects.size()).toArray();
    }

    private void joinPersons(int[] parent) {
        int[] firstOf = new int[parent.length];
        Arrays.fill(firstOf, -1);
        for (int row = 0; row < personOf.length; row++) {
            int first = firstOf[personOf[row]];
            if (first < 0) {
                firstOf[personOf[row]] = row;
            } else {
                join(parent, row, first);
            }
        }
    }

    private static void join(int[] parent, int one, int other) {
        parent[root(parent, one)] = root(parent, other);
    }

    private static void join(int[] parent, LinkResult result, long least, IntPredicate wanted) {
        ScoredPairs pairs = result.pairs();
        for (int pair = 0; pair < pairs.size() && pairs.weight(pair) >= least; pair++) {
            if (wanted.test(pairs.left(pair)) && wanted.test(pairs.right(pair))) {
                join(parent, pairs.left(pair), pairs.right(pair));
            }
        }
    }

    // What is too large to be kept pair by pair falls apart stepwise, as it does in clustering.
    private static void cutLarge(int[] parent, LinkResult result, long least) {
        long next = least;
        for (BitSet large = large(parent); !large.isEmpty(); large = large(parent)) {
            next += STEP;
            large.stream().forEach(row -> parent[row] = row);
            join(parent, result, next, large::get);
        }
    }

    private static BitSet large(int[] parent) {
        int[] sizes = new int[parent.length];
        for (int row = 0; row < parent.length; row++) {
            sizes[root(parent, row)]++;
        }
        BitSet large = new BitSet();
        IntStream.range(0, parent.length)
                .filter(row -> sizes[root(parent, row)] > LARGEST)
                .forEach(large::set);
        return large;
    }

    /** For each row the one of its group whose record is the smallest. */
    private int[] first(int[] parent) {
        int[] firstOfRoot = new int[parent.length];
        Arrays.fill(firstOfRoot, -1);
        int[] first = new int[parent.length];
        for (int row : order) {
            int root = root(parent, row);
            if (firstOfRoot[root] < 0) {
                firstOfRoot[root] = row;
            }
            first[row] = firstOfRoot[root];
        }
        return first;
    }

    private static int root(int[] parent, int row) {
        int root = row;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    int records() {
        return subjects.size();
    }

    Subject subject(int row) {
        return subjects.get(row);
    }

    int personOf(int row) {
        return personOf[row];
    }

    /** The row of the smallest record of a row's component. */
    int componentOf(int row) {
        return componentOf[row];
    }

    /** The row of the smallest record of all that a row hangs together with. */
    int wholeOf(int row) {
        return wholeOf[row];
    }

    /** All rows in the order of their records' ids. */
    List<Integer> order() {
        return order;
    }

    /** The rows of each component, in the order of their records' ids; the list in the order of the components' ids. */
    List<List<Integer>> components() {
        int[] place = new int[subjects.size()];
        List<List<Integer>> components = new ArrayList<>();
        for (int row : order) {
            if (componentOf[row] == row) {
                place[row] = components.size();
                components.add(new ArrayList<>(2));
            }
            components.get(place[componentOf[row]]).add(row);
        }
        return components;
    }

    /** Each person's rows, oldest record first; the persons in the order of their oldest. */
    List<List<Integer>> persons() {
        List<List<Integer>> persons = new ArrayList<>();
        int[] place = new int[Arrays.stream(personOf).max().orElse(0) + 1];
        Arrays.fill(place, -1);
        IntStream.range(0, subjects.size())
                .boxed()
                .sorted(Comparator.comparing(subjects::get, OLDEST_FIRST))
                .forEach(row -> {
                    if (place[personOf[row]] < 0) {
                        place[personOf[row]] = persons.size();
                        persons.add(new ArrayList<>(2));
                    }
                    persons.get(place[personOf[row]]).add(row);
                });
        return persons;
    }

    UUID[] records(List<Integer> rows) {
        return rows.stream().map(row -> subjects.get(row).record()).toArray(UUID[]::new);
    }
}
