package clew.app.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The versions of one record that are known, and whether another would say anything new. */
final class History {

    private final List<Version> versions = new ArrayList<>(1);
    private @Nullable Version current;

    void add(Version version) {
        versions.add(version);
        if (current == null || Version.ORDER.compare(current, version) < 0) current = version;
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    /**
     * Whether this content under this sender's version is in force already, and known no later, or is an old version seen again. That the sender knew it
     * earlier than was said is news; that another row says it again, later, is none. Who may see it is news too.
     */
    boolean says(
            UUID content, @Nullable Instant senderVersion, @Nullable LocalDate knownFrom, RecordClass recordClass) {
        Version inForce = current;
        if (inForce == null) return false;
        if (isThat(inForce, content, senderVersion, knownFrom))
            return inForce.recordClass().equals(recordClass);
        Instant newest = inForce.senderVersion();
        boolean older = newest != null && (senderVersion == null || senderVersion.isBefore(newest));
        return older && versions.stream().anyMatch(version -> isThat(version, content, senderVersion, knownFrom));
    }

    /**
     * The class a version would have now: what a Decision holds stays held, and what came along with an item is shown as widely as the same words were
     * before.
     */
    RecordClass classOf(Classing.Chosen chosen, UUID content) {
        Version inForce = current;
        if (inForce == null) return chosen.chosen();
        if (inForce.recordClass().isHeld())
            return chosen.chosen().kept(inForce.recordClass().restriction());
        return inForce.content().equals(content) ? chosen.beside(inForce.recordClass()) : chosen.chosen();
    }

    /** Whether it is in force as one whose subject is a member of staff or their family. */
    boolean isOfSubject() {
        return current != null && current.recordClass().isOfSubject();
    }

    /** Whether the version in force came from a row with this checksum. */
    boolean cameFrom(byte[] checksum) {
        return current != null && Arrays.equals(current.checksum(), checksum);
    }

    private static boolean isThat(
            Version version, UUID content, @Nullable Instant senderVersion, @Nullable LocalDate knownFrom) {
        return !version.withdrawn()
                && version.content().equals(content)
                && Objects.equals(version.senderVersion(), senderVersion)
                && !isEarlier(knownFrom, version.knownFrom());
    }

    private static boolean isEarlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && (other == null || one.isBefore(other));
    }
}
