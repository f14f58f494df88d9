package clew.app.access;

import clew.app.store.Rights;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking, now: worked out anew for each request, so that a right taken away is gone with the next click. A handler
 * method takes it as a parameter.
 *
 * @param user the user's id
 * @param name as shown on pages
 * @param agency the user's agency
 * @param agencyName as shown on pages
 * @param roles what the user does
 * @param purpose for which purpose they look now
 * @param teams ids of the teams they are in today
 * @param areas ids of the areas they and their teams work in today
 * @param secondFactorAt when they last proved a second factor in this session; null when they did not
 * @param classes the classes of rows that are visible
 * @param pointed the classes of which only that their owner holds something is visible, and whom to call
 * @param counted the classes of rows that are counted in figures that name nobody
 * @param grants by record, the grant that lets them into it today, in the words of the ledger
 */
public record Viewer(
        UUID user,
        String name,
        int agency,
        String agencyName,
        Set<Role> roles,
        Purpose purpose,
        Set<Integer> teams,
        Set<Integer> areas,
        @Nullable Instant secondFactorAt,
        SortedSet<Integer> classes,
        SortedSet<Integer> pointed,
        SortedSet<Integer> counted,
        Map<UUID, String> grants) {

    public Viewer {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        areas = Set.copyOf(areas);
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
        pointed = Collections.unmodifiableSortedSet(new TreeSet<>(pointed));
        counted = Collections.unmodifiableSortedSet(new TreeSet<>(counted));
        grants = Map.copyOf(grants);
    }

    /** Whether a role of theirs allows an action, so that a page offers it; what may be done is decided where it is done ({@link Access}). */
    public boolean may(Action action) {
        return roles.stream().anyMatch(role -> role.allows(action));
    }

    /** What a transaction on this viewer's behalf may read. */
    public Rights rights() {
        return new Rights(user, classes, pointed);
    }

    /** The same for an action: figures that name nobody may count more, or be all that is counted. */
    Rights rightsFor(Action action) {
        return action == Action.QUALITY || action == Action.EQUALITY ? new Rights(user, counted) : rights();
    }
}
