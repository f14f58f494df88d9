package clew.core.linkage.report;

import clew.core.linkage.LinkResult;
import clew.core.linkage.ScoredPairs;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final int[] parent;
    private final int[] size;

    private WeakLinks(LinkResult result) {
        this.result = result;
        parent = new int[result.rows()];
        Arrays.setAll(parent, row -> row);
        size = new int[result.rows()];
        Arrays.fill(size, 1);
    }

    /** The weakest links of the persons whose links are weakest, weakest first: at most so many with one record on one side, and so many with more. */
    static List<Link> of(LinkResult result, int most) {
        return new WeakLinks(result).find(most);
    }

    private List<Link> find(int most) {
        ScoredPairs pairs = result.pairs();
        int[] lastOf = new int[result.persons()];
        int[] smallerOf = new int[result.persons()];
        for (int pair = 0; pair < pairs.size(); pair++) {
            int person = result.personOf(pairs.left(pair));
            if (person == result.personOf(pairs.right(pair))) {
                int one = root(pairs.left(pair));
                int other = root(pairs.right(pair));
                if (one != other) {
                    lastOf[person] = pair + 1;
                    smallerOf[person] = Math.min(size[one], size[other]);
                    join(one, other);
                }
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

    private int root(int row) {
        int root = row;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private void join(int one, int other) {
        int larger = size[one] >= size[other] ? one : other;
        int smaller = larger == one ? other : one;
        parent[smaller] = larger;
        size[larger] += size[smaller];
    }
}
