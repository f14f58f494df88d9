package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Disjoint sets, each named by its smallest member. */
final class UnionFind {
    private final int[] parent;

    UnionFind(int size) {
        parent = new int[size];
        Arrays.setAll(parent, i -> i);
    }

    int find(int member) {
        int root = member;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    void join(int one, int other) {
        int first = find(one);
        int second = find(other);
        if (first < second) {
            parent[second] = first;
        } else {
            parent[first] = second;
        }
    }

    /** Sets of two or more, by their smallest member, members ascending. */
    List<int[]> groups() {
        int[] size = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            // what a smaller member points to is its root by now
            parent[i] = parent[parent[i]];
            size[parent[i]]++;
        }
        int[][] groups = new int[parent.length][];
        List<int[]> list = new ArrayList<>();
        int[] filled = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            int root = parent[i];
            if (size[root] < 2) {
                continue;
            }
            if (groups[root] == null) {
                groups[root] = new int[size[root]];
                list.add(groups[root]);
            }
            groups[root][filled[root]++] = i;
        }
        return list;
    }
}
