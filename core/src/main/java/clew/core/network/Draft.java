package clew.core.network;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A core and who belongs with it, before several that are one are joined and before chance is asked.
 *
 * @param members nobody where the gate does not hold among them
 */
record Draft(Core core, SortedSet<Integer> members) {

    /** All on whom it rests. */
    SortedSet<Integer> subjects() {
        SortedSet<Integer> subjects = new TreeSet<>(members);
        subjects.addAll(core.adults());
        subjects.addAll(core.children());
        return subjects;
    }
}
