package clew.app.groups;

import clew.app.store.Rights;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A set of classes on which lines are found by themselves: what stands in it is read under these rights and no others.
 *
 * @param name shareable, police_conditional, all, or own and a hash
 */
record Tier(String name, SortedSet<Integer> classes) {
    static final String ALL = "all";
    /** On nobody's behalf: lines are found, and shown to nobody yet. */
    private static final UUID NOBODY = new UUID(0, 0);

    Tier {
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    }

    Rights rights() {
        return new Rights(NOBODY, classes);
    }
}
