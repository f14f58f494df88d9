package clew.app.identity;

import clew.core.linkage.Judgement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What people said of some records, as a run of linking and what follows it must keep it.
 *
 * @param judgements of pairs that are linked, in their rows
 * @param identified of unidentified persons, each with what was said of them and those who are linked, in the same rows
 */
record Decided(List<Judgement> judgements, Map<UUID, List<Of>> identified) {

    /** What was said of an unidentified person and a row. */
    record Of(int row, boolean same) {}

    /**
     * Of what was said that which is about these records.
     *
     * @param linked in their rows
     * @param nameless whom people may identify
     */
    static Decided of(Collection<Said> all, List<Subject> linked, Set<UUID> nameless) {
        if (all.isEmpty()) {
            return new Decided(List.of(), Map.of());
        }
        Map<UUID, Integer> rows = new HashMap<>();
        linked.forEach(subject -> rows.put(subject.record(), rows.size()));
        Map<UUID, List<Of>> identified = new HashMap<>();
        for (Said said : all) {
            for (UUID record : List.of(said.left(), said.right())) {
                Integer row = rows.get(said.besides(record));
                if (nameless.contains(record) && row != null) {
                    identified.computeIfAbsent(record, any -> new ArrayList<>()).add(new Of(row, said.same()));
                }
            }
        }
        return new Decided(Said.judgements(all, rows), identified);
    }
}
