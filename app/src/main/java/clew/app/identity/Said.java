package clew.app.identity;

import clew.core.linkage.Judgement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What people said of a pair of records.
 *
 * @param same whether they are of one person
 */
record Said(UUID left, UUID right, boolean same) {

    /** The other record of the pair. */
    UUID besides(UUID record) {
        return left.equals(record) ? right : left;
    }

    /** What linking must keep of it: the pairs of which both records have a number here, in these numbers. */
    static List<Judgement> judgements(Collection<Said> all, Map<UUID, Integer> numbers) {
        return all.stream()
                .filter(said -> numbers.containsKey(said.left) && numbers.containsKey(said.right))
                .map(said -> new Judgement(
                        Objects.requireNonNull(numbers.get(said.left)),
                        Objects.requireNonNull(numbers.get(said.right)),
                        said.same))
                .toList();
    }
}
