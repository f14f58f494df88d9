package clew.core.linkage.report;

import clew.core.linkage.LinkResult;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds by what each person is held together: walking the kept pairs from the best down, the last one that joins two parts of a person is its weakest link. O(pairs).
 */
final class WeakLinks {

    /**
     * The weakest link of a person.
     *
     * @param pair among the kept pairs
     * @param smaller records on the smaller side of it
     */
    record Link(int pair, int smaller) {}

    private final LinkResult result;
    private final int[] sizes;

    /** By row: the row that it hangs on within its person, plus one; 0 for none. */
    private final int[] parent;

    /** By row: how many rows hang on it. */
    private final int[] hanging;

    private WeakLinks(LinkResult result, int[] sizes) {
        this.result = result;
        this.sizes = sizes;
        parent = new int[result.rows()];
        hanging = new int[result.rows()];
    }

    /**
     * The weakest links of the persons whose links are weakest, weakest first: at most so many with one record on one side, and so many with more.
     *
     * @param sizes records of each person
     * @param joined which pairs are of one person
     */
    static List<Link> of(LinkResult result, int[] sizes, BitSet joined, int most) {
        return new WeakLinks(result, sizes).find(joined, most);
    }

    private List<Link> find(BitSet joined, int most) {
        int[] lastOf = new int[sizes.length];
        int[] smallerOf = new int[sizes.length];
        for (int pair = joined.nextSetBit(0); pair >= 0; pair = joined.nextSetBit(pair + 1)) {
            int left = result.pairs().left(pair);
            int person = result.personOf(left);
            int smaller = sizes[person] == 2 ? 1 : join(left, result.pairs().right(pair));
            if (smaller > 0) {
                lastOf[person] = pair + 1;
                smallerOf[person] = smaller;
            }
        }
        return weakest(lastOf, smallerOf, most);
    }

    private List<Link> weakest(int[] lastOf, int[] smallerOf, int most) {
        List<Link> single = new ArrayList<>();
        List<Link> several = new ArrayList<>();
        for (int person = 0; person < lastOf.length; person++) {
            if (lastOf[person] > 0) {
                Link link = new Link(lastOf[person] - 1, smallerOf[person]);
                keep(link.smaller() == 1 ? single : several, link, most);
            }
        }
        several.addAll(single);
        return several;
    }

    private static void keep(List<Link> links, Link link, int most) {
        if (links.size() == most && links.get(most - 1).pair() > link.pair()) {
            return;
        }
        links.add(link);
        links.sort(Comparator.comparingInt(Link::pair).reversed());
        if (links.size() > most) {
            links.remove(most);
        }
    }

    /** Joins two parts of a person: how many rows the smaller has; 0 when they are one already. */
    private int join(int left, int right) {
        int one = root(left);
        int other = root(right);
        if (one == other) {
            return 0;
        }
        int larger = hanging[one] >= hanging[other] ? one : other;
        int smaller = larger == one ? other : one;
        parent[smaller] = larger + 1;
        hanging[larger] += hanging[smaller] + 1;
        return hanging[smaller] + 1;
    }

    private int root(int row) {
        int root = row;
        while (parent[root] > 0) {
            root = parent[root] - 1;
        }
        return root;
    }
}
