package clew.app.intake;

import clew.app.intake.mapping.MappedRecord;
import clew.core.standard.Common;
import clew.core.standard.IntelligenceShape;
import clew.core.standard.Reference;
import clew.core.standard.StandardRecord;
import clew.core.standard.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Chooses, before the first save, who may see each record of a row: the owner's choice for this record, else for its type; never more than an item of
 * intelligence in the row shows, because what came along with an item says what the item says; and within law enforcement where the law keeps it there.
 */
final class Classing {

    /** What many rows speak of: a car named in a closed item may be well known from an open one. */
    private static final Set<String> SHARED =
            Set.of("person", "unidentified_person", "vehicle", "phone", "place", "organisation", "online_account");

    private final Map<String, Visibility> policy;

    /** @param policy by shape, where the agency has chosen */
    Classing(Map<String, Visibility> policy) {
        this.policy = Map.copyOf(policy);
    }

    /**
     * The choice for one record.
     *
     * @param chosen who may see it
     * @param alongside whether it only came along with a graded item: then wider is what another row allows
     */
    record Chosen(RecordClass chosen, boolean alongside) {

        /** The class beside one that the same words had before. */
        RecordClass beside(RecordClass known) {
            if (!alongside || known.isHeld()) return chosen;
            Visibility visibility =
                    chosen.visibility().compareTo(known.visibility()) <= 0 ? chosen.visibility() : known.visibility();
            return new RecordClass(visibility, wider(chosen.restriction(), known.restriction()));
        }

        private static String wider(String one, String other) {
            return Restriction.of(one).compareTo(Restriction.of(other)) <= 0 ? one : other;
        }
    }

    /**
     * The choice for each record of a row, in their order.
     *
     * @param subject whether a member of staff or their family is the subject of a record: what refers to it is kept as it is, and what came along shows to
     *     nobody until another row speaks of it
     */
    List<Chosen> of(List<MappedRecord> row, Predicate<MappedRecord> subject) {
        List<Chosen> chosen = of(row.stream().map(MappedRecord::record).toList());
        Set<UUID> subjects = row.stream().filter(subject).map(MappedRecord::id).collect(Collectors.toSet());
        if (subjects.isEmpty()) return chosen;
        return IntStream.range(0, row.size())
                .mapToObj(i -> isAbout(row.get(i), subjects)
                        ? new Chosen(chosen.get(i).chosen().ofSubject(), false)
                        : new Chosen(chosen.get(i).chosen().withSubject(), true))
                .toList();
    }

    /** Whether a record is one of these or refers to one. */
    static boolean isAbout(MappedRecord record, Set<UUID> subjects) {
        return subjects.contains(record.id())
                || record.record().shape().fields().stream()
                        .filter(field -> field.type().javaType() == Reference.class)
                        .flatMap(field -> record.record().all(field).stream())
                        .anyMatch(value -> subjects.contains(((Reference) value).record()));
    }

    private List<Chosen> of(List<StandardRecord> row) {
        Visibility item = row.stream().map(this::limit).reduce(Visibility.CONTENT, Visibility::orLess);
        boolean intelligence = row.stream().anyMatch(record -> record.shape() == IntelligenceShape.SHAPE);
        boolean closed = row.stream().anyMatch(Visibility::isForLawEnforcementOnly);
        return row.stream()
                .map(record -> {
                    RecordClass chosen = new RecordClass(
                            own(record).orLess(item),
                            restriction(record, intelligence, closed).word());
                    return new Chosen(
                            chosen,
                            (intelligence || closed)
                                    && SHARED.contains(record.shape().name()));
                })
                .toList();
    }

    private Visibility own(StandardRecord record) {
        return Visibility.chosenIn(record)
                .orElse(policy.getOrDefault(record.shape().name(), Visibility.CONTENT));
    }

    /** The most that a record lets others see of its whole row. */
    private Visibility limit(StandardRecord record) {
        Visibility graded = Visibility.gradedIn(record).orElse(Visibility.CONTENT);
        return record.shape() == IntelligenceShape.SHAPE ? own(record).orLess(graded) : graded;
    }

    private static Restriction restriction(StandardRecord record, boolean intelligence, boolean closed) {
        if (closed) return Restriction.PART_3_CLOSED;
        if (!record.is(Common.REGIME, "part_3")) return Restriction.NONE;
        return intelligence ? Restriction.PART_3_INTELLIGENCE : Restriction.PART_3;
    }
}
