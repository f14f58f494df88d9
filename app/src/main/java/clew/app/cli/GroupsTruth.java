package clew.app.cli;

import clew.core.measure.Agreement;
import clew.core.measure.Counts;
import clew.core.measure.GroupMatch;
import clew.core.measure.Partition;
import clew.core.network.files.UnreadableTable;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The truth of a run: a table of entities and their group. With a column {@code group_id} and one of ids each group is a set, as the simulator writes them; else
 * the first column is the entity and the community is the column of that name, or the second.
 */
final class GroupsTruth {
    private final Map<String, SortedSet<String>> groups = new TreeMap<>();
    private final Map<String, String> communityOf = new TreeMap<>();
    private final Set<String> people = new TreeSet<>();

    private GroupsTruth() {}

    /**
     * Reads the table.
     *
     * @param none values that mean no group
     */
    static GroupsTruth read(Path file, Collection<String> none) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableTable("a file of the truth", "none", file.toString());
        }
        GroupsTruth truth = new GroupsTruth();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                truth.take(row, none);
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new UnreadableTable("CSV", String.valueOf(e.getMessage()), file.toString());
        }
        if (truth.communityOf.isEmpty()) {
            throw new UnreadableTable("entities with a group", "none", file.toString());
        }
        return truth;
    }

    private void take(NamedCsvRecord row, Collection<String> none) {
        List<String> header = row.getHeader();
        if (header.size() < 2 || row.getFieldCount() < 2) {
            return;
        }
        String group = row.findField("group_id")
                .or(() -> row.findField("community_id"))
                .or(() -> row.findField("community"))
                .orElseGet(() -> row.getField(1));
        String entity = row.findField("entity_id")
                .or(() -> header.contains("group_id") ? row.findField("id") : java.util.Optional.empty())
                .orElseGet(() -> row.getField(0));
        if (group.isBlank() || none.contains(group)) {
            return;
        }
        String kind = row.findField("kind").orElse("person");
        if (kind.equals("person") || kind.equals("child") || kind.equals("adult_of_concern")) {
            people.add(entity);
        }
        communityOf.putIfAbsent(entity, group);
        groups.computeIfAbsent(group, id -> new TreeSet<>()).add(entity);
    }

    /** The true groups as sets of people, by id. */
    Map<String, SortedSet<String>> groupsOfPeople() {
        Map<String, SortedSet<String>> ofPeople = new TreeMap<>();
        groups.forEach((id, members) -> {
            SortedSet<String> some = new TreeSet<>(members);
            some.retainAll(people);
            ofPeople.put(id, some);
        });
        return ofPeople;
    }

    /** The true groups with all that belongs to them. */
    Map<String, SortedSet<String>> groups() {
        return groups;
    }

    /** How far a partition of entities agrees with the truth, over the entities whose group is known. */
    Agreement agreement(List<String> entities, int[] community) {
        List<String> truth = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (int entity = 0; entity < community.length; entity++) {
            String group = communityOf.get(entities.get(entity));
            if (group != null) {
                truth.add(group);
                found.add(Integer.toString(community[entity]));
            }
        }
        return Agreement.of(Partition.ofTexts(truth), Partition.ofTexts(found));
    }

    /** The same in words. */
    Map<String, Object> communities(List<String> entities, int[] community) {
        Agreement agreement = agreement(entities, community);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("entities", entities.stream().filter(communityOf::containsKey).count());
        json.put("nmi", agreement.nmi());
        json.put("ari", agreement.ari());
        json.put("pairs", counts(agreement.pairs()));
        return json;
    }

    static Map<String, Object> match(GroupMatch match) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("suggestions", match.suggestions());
        json.put("right", match.right());
        json.put("groups", match.groups());
        json.put("found", match.found());
        json.put("members", counts(match.members()));
        return json;
    }

    private static Map<String, Object> counts(Counts counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("precision", counts.precision());
        json.put("recall", counts.recall());
        json.put("f1", counts.f1());
        json.put("found", counts.found());
        json.put("right", counts.right());
        json.put("wanted", counts.wanted());
        return json;
    }
}
