package clew.app.store;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a transaction may read: the rows of these classes, on behalf of this user.
 *
 * @param user who is reading
 * @param classes the class ids (owner, handling and restriction) that are visible; empty: no row at all
 */
public record Rights(UUID user, SortedSet<Integer> classes) {

    public Rights {
        classes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    }

    public static Rights of(UUID user, Collection<Integer> classes) {
        return new Rights(user, new TreeSet<>(classes));
    }

    /** The classes as the text of an SQL array: {@code {1,2}}. */
    String classesAsText() {
        return classes.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
