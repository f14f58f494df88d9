package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The parts of all keys of all records. At first by part, to build blocks from; then side by side by record, so that one look at memory tells which rules give
 * a pair.
 */
final class Keys {
    private static final int ROWS_A_TASK = 1 << 14;
    /** Records whose keys are made together. */
    private static final int SOME = 1 << 12;

    /**
     * What is equal in both records of a pair that a rule gives: one atom, or two atoms in any order.
     *
     * @param other null for one atom
     */
    record Part(Atom atom, @Nullable Atom other) {
        /** Above 0, or 0 when the record has none. */
        int of(int row) {
            int hash = atom.hash(row);
            if (other == null) {
                return hash;
            }
            int second = other.hash(row);
            return hash == 0 || second == 0 ? 0 : Math.max(1, Atom.mix(hash) + Atom.mix(second) & Integer.MAX_VALUE);
        }
    }

    /** The records that have keys, ascending; null for all. */
    private final int @Nullable [] some;

    /** By record: its place among them; null where that is its number. */
    private final int @Nullable [] placeOf;

    /** How many there are. */
    private final int places;

    private final int[][] partsOfRule;
    /** By part: one bit for each rule that needs it. */
    private final long[] rulesOfPart;
    /** By part, then place; empty once they stand side by side. */
    private int[][] columns;

    private final int width;
    /** By place: the rules that may use the record, one bit each, then its parts, two in each. */
    private long[] cells = {};

    /** For each two parts: the rules that still give a pair when both differ, the first agrees, the second agrees, both agree. */
    private final long[] rulesLeft;

    /**
     * The parts of the keys of records.
     *
     * @param records how many there are
     * @param some the only ones that are looked at, ascending; null for all
     */
    Keys(List<BlockingRule> rules, int records, int @Nullable [] some, Workers workers) {
        this.some = some;
        places = some == null ? records : some.length;
        placeOf = some == null ? null : placesOf(some, records);
        Map<Part, Integer> numbers = new LinkedHashMap<>();
        partsOfRule = new int[rules.size()][];
        for (int rule = 0; rule < partsOfRule.length; rule++) {
            partsOfRule[rule] = parts(rules.get(rule)).stream()
                    .mapToInt(part -> numbers.computeIfAbsent(part, key -> numbers.size()))
                    .toArray();
        }
        rulesOfPart = new long[numbers.size()];
        for (int rule = 0; rule < partsOfRule.length; rule++) {
            for (int part : partsOfRule[rule]) {
                rulesOfPart[part] |= 1L << rule;
            }
        }
        width = 1 + (rulesOfPart.length + 1) / 2;
        rulesLeft = new long[width * 4];
        for (int part = 0; part < rulesOfPart.length; part += 2) {
            long first = rulesOfPart[part];
            long second = part + 1 < rulesOfPart.length ? rulesOfPart[part + 1] : 0;
            int place = (1 + part / 2) * 4;
            rulesLeft[place] = ~(first | second);
            rulesLeft[place + 1] = ~second;
            rulesLeft[place + 2] = ~first;
            rulesLeft[place + 3] = -1;
        }
        columns = columns(List.copyOf(numbers.keySet()), workers);
    }

