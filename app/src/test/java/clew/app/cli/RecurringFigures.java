package clew.app.cli;

import clew.core.network.OwnPatterns;
import clew.core.network.Pattern;
import clew.core.network.records.Persons;
import clew.core.network.records.Reasons;
import clew.core.network.records.RecordNetwork;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How right patterns beside the lines are, in a region in which something recurs: one is right when it is about exactly whom or what was planted as such, or only about members of
 * one planted group.
 */
final class RecurringFigures {
    private static final Map<String, Pattern.Kind> KINDS = Map.of(
            "place", Pattern.Kind.PLACE,
            "vehicle", Pattern.Kind.MEANS,
            "pair", Pattern.Kind.REFORMED_GROUP,
            "worker", Pattern.Kind.WORKER_OR_CARER);

    private final Map<Pattern.Kind, Set<SortedSet<String>>> planted = new EnumMap<>(Pattern.Kind.class);
    private final GroupsTruth groups;

    /** @param folder with {@code recurring.csv} and {@code groups.csv} */
    RecurringFigures(Path folder) throws IOException {
        groups = GroupsTruth.read(folder.resolve("groups.csv"), List.of());
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve("recurring.csv"))) {
            for (NamedCsvRecord row : csv) {
                Pattern.Kind kind = KINDS.get(row.getField("kind"));
                planted.computeIfAbsent(kind, first -> new HashSet<>())
                        .add(new TreeSet<>(List.of(row.getField("id").split(";"))));
            }
        }
    }

    /** A figure of each kind of pattern. */
    List<GroupsFigure> of(
            GroupsFigure.Run run, String set, String who, GroupsInput input, Persons persons, Map<UUID, String> truly) {
        long began = System.nanoTime();
        RecordNetwork network = input.with(persons, Reasons.ORDINARY);
        List<Pattern> patterns = OwnPatterns.of(network.evidence());
        double seconds = (System.nanoTime() - began) / 1e9;
        Function<String, String> trueId = GroupsJudge.byMostRecords(network.about(), truly);
        List<GroupsFigure> figures = new ArrayList<>();
        for (Pattern.Kind kind : Pattern.Kind.values()) {
            List<SortedSet<String>> found = patterns.stream()
                    .filter(pattern -> pattern.kind() == kind)
                    .map(pattern -> pattern.subjects().stream()
                            .map(trueId)
                            .collect(Collectors.<String, SortedSet<String>>toCollection(TreeSet::new)))
                    .toList();
            Set<SortedSet<String>> wanted = planted.getOrDefault(kind, Set.of());
            figures.add(GroupsFigure.ofPatterns(
                    run,
                    set,
                    kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "; " + who,
                    found.size(),
                    (int) found.stream()
                            .filter(one -> wanted.contains(one) || isOfGroup(one))
                            .count(),
                    wanted.size(),
                    (int) wanted.stream().filter(found::contains).count(),
                    seconds));
        }
        return figures;
    }

    private boolean isOfGroup(Set<String> subjects) {
        return groups.groups().values().stream().anyMatch(group -> group.containsAll(subjects));
    }
}
