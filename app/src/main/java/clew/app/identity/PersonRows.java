package clew.app.identity;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes the rows that say who is who, one after the other: a build copies them into new tables, the leader compares them with those that stand. */
interface PersonRows {

    /** What hangs together, see {@link Partition}, and how many persons it is. */
    record Component(UUID id, UUID whole, List<Integer> classes, int persons) {}

    /** The place of one record. */
    record Member(UUID record, int classId, UUID component, UUID person) {}

    /**
     * What is kept of a pair.
     *
     * @param left the record with the smaller id
     * @param weight in millionths of a bit
     * @param compared whether blocking brought the two together
     * @param doubt why no machine may join them by itself
     * @param explanation JSON, worked out when asked for; null where only the weight is kept
     */
    record Link(
            Subject left,
            Subject right,
            long weight,
            boolean compared,
            @Nullable String doubt,
            @Nullable Supplier<String> explanation) {}

    /** Records that a person must look at, see {@link Attentions}. */
    record Attention(UUID id, UUID whole, String kind, String reason, List<UUID> records, List<Integer> classes) {}

    void component(Component component);

    void member(Member member);

    void link(Link link);

    void attention(Attention attention);
}
