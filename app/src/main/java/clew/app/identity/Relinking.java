package clew.app.identity;

import clew.app.identity.Around.Held;
import clew.app.identity.Around.Standing;
import clew.core.linkage.AppliedModel;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.RecordTable;
import clew.core.linkage.ScoredPairs;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who is who, worked out anew for all that hangs together with some records before or after, by the functions of a build: the persons of a union of wholes are those that a build
 * finds there (see {@link AppliedModel}). Needs nothing but what {@link Around} tells.
 */
final class Relinking {
    private final AppliedModel model;
    private final Around around;

    Relinking(AppliedModel model, Around around) {
        this.model = model;
        this.around = around;
    }

    /**
     * What it came to.
     *
     * @param before the records that were linked anew, with their places as they were
     */
    record Relinked(Partition partition, LinkResult result, List<PersonRows.Member> before) {

        Map<UUID, UUID> personBefore() {
            Map<UUID, UUID> persons = new HashMap<>();
            before.forEach(member -> persons.put(member.record(), member.person()));
            return persons;
        }

        List<UUID[]> persons() {
            return partition.persons().stream().map(partition::records).toList();
        }
    }

    /**
     * All that is to be linked.
     *
     * @param standing as it was
     * @param judged what people said of it
     */
    record Gathered(Derivations derived, Standing standing, Decided judged) {

        boolean isNothing() {
            return standing.members().isEmpty() && records().isEmpty();
        }

        /** The records that are linked. */
        List<UUID> records() {
            return all(derived);
        }
    }

    private static List<UUID> all(Derivations derived) {
        return Stream.concat(derived.persons().stream(), derived.unidentified().stream())
                .map(Subject::record)
                .toList();
    }

    /**
     * Finds what is to be linked anew.
     *
     * @param records that came, went, or say something else
     * @param areKnown whether any of them had a place before
     * @param areDecided whether people may have decided anything about any of them
     * @param touched wholes of records that are gone already
     * @param derived those of the records that there are, as they are now
     * @param keys their blocking keys
     */
    Gathered gather(
            Set<UUID> records,
            boolean areKnown,
            boolean areDecided,
            Set<UUID> touched,
            Derivations derived,
            Collection<Long> keys)
            throws SQLException {
        boolean judged = areDecided && !around.said(records).isEmpty();
        Set<UUID> from = new HashSet<>(judged ? around.withSaidSame(records) : records);
        if (!areKnown && from.size() == records.size()) {
            from.clear();
        }
        from.addAll(like(derived, sharing(records, keys)));
        Standing standing = from.isEmpty() && touched.isEmpty() ? Standing.NOTHING : around.standing(from, touched);
        addOthers(derived, standing.held(), records);
        List<UUID> all = all(derived);
        List<Said> said = all.isEmpty() || !judged && !standing.judged() ? List.of() : around.said(all);
        return new Gathered(derived, standing, Decided.of(said, derived.persons(), derived.nameless()));
    }

    private List<Held> sharing(Set<UUID> records, Collection<Long> keys) throws SQLException {
        return around.sharing(keys).stream()
                .filter(one -> !records.contains(one.subject().record()))
                .toList();
    }

    /** Those whose pair with a record that was derived now is kept: all that it can hang together with. Of the others the Picture keeps nothing, and they join nothing. */
    private Set<UUID> like(Derivations derived, List<Held> sharing) {
        if (sharing.isEmpty()) {
            return Set.of();
        }
        RecordTable table = derived.freshBeside(sharing);
        int fresh = table.rows() - sharing.size();
        ScoredPairs pairs = model.apply(table, settings().withMode(LinkSettings.Mode.LINK_ONLY), phase -> {})
                .pairs();
        Set<UUID> like = new HashSet<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int held = Math.max(pairs.left(pair), pairs.right(pair)) - fresh;
            like.add(sharing.get(held).subject().record());
        }
        return like;
    }

    /** All other members of the wholes, as they stand. */
    private static void addOthers(Derivations derived, List<Held> held, Set<UUID> records) {
        for (Held other : held) {
            if (records.contains(other.subject().record())) {
                continue;
            }
            if (other.isPerson()) {
                derived.addPerson(other.subject(), other.standard());
            } else {
                derived.addUnidentified(other.subject());
            }
        }
    }

    /** Links it: asks nobody anything. */
    Relinked link(Gathered all) {
        Derivations derived = all.derived;
        LinkResult result =
                model.apply(derived.table(), settings().withDecisions(all.judged.judgements()), phase -> {});
        Partition partition = new Partition(derived.persons(), derived.unidentified(), result, all.judged);
        return new Relinked(partition, result, all.standing.members());
    }

    private static LinkSettings settings() {
        return LinkSettings.defaults().withPairsAbove(PictureBuild.REVIEW_FROM).withThreads(1);
    }
}
