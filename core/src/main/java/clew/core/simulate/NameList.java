package clew.core.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Names with counts, drawn in proportion to their counts. Immutable once built. */
final class NameList {

    private final List<String> names;
    private final int[] cumulative;

    private NameList(List<String> names, int[] cumulative) {
        this.names = names;
        this.cumulative = cumulative;
    }

    static final class Builder {
        private final List<String> names = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();

        void add(String name, int count) {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "expected a count of at least 1, found " + count + ", field " + name);
            }
            names.add(name);
            counts.add(count);
        }

        NameList build() {
            int[] cumulative = counts.stream().mapToInt(Integer::intValue).toArray();
            Arrays.parallelPrefix(cumulative, Integer::sum);
            return new NameList(List.copyOf(names), cumulative);
        }
    }

    String draw(Draw draw) {
        int at = draw.below(cumulative[cumulative.length - 1]);
        int found = Arrays.binarySearch(cumulative, at + 1);
        return names.get(found >= 0 ? found : -found - 1);
    }

    List<String> names() {
        return names;
    }
}
