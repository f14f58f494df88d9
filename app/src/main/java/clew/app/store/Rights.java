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
 * @param pointed the class ids of which only that their owner holds something is visible, and whom to call
 */
public record Rights(UUID user, SortedSet<Integer> classes, SortedSet<Integer> pointed) {

    public Rights {
        classes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(classes));
        pointed = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(pointed));
    }

    /** Without pointers. */
    public Rights(UUID user, SortedSet<Integer> classes) {
        this(user, classes, new TreeSet<>());
    }

    public static Rights of(UUID user, Collection<Integer> classes) {
        return new Rights(user, new TreeSet<>(classes));
    }

    /** Classes as the text of an SQL array: {@code {1,2}}. */
    static String asText(Collection<Integer> classes) {
        return classes.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
