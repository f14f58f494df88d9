package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.Attention;
import clew.core.linkage.Kind;
import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import clew.core.linkage.report.PersonLook.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses the persons most in need of a look, always the same ones for the same result. */
final class LookChoice {
    private static final int EACH = 3;
    private static final int EACH_REASON = 2;
    private static final int MOST_ROWS = 8;
    private static final int LARGE = 20;
    private static final int MOST_SUSPECTS = 200;
    private static final int MANY = 60;

    private final RecordTable table;
    private final LinkResult result;
    private final int[] sizes;
    private final BitSet joined;
    private final List<PersonLook> looks = new ArrayList<>();

    private LookChoice(RecordTable table, LinkResult result, int[] sizes, BitSet joined) {
        this.table = table;
        this.result = result;
        this.sizes = sizes;
        this.joined = joined;
    }

    static List<PersonLook> choose(RecordTable table, LinkResult result, int[] sizes, BitSet joined) {
        LookChoice choice = new LookChoice(table, result, sizes, joined);
        choice.heldBack();
        choice.contradictions();
        choice.weakLinks();
        choice.large();
        return choice.looks;
    }

    private void heldBack() {
        Map<String, Integer> taken = new LinkedHashMap<>();
        for (Attention attention : result.attention()) {
            if (!attention.isJoined()
                    && attention.rows().size() <= MOST_ROWS
                    && taken.merge(attention.reason(), 1, Integer::sum) <= EACH_REASON) {
                int[] rows = byPerson(
                        attention.rows().stream().mapToInt(Integer::intValue).toArray());
                add(Reason.HELD_BACK, attention.reason(), rows, partsByPerson(rows));
            }
        }
    }

    private int[] byPerson(int[] rows) {
        return IntStream.of(rows)
                .boxed()
                .sorted(java.util.Comparator.comparingInt((Integer row) -> result.personOf(row))
                        .thenComparing(row -> row))
                .mapToInt(row -> row)
                .toArray();
    }

    private List<String> partsByPerson(int[] rows) {
        int[] persons = IntStream.of(rows).map(result::personOf).distinct().toArray();
        return IntStream.of(rows)
                .mapToObj(row -> letter(IntStream.range(0, persons.length)
                        .filter(i -> persons[i] == result.personOf(row))
                        .findFirst()
                        .orElse(0)))
                .toList();
    }

    private static String letter(int part) {
        return String.valueOf((char) ('A' + part % 26));
    }

    /** Persons whose records hold more than one value of an identifier, as far as the engine itself doubts them. */
    private void contradictions() {
        for (int column = 0; column < table.columns().size(); column++) {
            if (table.columns().get(column).kind() == Kind.IDENTIFIER) {
                contradictions(column);
            }
        }
    }

    private void contradictions(int column) {
        int[] firstRow = new int[result.persons()];
        int taken = 0;
        int asked = 0;
        for (int row = 0; row < table.rows() && taken < EACH && asked < MOST_SUSPECTS; row++) {
            if (table.isMissing(row, column)) {
                continue;
            }
            int person = result.personOf(row);
            int first = firstRow[person] - 1;
            if (first < 0) {
                firstRow[person] = row + 1;
            } else if (!table.valueOf(row, column).equals(table.valueOf(first, column))) {
                asked++;
                Optional<String> doubt = result.doubt(first, row);
                if (doubt.isPresent()) {
                    taken++;
                    int[] rows = result.rowsOf(person);
                    add(Reason.CONTRADICTION, "Two of the records: " + doubt.get() + ".", rows, none(rows));
                }
            }
        }
    }

    private static List<String> none(int[] rows) {
        return IntStream.of(rows).mapToObj(row -> "").toList();
    }

    private void weakLinks() {
        for (WeakLinks.Link link : WeakLinks.of(result, sizes, joined, EACH)) {
            int left = result.pairs().left(link.pair());
            int right = result.pairs().right(link.pair());
            int[] rows = result.rowsOf(result.personOf(left));
            if (rows.length > MANY) {
                continue;
            }
            boolean[] isLeft = sides(rows, left, right);
            int[] ordered = IntStream.concat(
                            IntStream.range(0, rows.length).filter(i -> isLeft[i]),
                            IntStream.range(0, rows.length).filter(i -> !isLeft[i]))
                    .map(i -> rows[i])
                    .toArray();
            int onLeft =
                    (int) IntStream.range(0, rows.length).filter(i -> isLeft[i]).count();
            int onRight = rows.length - onLeft;
            String detail = "The strongest tie between side A (" + Words.count(onLeft, "record", "records")
                    + ") and side B (" + Words.count(onRight, "record", "records") + ") weighs "
                    + Words.bits(result.weight(left, right) / (double) Explanation.UNITS_PER_BIT) + " bits: "
                    + RowsSideBySide.address(table, left) + " with " + RowsSideBySide.address(table, right) + ".";
            List<String> parts = IntStream.range(0, ordered.length)
                    .mapToObj(i -> i < onLeft ? "A" : "B")
                    .toList();
            add(Math.min(onLeft, onRight) == 1 ? Reason.WEAK_LINK : Reason.BRIDGE, detail, ordered, parts);
        }
    }

    /** Which records are on the left side of a person's weakest link: those tied to its left record by something stronger. */
    private boolean[] sides(int[] rows, int left, int right) {
        long weakest = result.weight(left, right);
        boolean[] reached = new boolean[rows.length];
        int[] waiting = new int[rows.length];
        int size = 0;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == left) {
                reached[i] = true;
                waiting[size++] = i;
            }
        }
        for (int next = 0; next < size; next++) {
            for (int i = 0; i < rows.length; i++) {
                if (!reached[i] && rows[i] != right && result.weight(rows[waiting[next]], rows[i]) > weakest) {
                    reached[i] = true;
                    waiting[size++] = i;
                }
            }
        }
        return reached;
    }

    private void large() {
        List<Integer> large = new ArrayList<>();
        for (int person = 0; person < sizes.length; person++) {
            if (sizes[person] > LARGE) {
                large.add(person);
            }
        }
        int[] largest = large.stream()
                .sorted(java.util.Comparator.comparingInt((Integer person) -> -sizes[person])
                        .thenComparing(person -> person))
                .limit(EACH_REASON)
                .mapToInt(person -> person)
                .toArray();
        for (int person : largest) {
            int[] rows = result.rowsOf(person);
            add(Reason.LARGE, Words.count(rows.length) + " records are one person here.", rows, none(rows));
        }
    }

    /** Shows the first records of each part; of a large group not all. */
    private void add(Reason reason, String detail, int[] rows, List<String> parts) {
        int[] places = places(parts);
        int[] shown = IntStream.of(places).map(place -> rows[place]).toArray();
        List<String> shownParts = Arrays.stream(places).mapToObj(parts::get).toList();
        RowsSideBySide side = new RowsSideBySide(table, shown);
        looks.add(new PersonLook(reason, detail, side.titles(), side.shown(shownParts), rows.length - shown.length));
    }

    private static int[] places(List<String> parts) {
        if (parts.size() <= MOST_ROWS) {
            return IntStream.range(0, parts.size()).toArray();
        }
        Map<String, Integer> taken = new LinkedHashMap<>();
        long distinct = parts.stream().distinct().count();
        int ofEach = (int) Math.max(1, MOST_ROWS / distinct);
        return IntStream.range(0, parts.size())
                .filter(place -> taken.merge(parts.get(place), 1, Integer::sum) <= ofEach)
                .toArray();
    }
}
