package clew.app.identity;

import clew.core.linkage.Attention.Why;
import clew.core.linkage.LinkResult;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a run of linking leaves to people: records that were not joined because of a doubt ({@code doubt}), and those about which people's decisions contradict
 * each other ({@code contradiction}), and an unidentified person who was identified as several people ({@code identified_as_several}). Doubtful pairs below the threshold are links of
 * their own and need no row here. An id is a hash of kind, reason and records, so that the same matter keeps its id from Picture to Picture.
 */
final class Attentions {
    private static final String CONTRADICTION = "contradiction";
    private static final String DOUBT = "doubt";
    private static final String SEVERAL = "identified_as_several";
    private static final String SEVERAL_WORDS =
            "decisions contradict each other: one unidentified person was identified as different people";

    private final Partition partition;
    private final LinkResult result;

    Attentions(Partition partition, LinkResult result) {
        this.partition = partition;
        this.result = result;
    }

    void write(PersonRows rows) {
        Stream.concat(
                        result.attention().stream()
                                .filter(one -> one.why() == Why.HELD_BACK || one.why() == Why.CONTRADICTION)
                                .map(one -> row(kind(one.reason()), one.reason(), one.rows())),
                        partition.severalPeople().stream().map(some -> row(SEVERAL, SEVERAL_WORDS, some)))
                .distinct()
                .forEach(rows::attention);
    }

    private static String kind(String reason) {
        return reason.toLowerCase(Locale.ROOT).contains("contradict") ? CONTRADICTION : DOUBT;
    }

    private PersonRows.Attention row(String kind, String reason, List<Integer> rows) {
        List<UUID> records = rows.stream()
                .map(row -> partition.subject(row).record())
                .sorted(RecordOrder.BY_TEXT)
                .toList();
        return new PersonRows.Attention(
                id(kind, reason, records),
                partition.subject(partition.wholeOf(rows.get(0))).record(),
                kind,
                reason,
                records,
                rows.stream()
                        .map(row -> partition.subject(row).classId())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static UUID id(String kind, String reason, List<UUID> records) {
        try {
            ByteBuffer bits = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest((kind + "\n" + reason + "\n" + records).getBytes(StandardCharsets.UTF_8)));
            return new UUID(bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected a platform with SHA-256, found none", e);
        }
    }
}