    /** By part, then place. All parts of some records are made together, since what they are made of stands side by side. */
    private int[][] columns(List<Part> parts, Workers workers) {
        List<Callable<int[]>> empty = new ArrayList<>();
        parts.forEach(part -> empty.add(() -> new int[places]));
        int[][] made = workers.run(empty).toArray(int[][]::new);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int from = 0; from < places; from += SOME) {
            int begin = from;
            int end = Math.min(places, from + SOME);
            tasks.add(() -> {
                for (int part = 0; part < made.length; part++) {
                    fill(made[part], parts.get(part), begin, end);
                }
                return true;
            });
        }
        workers.run(tasks);
        return made;
    }

    private static int[] placesOf(int[] some, int records) {
        int[] placeOf = new int[records];
        for (int place = 0; place < some.length; place++) {
            placeOf[some[place]] = place;
        }
        return placeOf;
    }

    private static List<Part> parts(BlockingRule rule) {
        List<Part> parts = new ArrayList<>();
        int first = 0;
        if (rule.anyOrder()) {
            parts.add(new Part(rule.atoms().get(0), rule.atoms().get(1)));
            first = 2;
        }
        rule.atoms().stream().skip(first).forEach(atom -> parts.add(new Part(atom, null)));
        return parts;
    }

    private void fill(int[] column, Part part, int from, int to) {
        for (int place = from; place < to; place++) {
            column[place] = part.of(row(place));
        }
    }

    /** How many records have keys at most. */
    int places() {
        return places;
    }

    /**
     * The keys of the records that have one under a rule. Different keys may hash to one; the parts tell.
     *
     * @param keyed takes them: the key in the upper half, the record in the lower
     * @return how many
     */
    int keysOf(int rule, long[] keyed) {
        int[] keys = new int[Math.min(SOME, places)];
        int size = 0;
        for (int from = 0; from < places; from += SOME) {
            size = keep(keys, someKeys(rule, from, keys), from, keyed, size);
        }
        return size;
    }

    private int keep(int[] keys, int count, int from, long[] keyed, int size) {
        int next = size;
        for (int i = 0; i < count; i++) {
            if (keys[i] != 0) {
                keyed[next++] = (long) keys[i] << 32 | row(from + i);
            }
        }
        return next;
    }

    /** The keys of some records under a rule, 0 for none; few enough to stay in the cache. Returns how many. */
    private int someKeys(int rule, int from, int[] keys) {
        int[] parts = partsOfRule[rule];
        int count = Math.min(SOME, places - from);
        if (parts.length == 0) {
            Arrays.fill(keys, 1);
            return count;
        }
        System.arraycopy(columns[parts[0]], from, keys, 0, count);
        for (int part = 1; part < parts.length; part++) {
            further(columns[parts[part]], from, keys, count, part == 1);
        }
        return count;
    }

    private static void further(int[] column, int from, int[] keys, int count, boolean second) {
        for (int i = 0; i < count; i++) {
            int key = second ? Atom.mix(keys[i]) : keys[i];
            int further = column[from + i];
            keys[i] = keys[i] == 0 || further == 0 ? 0 : Atom.mix(key * 31 + further);
        }
    }

    /** Whether two records that have a key under a rule have the same one; before {@link #putSideBySide}. */
    boolean isSame(int rule, int one, int other) {
        for (int part : partsOfRule[rule]) {
            if (columns[part][place(one)] != columns[part][place(other)]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Puts the parts of each record side by side.
     *
     * @param stopped by rule: one bit a record that may not be used by it; null for none
     */
    void putSideBySide(long[] @Nullable [] stopped, Workers workers) {
        cells = new long[Math.multiplyExact(places, width)];
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int from = 0; from < places; from += ROWS_A_TASK) {
            int begin = from;
            int end = Math.min(places, from + ROWS_A_TASK);
            tasks.add(() -> {
                putSideBySide(stopped, begin, end);
                return true;
            });
        }
        workers.run(tasks);
        columns = new int[0][];
    }

    private void putSideBySide(long[] @Nullable [] stopped, int from, int to) {
        for (int place = from; place < to; place++) {
            cells[place * width] = (1L << partsOfRule.length) - 1;
        }
        for (int rule = 0; rule < stopped.length; rule++) {
            if (stopped[rule] != null) {
                stop(rule, stopped[rule], from, to);
            }
        }
        for (int part = 0; part < columns.length; part++) {
            putPart(columns[part], part % 2 * 32, from, to, 1 + part / 2);
        }
    }

    private void putPart(int[] column, int shift, int from, int to, int at) {
        for (int place = from; place < to; place++) {
            // a part that is missing is like that of no other record
            int key = column[place] == 0 ? ~place : column[place];
            cells[place * width + at] |= (key & 0xFFFFFFFFL) << shift;
        }
    }

    private void stop(int rule, long[] stopped, int from, int to) {
        for (int place = from; place < to; place++) {
            int row = row(place);
            long isStopped = stopped[row >>> 6] >>> row & 1;
            cells[place * width] &= ~(isStopped << rule);
        }
    }

    private int row(int place) {
        return some == null ? place : some[place];
    }

    private int place(int row) {
        return placeOf == null ? row : placeOf[row];
    }

    /** Fetches what is kept of a record; what it gives back means nothing. */
    long fetch(int row) {
        int from = place(row) * width;
        return cells[from] ^ cells[from + width - 1];
    }

    /** The rules that give a pair, one bit each; two records, or the bits mean nothing. */
    long mask(int left, int right) {
        int a = place(left) * width;
        int b = place(right) * width;
        long mask = cells[a] & cells[b];
        for (int place = 1; place < width; place++) {
            long differing = cells[a + place] ^ cells[b + place];
            int first = (int) differing;
            int second = (int) (differing >>> 32);
            // 1 when the halves agree, without a branch
            int agreeing = 3 ^ (first | -first) >>> 31 ^ (second | -second) >>> 31 << 1;
            mask &= rulesLeft[place * 4 + agreeing];
        }
        return mask;
    }
}
