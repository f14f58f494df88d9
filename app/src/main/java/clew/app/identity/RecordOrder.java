package clew.app.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** The order of record ids: that of their text and of the database. (Java's own order of UUIDs takes their halves as signed.) */
final class RecordOrder {
    static final Comparator<UUID> BY_TEXT = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private RecordOrder() {}

    static SortedSet<UUID> set(Collection<UUID> records) {
        SortedSet<UUID> set = new TreeSet<>(BY_TEXT);
        set.addAll(records);
        return set;
    }
}
