package clew.app.access;

import clew.app.store.Rights;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who is looking, now: worked out anew for each request, so that a right taken away is gone with the next click. A handler
 * method takes it as a parameter.
 *
 * @param user the user's id
 * @param name as shown on pages
 * @param agency the user's agency
 * @param agencyName as shown on pages
 * @param roles what the user does
 * @param purpose for which purpose, in the words of the purposes
 * @param classes the classes of rows that are visible
 */
public record Viewer(
        UUID user,
        String name,
        int agency,
        String agencyName,
        Set<Role> roles,
        String purpose,
        SortedSet<Integer> classes) {

    /** The purpose of everyone until users choose among several. */
    public static final String SAFEGUARDING = "safeguarding children";

    public Viewer {
        roles = Set.copyOf(roles);
        classes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    }

    /** What a transaction on this viewer's behalf may read. */
    public Rights rights() {
        return new Rights(user, classes);
    }
}
