package clew.app.cli;

import clew.core.network.Attendance;
import clew.core.network.Communities;
import clew.core.network.Graph;
import clew.core.network.Line;
import clew.core.network.Lines;
import clew.core.network.Replay;
import clew.core.network.Ties;
import clew.core.network.records.Persons;
import clew.core.network.records.Reasons;
import clew.core.network.records.RecordNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import org.jspecify.annotations.Nullable;

/**
 * How right patterns are, by the product's own code. Run by {@code bench/run groups [--commit SHA] [--results FILE] DIR...}: a DIR with {@code extracts} and
 * {@code truth} is a simulated region (of one with {@code truth/recurring.csv} only what recurs beside lines is judged), one with {@code attendance.csv} and {@code persons.csv} the summits of infinito, one with {@code *.edges.csv} and
 * {@code *.communities.csv} holds LFR graphs. Each region is read once and judged on true persons and on persons as linked, each with all recorded reasons of
 * relationships and with half of them missing, with and without inference.
 */
final class GroupsFigures {
    private static final int SEEDS = 20;
    private static final Map<String, Reasons> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put("all reasons", Reasons.ORDINARY);
        REASONS.put("half the reasons", new Reasons(0.5, true));
        REASONS.put("half the reasons and no inference", new Reasons(0.5, false));
    }

    private final GroupsFigure.Run run;

    private GroupsFigures(GroupsFigure.Run run) {
        this.run = run;
    }

    public static void main(String[] words) throws Exception {
        String commit = "";
        Path results = Path.of("");
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--commit" -> commit = words[++i];
                case "--results" -> results = Path.of(words[++i]);
                default -> folders.add(Path.of(words[i]));
            }
        }
        System.out.println(GroupsFigure.HEADER);
        String day = LocalDate.now(Clock.systemUTC()).toString();
        GroupsFigures run = new GroupsFigures(new GroupsFigure.Run(commit, day));
        for (Path folder : folders) {
            List<GroupsFigure> all = run.figures(folder);
            all.forEach(System.out::println);
            if (!results.toString().isEmpty()) {
                new GroupsFiguresPage(results).add(all);
            }
        }
    }

    private List<GroupsFigure> figures(Path folder) throws Exception {
        if (Files.isRegularFile(folder.resolve("truth/recurring.csv"))) {
            return recurring(folder);
        }
        if (Files.isDirectory(folder.resolve("extracts"))) {
            return region(folder);
        }
        if (Files.isRegularFile(folder.resolve("attendance.csv"))) {
            return List.of(attendance(folder));
        }
        List<GroupsFigure> figures = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".edges.csv"))
                    .sorted()
                    .toList()) {
                figures.add(graph(file));
            }
        }
        return figures;
    }

    private List<GroupsFigure> region(Path folder) throws Exception {
        GroupsInput input = new GroupsInput(violation -> {});
        input.read(List.of(folder.resolve("extracts")), null);
        Map<UUID, String> identities = GroupsInput.identities(folder.resolve("truth/persons.csv"));
        GroupsTruth truth = GroupsTruth.read(folder.resolve("truth/groups.csv"), List.of());
        Ties truly = Ties.of(input.with(identities::get, Reasons.ORDINARY).evidence());
        Map<String, Persons> persons = new LinkedHashMap<>();
        persons.put("true persons", identities::get);
        persons.put("linked persons", input.linked(Runtime.getRuntime().availableProcessors()));
        List<GroupsFigure> figures = new ArrayList<>();
        for (Map.Entry<String, Persons> who : persons.entrySet()) {
            for (Map.Entry<String, Reasons> why : REASONS.entrySet()) {
                long began = System.nanoTime();
                RecordNetwork network = input.with(who.getValue(), why.getValue());
                Ties ties = Ties.of(network.evidence());
                List<Line> lines = Lines.of(ties);
                double seconds = (System.nanoTime() - began) / 1e9;
                Function<String, String> trueId = GroupsJudge.byMostRecords(network.about(), identities);
                GroupsJudge judge = new GroupsJudge(truth, truly, trueId);
                List<Replay.Surfacing> early =
                        why.getValue() == Reasons.ORDINARY ? new Replay(ties).of(lines) : List.of();
                figures.add(GroupsFigure.ofLines(
                        run,
                        name(folder),
                        who.getKey() + "; " + why.getKey(),
                        judge.all(lines),
                        judge.enough(lines),
                        lead(early, Replay.Surfacing::leadInDays, Replay.Surfacing::oneAgency),
                        lead(early, Replay.Surfacing::leadOverCasesInDays, Replay.Surfacing::oneCase),
                        seconds));
            }
        }
        return figures;
    }

    private List<GroupsFigure> recurring(Path folder) throws Exception {
        GroupsInput input = new GroupsInput(violation -> {});
        input.read(List.of(folder.resolve("extracts")), null);
        Map<UUID, String> identities = GroupsInput.identities(folder.resolve("truth/persons.csv"));
        RecurringFigures of = new RecurringFigures(folder.resolve("truth"));
        List<GroupsFigure> figures =
                new ArrayList<>(of.of(run, name(folder), "true persons", input, identities::get, identities));
        Persons linked = input.linked(Runtime.getRuntime().availableProcessors());
        figures.addAll(of.of(run, name(folder), "linked persons", input, linked, identities));
        return figures;
    }

    private static GroupsFigure.Lead lead(
            List<Replay.Surfacing> surfacings,
            Function<Replay.Surfacing, Optional<Long>> days,
            Function<Replay.Surfacing, @Nullable LocalDate> baseline) {
        long never = surfacings.stream()
                .filter(one -> one.surfaced() != null && baseline.apply(one) == null)
                .count();
        return new GroupsFigure.Lead(GroupsJudge.leads(surfacings, days), never);
    }

    private GroupsFigure attendance(Path folder) throws Exception {
        GroupsInput input = new GroupsInput(violation -> {});
        input.read(
                Stream.of("attendance.csv", "summits.csv").map(folder::resolve).toList(), null);
        var evidence = input.tables().evidence();
        List<String> ids = new ArrayList<>();
        for (int subject = 0; subject < evidence.subjects(); subject++) {
            ids.add(evidence.id(subject));
        }
        return partition(
                name(folder),
                Attendance.graph(evidence),
                ids,
                GroupsTruth.read(folder.resolve("persons.csv"), List.of("OUT", "MISS")));
    }

    private GroupsFigure graph(Path file) throws Exception {
        GroupsInput input = new GroupsInput(violation -> {});
        input.read(List.of(file), null);
        String name = name(file).replace(".edges.csv", "");
        return partition(
                name,
                input.tables().graph(),
                input.tables().persons(),
                GroupsTruth.read(file.resolveSibling(name + ".communities.csv"), List.of()));
    }

    /** Over 20 seeds with default settings, beside modularity's Leiden at its usual resolution by the reference program. */
    private GroupsFigure partition(String name, Graph graph, List<String> ids, GroupsTruth truth) {
        long began = System.nanoTime();
        double sum = 0;
        double least = 1;
        double reference = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            double nmi = truth.agreement(ids, Communities.of(graph, seed)).nmi();
            sum += nmi;
            least = Math.min(least, nmi);
            reference += truth.agreement(ids, modularity(graph, seed)).nmi();
        }
        return GroupsFigure.ofPartition(
                run, name, sum / SEEDS, least, reference / SEEDS, (System.nanoTime() - began) / 1e9);
    }

    private static int[] modularity(Graph graph, long seed) {
        Network network = new Network(
                graph.strengths(),
                new nl.cwts.util.LargeIntArray[] {
                    new nl.cwts.util.LargeIntArray(graph.from()), new nl.cwts.util.LargeIntArray(graph.to())
                },
                new nl.cwts.util.LargeDoubleArray(graph.weight()),
                false,
                true);
        Clustering clustering = new Clustering(graph.nodes());
        new LeidenAlgorithm(1 / (2 * graph.totalWeight()), 50, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed))
                .improveClustering(network, clustering);
        return clustering.getClusters();
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }
}
