package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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

    private final int records;
    private final int[][] partsOfRule;
    /** By part: one bit for each rule that needs it. */
    private final long[] rulesOfPart;
    /** By part, then record; empty once they stand side by side. */
    private int[][] columns;

    private final int width;
    /** By place: the rules that may use the record, one bit each, then its parts, two in each. */
    private long[] cells = {};

    /** By record: its place; null where that is its number. */
    private int @Nullable [] placeOf;

    /** For each two parts: the rules that still give a pair when both differ, the first agrees, the second agrees, both agree. */
    private final long[] rulesLeft;

    /**
     * The parts of all keys.
     *
     * @param known columns of parts that were made before; new ones are added, and those that no rule needs are given back
     */
    Keys(List<BlockingRule> rules, int records, Map<Part, int[]> known, Workers workers) {
        this.records = records;
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
        known.keySet().retainAll(numbers.keySet());
        List<Part> unknown = numbers.keySet().stream()
                .filter(part -> !known.containsKey(part))
                .toList();
        List<Callable<int[]>> tasks = new ArrayList<>();
        unknown.forEach(part -> tasks.add(() -> column(part)));
        List<int[]> made = workers.run(tasks);
        for (int i = 0; i < made.size(); i++) {
            known.put(unknown.get(i), made.get(i));
        }
        columns = numbers.keySet().stream().map(known::get).toArray(int[][]::new);
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

    private int[] column(Part part) {
        int[] column = new int[records];
        for (int row = 0; row < column.length; row++) {
            column[row] = part.of(row);
        }
        return column;
    }

    /**
     * The keys of the records that have one under a rule and are of a share. Different keys may hash to one; the parts tell.
     *
     * @param share of the keys
     * @param keyed takes them: the key in the upper half, the record in the lower
     * @return how many
     */
    int keysOf(int rule, BlockShare share, long[] keyed) {
        int[] some = new int[Math.min(SOME, records)];
        int size = 0;
        for (int from = 0; from < records; from += SOME) {
            int count = someKeys(rule, from, some);
            size = share.keep(some, count, from, keyed, size);
        }
        return size;
    }

    /**
     * Marks the records of each key that more than so many records have.
     *
     * @param many records of a key that are not yet too many
     * @param keyed room for a number a record
     * @param marks takes one bit a record
     */
    void markCrowded(int rule, int many, Crowding crowding, long[] keyed, long[] marks) {
        int[] some = new int[Math.min(SOME, records)];
        crowding.begin();
        for (int from = 0; from < records; from += SOME) {
            crowding.count(some, someKeys(rule, from, some));
        }
        int size = 0;
        for (int from = 0; from < records; from += SOME) {
            int count = someKeys(rule, from, some);
            size = crowding.keepCrowded(some, count, from, many, keyed, size);
        }
        crowding.mark(keyed, size, many, marks);
    }

    /** The keys of some records under a rule, 0 for none; few enough to stay in the cache. Returns how many. */
    private int someKeys(int rule, int from, int[] some) {
        int[] parts = partsOfRule[rule];
        int count = Math.min(SOME, records - from);
        if (parts.length == 0) {
            Arrays.fill(some, 1);
            return count;
        }
        System.arraycopy(columns[parts[0]], from, some, 0, count);
        for (int part = 1; part < parts.length; part++) {
            further(columns[parts[part]], from, some, count, part == 1);
        }
        return count;
    }

    private static void further(int[] column, int from, int[] some, int count, boolean second) {
        for (int i = 0; i < count; i++) {
            int key = second ? Atom.mix(some[i]) : some[i];
            int further = column[from + i];
            some[i] = some[i] == 0 || further == 0 ? 0 : Atom.mix(key * 31 + further);
        }
    }

    /** Whether two records that have a key under a rule have the same one; before {@link #putSideBySide}. */
    boolean isSame(int rule, int one, int other) {
        for (int part : partsOfRule[rule]) {
            if (columns[part][one] != columns[part][other]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Puts the parts of each record side by side.
     *
     * @param stopped by rule: one bit a record that may not be used by it; null for none
     * @param some the only records that will be asked for, ascending; null for all
     */
    void putSideBySide(long[] @Nullable [] stopped, int @Nullable [] some, Workers workers) {
        int kept = some == null ? records : some.length;
        cells = new long[Math.multiplyExact(kept, width)];
        if (some != null) {
            placeOf = new int[records];
            for (int place = 0; place < kept; place++) {
                placeOf[some[place]] = place;
            }
        }
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int from = 0; from < kept; from += ROWS_A_TASK) {
            int begin = from;
            int end = Math.min(kept, from + ROWS_A_TASK);
            int[] rows = some == null ? IntStream.range(begin, end).toArray() : Arrays.copyOfRange(some, begin, end);
            tasks.add(() -> {
                putSideBySide(stopped, rows, begin * width);
                return true;
            });
        }
        workers.run(tasks);
        columns = new int[0][];
    }

    private void putSideBySide(long[] @Nullable [] stopped, int[] rows, int first) {
        for (int i = 0; i < rows.length; i++) {
            cells[first + i * width] = (1L << partsOfRule.length) - 1;
        }
        for (int rule = 0; rule < stopped.length; rule++) {
            if (stopped[rule] != null) {
                stop(rule, stopped[rule], rows, first);
            }
        }
        for (int part = 0; part < columns.length; part++) {
            putPart(columns[part], part % 2 * 32, rows, first + 1 + part / 2);
        }
    }

    private void putPart(int[] column, int shift, int[] rows, int first) {
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            // a part that is missing is like that of no other record
            int key = column[row] == 0 ? ~row : column[row];
            cells[first + i * width] |= (key & 0xFFFFFFFFL) << shift;
        }
    }

    private void stop(int rule, long[] stopped, int[] rows, int first) {
        for (int i = 0; i < rows.length; i++) {
            long isStopped = stopped[rows[i] >>> 6] >>> rows[i] & 1;
            cells[first + i * width] &= ~(isStopped << rule);
        }
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
