package clew.app.groups;

import clew.app.groups.TierReading.Seen;
import clew.core.network.BlockList;
import clew.core.network.records.About;
import clew.core.network.records.Reasons;
import clew.core.network.records.RecordNetwork;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a tier's rights let show, kept so that only what arrives is read again: facts for patterns, and nothing else of a record. Not thread-safe. */
final class TierEvidence {
    private final RecordNetwork.Builder told = new RecordNetwork.Builder();
    private final Map<UUID, Long> versions = new HashMap<>();
    private final Map<UUID, UUID> persons = new HashMap<>();
    private final Set<UUID> atWork = new HashSet<>();

    /** All of it. */
    static TierEvidence of(TierReading reading) {
        TierEvidence evidence = new TierEvidence();
        evidence.persons.putAll(reading.persons());
        reading.all(evidence::add);
        evidence.atWork.addAll(reading.atWork());
        return evidence;
    }

    /** No more than some records, with persons that are known: what somebody may see around something. */
    static TierEvidence of(TierReading reading, Collection<UUID> records, Map<UUID, UUID> persons) {
        TierEvidence evidence = new TierEvidence();
        evidence.persons.putAll(persons);
        reading.these(records, evidence::add);
        evidence.atWork.addAll(reading.atWork(records));
        return evidence;
    }

    /**
     * Reads what arrived, under the tier's rights.
     *
     * @return records that were read before and say something else now; or nothing when one shows no more or is of a person, who may be another then: this evidence
     *     holds no longer
     */
    Optional<Set<UUID>> add(TierReading reading, Arrived arrived) {
        Set<UUID> unseen = new HashSet<>(arrived.records());
        unseen.retainAll(versions.keySet());
        Set<UUID> changed = new HashSet<>();
        reading.these(arrived.records(), seen -> {
            unseen.remove(seen.id());
            Long before = versions.get(seen.id());
            if (before == null || before != seen.version()) {
                add(seen);
            }
            if (before != null && before != seen.version()) {
                changed.add(seen.id());
            }
        });
        if (!unseen.isEmpty() || changed.stream().anyMatch(persons::containsKey)) {
            return Optional.empty();
        }
        persons.putAll(reading.persons(arrived.around()));
        if (changed.isEmpty()) {
            atWork.addAll(reading.atWork(arrived.records()));
        } else {
            atWork.clear();
            atWork.addAll(reading.atWork());
        }
        return Optional.of(changed);
    }

    private void add(Seen seen) {
        versions.put(seen.id(), seen.version());
        told.replace(seen.id(), seen.agency(), seen.known(), seen.record());
    }

    RecordNetwork network() {
        return network(BlockList.NONE);
    }

    /** @param blocked records of what makes no tie */
    RecordNetwork network(BlockList blocked) {
        return told.build(
                record -> persons.containsKey(record) ? String.valueOf(persons.get(record)) : null,
                Reasons.ORDINARY,
                blocked);
    }

    /** Ids of those whom a record has somewhere because of their work. */
    Set<String> atWork(Map<String, About> about) {
        Set<String> ids = new HashSet<>();
        about.forEach((id, known) -> {
            if (known.records().stream().anyMatch(atWork::contains)) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** How many records it holds. */
    int size() {
        return versions.size();
    }
}
