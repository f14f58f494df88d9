package clew.app.identity;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The person ids given so far. An id is held by a record, its anchor: it names the person to whom that record belongs. On a join the oldest id stays and
 * the others lead to it; on a split the id goes with the largest part; who has none gets a new one. The same persons and the same register always give
 * the same ids, and doing it again changes nothing, so that a rebuild finds every id from the register alone. Immutable.
 *
 * @param issued every id with the record that holds it now, oldest first
 * @param redirects where an id leads that no longer names a person of its own
 */
record Register(List<Issued> issued, Map<UUID, UUID> redirects) {

    Register {
        issued = List.copyOf(issued);
        redirects = Map.copyOf(redirects);
    }

    /** A person id and its anchor. */
    record Issued(UUID person, UUID anchor) {}

    /** A person id that from now on leads to another; to itself when a split made it a person of its own again. */
    record Redirect(UUID from, UUID to, String reason) {}

    /**
     * What a new set of persons does to the register.
     *
     * @param ids one for each person
     * @param issued ids given now
     * @param moved ids whose anchor is another record now
     * @param redirects those that are new
     */
    record Changes(List<UUID> ids, List<Issued> issued, List<Issued> moved, List<Redirect> redirects) {

        /** Whether every person has the id that the register gives them. */
        boolean areNone() {
            return issued.isEmpty() && moved.isEmpty() && redirects.isEmpty();
        }
    }

    /**
     * Gives every person an id.
     *
     * @param persons the records of each person, oldest first; every record in one person
     * @param before the person id that each record had in the Picture before; empty when there was none
     */
    Changes assign(List<UUID[]> persons, Map<UUID, UUID> before) {
        return new RegisterChange(this, persons).changes(before);
    }

    /** The first id that an anchor can give and that is not taken: 128 bits of SHA-256 over the anchor and a number. */
    static UUID newId(UUID anchor, Set<UUID> taken) {
        for (long number = 0; ; number++) {
            UUID id = hash(anchor, number);
            if (!taken.contains(id)) {
                return id;
            }
        }
    }

    Set<UUID> ids() {
        return issued.stream().map(Issued::person).collect(Collectors.toSet());
    }

    private static UUID hash(UUID anchor, long number) {
        try {
            byte[] parts = ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(anchor.getMostSignificantBits())
                    .putLong(anchor.getLeastSignificantBits())
                    .putLong(number)
                    .array();
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(parts));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected a platform with SHA-256, found none", e);
        }
    }
}
