package clew.app.identity;

import clew.core.linkage.Attention;
import clew.core.linkage.LinkResult;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a run of linking leaves to people: records that were not joined because of a doubt ({@code doubt}), and those about which people's decisions contradict
 * each other ({@code contradiction}), an unidentified person who was identified as several people ({@code identified_as_several}), one person whom a weak link holds together
 * ({@code bridge}), and one of very many records ({@code large}). Doubtful pairs below the threshold are links of
 * their own and need no row here. The first and the last record are the two to ask about: of a doubt those of two persons, of a weak link its two, of very many the least alike. An id is
 * a hash of kind, reason and records, so that the same matter keeps its id from Picture to Picture.
 */
final class Attentions {
    private static final String CONTRADICTION = "contradiction";
    private static final String DOUBT = "doubt";
    private static final String BRIDGE = "bridge";
    private static final String LARGE = "large";
    private static final String SEVERAL = "identified_as_several";
    private static final String SEVERAL_WORDS =
            "decisions contradict each other: one unidentified person was identified as different people";

    private final Partition partition;
    private final LinkResult result;
    private final Comparator<Integer> byRecord;

    Attentions(Partition partition, LinkResult result) {
        byRecord = Comparator.comparing(row -> partition.subject(row).record(), RecordOrder.BY_TEXT);
        this.partition = partition;
        this.result = result;
    }

    void write(PersonRows rows) {
        Stream.concat(
                        result.attention().stream().flatMap(this::row),
                        partition.severalPeople().stream().map(some -> row(SEVERAL, SEVERAL_WORDS, some, List.of())))
                .distinct()
                .forEach(rows::attention);
    }

    private Stream<PersonRows.Attention> row(Attention one) {
        return switch (one.why()) {
            case CONTRADICTION -> Stream.of(row(CONTRADICTION, one.reason(), one.rows(), List.of()));
            case HELD_BACK -> Stream.of(row(DOUBT, one.reason(), one.rows(), twoPersons(one.rows())));
            case BRIDGE -> Stream.of(row(BRIDGE, one.reason(), one.rows(), one.tie()));
            case LARGE -> Stream.of(row(LARGE, one.reason(), one.rows(), leastAlike(one.rows())));
            case NEARLY, CHAINED -> Stream.of();
        };
    }

    /** The smallest record and the largest that is of another person. */
    private List<Integer> twoPersons(List<Integer> rows) {
        List<Integer> ascending = rows.stream().sorted(byRecord).toList();
        int first = ascending.get(0);
        return ascending.stream()
                .filter(row -> partition.personOf(row) != partition.personOf(first))
                .reduce((one, other) -> other)
                .map(last -> List.of(first, last))
                .orElse(List.of());
    }

    /** The two records of a person that are least alike. */
    private List<Integer> leastAlike(List<Integer> rows) {
        List<Integer> ascending = rows.stream().sorted(byRecord).toList();
        List<Integer> least = List.of();
        long weight = Long.MAX_VALUE;
        for (int one = 0; one < ascending.size(); one++) {
            for (int other = one + 1; other < ascending.size(); other++) {
                long of = result.weight(ascending.get(one), ascending.get(other));
                if (of < weight) {
                    weight = of;
                    least = List.of(ascending.get(one), ascending.get(other));
                }
            }
        }
        return least;
    }

    private PersonRows.Attention row(String kind, String reason, List<Integer> rows, List<Integer> ends) {
        List<UUID> records = records(rows, ends.stream().sorted(byRecord).toList());
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

    /** Ascending, but for the two that stand at the ends, if any. */
    private List<UUID> records(List<Integer> rows, List<Integer> ends) {
        return Stream.of(
                        ends.stream().limit(1),
                        rows.stream().filter(row -> !ends.contains(row)).sorted(byRecord),
                        ends.stream().skip(1))
                .flatMap(some -> some)
                .map(row -> partition.subject(row).record())
                .toList();
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
