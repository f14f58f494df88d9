package clew.core.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * On how many different days some episodes certainly were. One whose day is not known may have been on any day of its range, so it counts only where no other
 * that counts can have been on the same day: the most ranges of which no two meet.
 */
final class Occasions {
    private Occasions() {}

    static int of(Evidence evidence, Collection<Integer> episodes) {
        List<Integer> ordered = new ArrayList<>(episodes);
        ordered.sort(Comparator.comparing(evidence::until).thenComparing(episode -> -evidence.day(episode)));
        int count = 0;
        int last = Integer.MIN_VALUE;
        for (int episode : ordered) {
            if (evidence.day(episode) > last) {
                count++;
                last = evidence.until(episode);
            }
        }
        return count;
    }

    /** The episodes in which both were. */
    static List<Integer> common(Evidence evidence, int one, int other) {
        int[] first = evidence.episodesOf(one);
        int[] second = evidence.episodesOf(other);
        List<Integer> common = new ArrayList<>();
        for (int i = 0, j = 0; i < first.length && j < second.length; ) {
            if (first[i] == second[j]) {
                common.add(first[i]);
            }
            int step = Integer.compare(first[i], second[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }
        return common;
    }
}
