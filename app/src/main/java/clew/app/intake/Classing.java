package clew.app.intake;

import clew.core.standard.Common;
import clew.core.standard.IntelligenceShape;
import clew.core.standard.StandardRecord;
import clew.core.standard.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            Restriction restriction = restriction(chosen).orWider(restriction(known));
            Visibility visibility =
                    chosen.visibility().compareTo(known.visibility()) <= 0 ? chosen.visibility() : known.visibility();
            return new RecordClass(visibility, restriction.word());
        }

        private static Restriction restriction(RecordClass of) {
            return Restriction.valueOf(of.restriction().toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** The choice for each record of a row, in their order. */
    List<Chosen> of(List<StandardRecord> row) {
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
