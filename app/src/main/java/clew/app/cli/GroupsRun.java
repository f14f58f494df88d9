package clew.app.cli;

import clew.app.intake.mapping.MappingInvalid;
import clew.core.network.Attendance;
import clew.core.network.BlockList;
import clew.core.network.Communities;
import clew.core.network.Evidence;
import clew.core.network.Graph;
import clew.core.network.Line;
import clew.core.network.Lines;
import clew.core.network.Replay;
import clew.core.network.Ties;
import clew.core.network.Whole;
import clew.core.network.files.GroupsOutput;
import clew.core.network.files.LineJson;
import clew.core.network.files.LinesPage;
import clew.core.network.files.PatternJson;
import clew.core.network.files.ReplayChart;
import clew.core.network.records.About;
import clew.core.network.records.Reasons;
import clew.core.network.records.RecordNetwork;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One run of {@code clew groups}: read, find, judge, write. */
final class GroupsRun {
    private static final int MOST_TOLD = 20;

    private final Settings settings;
    private final PrintWriter out;
    private final PrintWriter errors;
    private final long began = System.nanoTime();
    private final Map<String, Object> seconds = new LinkedHashMap<>();
    private long phaseBegan = began;
    private int told;

    /** How a run is made. */
    record Settings(
            @Nullable Path persons,
            @Nullable Path truth,
            @Nullable Path truthPersons,
            List<String> truthNone,
            @Nullable Path blocked,
            LocalDate asOn,
            boolean replay,
            double forget,
            boolean infer,
            long seed,
            int threads) {}

    /** What was found. */
    private record Found(
            List<String> entities,
            int[] community,
            List<Line> lines,
            List<Replay.Surfacing> surfacings,
            @Nullable Ties ties,
            SortedMap<String, About> about,
            Optional<Truly> truly) {

        GroupsJudge judge(GroupsTruth truth, Ties own) {
            return truly.map(truly -> new GroupsJudge(truth, truly.ties, truly.id))
                    .orElseGet(() -> new GroupsJudge(truth, own, id -> id));
        }

        String name(String id) {
            About known = about.get(id);
            return known == null || known.label().isEmpty() ? id : known.label();
        }
    }

    /** The ties of true persons, and who somebody truly is. */
    private record Truly(Ties ties, Function<String, String> id) {}

    GroupsRun(Settings settings, PrintWriter out, PrintWriter errors) {
        this.settings = settings;
        this.out = out;
        this.errors = errors;
    }

    /** Whether rows were left out. */
    boolean run(List<Path> files, @Nullable Path map, Path folder, boolean json) throws IOException, MappingInvalid {
        GroupsTruth truth = settings.truth == null ? null : GroupsTruth.read(settings.truth, settings.truthNone);
        Map<UUID, String> identities = settings.persons == null ? null : GroupsInput.identities(settings.persons);
        GroupsInput input = new GroupsInput(violation -> {
            if (told++ < MOST_TOLD) {
                errors.println(violation.message());
            }
        });
        GroupsBlocked blocked = GroupsBlocked.read(settings.blocked, settings.asOn);
        input.read(files, map);
        ended("read", input.rows(), "rows");
        Found found = input.isRecords() ? records(input, identities, blocked.list()) : plain(input, blocked.list());
        Map<String, Object> score = truth == null ? null : score(truth, found);
        Map<String, Object> patterns = patterns(found, blocked);
        write(found, patterns, score, folder);
        if (patterns != null) {
            out.println(PatternJson.summary(patterns));
        }
        ended("write", found.lines.size(), "lines");
        Ties ties = found.ties;
        int wrong = ties == null ? 0 : blocked.tell(ties.evidence(), out, errors);
        summary(input, found, score, folder, json);
        return input.quarantined() + wrong > 0;
    }

    private Found records(GroupsInput input, @Nullable Map<UUID, String> identities, BlockList blocked)
            throws IOException {
        Reasons reasons = new Reasons(settings.forget, settings.infer);
        RecordNetwork network =
                input.with(identities == null ? input.linked(settings.threads) : identities::get, reasons, blocked);
        ended(identities == null ? "link" : "persons", network.about().size(), "people and things");
        Ties ties = Ties.of(network.evidence());
        ended("ties", ties.size(), "ties");
        List<Line> lines = Lines.of(ties);
        ended("lines", lines.size(), "lines");
        int[] community = Whole.of(ties);
        ended("whole", community.length, "entities");
        return new Found(
                ids(network.evidence()),
                community,
                lines,
                surfacings(ties, lines),
                ties,
                network.about(),
                truly(input, network, reasons, blocked));
    }

    private Optional<Truly> truly(GroupsInput input, RecordNetwork network, Reasons reasons, BlockList blocked)
            throws IOException {
        if (settings.truthPersons == null) {
            return Optional.empty();
        }
        Map<UUID, String> identities = GroupsInput.identities(settings.truthPersons);
        Evidence evidence = input.with(identities::get, reasons, blocked).evidence();
        return Optional.of(new Truly(Ties.of(evidence), GroupsJudge.byMostRecords(network.about(), identities)));
    }

    private List<Replay.Surfacing> surfacings(Ties ties, List<Line> lines) {
        if (!settings.replay) {
            return List.of();
        }
        List<Replay.Surfacing> surfacings = new Replay(ties).of(lines);
        ended("replay", surfacings.size(), "lines");
        return surfacings;
    }

    private static List<String> ids(Evidence evidence) {
        List<String> ids = new ArrayList<>(evidence.subjects());
        for (int subject = 0; subject < evidence.subjects(); subject++) {
            ids.add(evidence.id(subject));
        }
        return ids;
    }

    private Found plain(GroupsInput input, BlockList blocked) {
        if (input.tables().isEdges()) {
            Graph graph = input.tables().graph();
            int[] community = Communities.of(graph, settings.seed);
            ended("whole", community.length, "entities");
            return new Found(
                    input.tables().persons(), community, List.of(), List.of(), null, new TreeMap<>(), Optional.empty());
        }
        Evidence evidence = input.tables().evidence(blocked);
        Ties ties = Ties.of(evidence);
        ended("ties", ties.size(), "ties");
        List<Line> lines = Lines.of(ties);
        ended("lines", lines.size(), "lines");
        int[] community = Communities.of(Attendance.graph(evidence), settings.seed);
        ended("whole", community.length, "entities");
        return new Found(
                ids(evidence), community, lines, surfacings(ties, lines), ties, new TreeMap<>(), Optional.empty());
    }

    private Map<String, Object> score(GroupsTruth truth, Found found) {
        Map<String, Object> score = new LinkedHashMap<>();
        score.put("communities", truth.communities(found.entities, found.community));
        Ties ties = found.ties;
        if (ties != null) {
            GroupsJudge judge = found.judge(truth, ties);
            score.put("lines", GroupsTruth.match(judge.all(found.lines)));
            score.put("enough_evidence", GroupsTruth.match(judge.enough(found.lines)));
            if (!found.surfacings.isEmpty()) {
                score.put("earliness", GroupsJudge.earliness(found.surfacings));
            }
        }
        return score;
    }

    private static @Nullable Map<String, Object> patterns(Found found, GroupsBlocked blocked) {
        Ties ties = found.ties;
        if (ties == null) {
            return null;
        }
        Map<String, Object> json = PatternJson.of(ties.evidence(), found::name);
        json.put("block_list", blocked.json(ties.evidence(), found::name));
        return json;
    }

    private void write(
            Found found, @Nullable Map<String, Object> patterns, @Nullable Map<String, Object> score, Path folder)
            throws IOException {
        try (OutputFolder output = new OutputFolder(folder)) {
            output.write(
                    "communities.csv",
                    stream -> GroupsOutput.writeCommunities(found.entities, found.community, stream));
            output.write("groups.csv", stream -> GroupsOutput.writeGroups(found.lines, id -> kind(found, id), stream));
            output.write(
                    "groups.json", stream -> stream.write(pretty(json(found)).getBytes(StandardCharsets.UTF_8)));
            output.write(
                    "report.html",
                    stream -> stream.write(LinesPage.of(found.lines, found.surfacings, about(found), found::name)
                            .getBytes(StandardCharsets.UTF_8)));
            if (!found.surfacings.isEmpty()) {
                output.write(
                        "replay.svg",
                        stream -> stream.write(
                                new ReplayChart(found.surfacings).svg().getBytes(StandardCharsets.UTF_8)));
            }
            if (patterns != null) {
                output.write(
                        "patterns.json", stream -> stream.write(pretty(patterns).getBytes(StandardCharsets.UTF_8)));
            }
            if (score != null) {
                output.write("score.json", stream -> stream.write(pretty(score).getBytes(StandardCharsets.UTF_8)));
            }
            output.keep();
        }
    }

    private static Map<String, Object> json(Found found) {
        List<Object> lines = new ArrayList<>();
        for (int number = 0; number < found.lines.size(); number++) {
            lines.add(LineJson.of(
                    GroupsOutput.id(number),
                    found.lines.get(number),
                    found.surfacings.isEmpty() ? null : found.surfacings.get(number),
                    found::name));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        Ties ties = found.ties;
        if (ties != null) {
            json.put("epoch", ties.epoch());
        }
        json.put("groups", lines);
        return json;
    }

    private static List<String> about(Found found) {
        List<String> about = new ArrayList<>();
        about.add(String.format(
                Locale.ROOT,
                "%,d people and things; %,d draft lines of enquiry.",
                found.entities.size(),
                found.lines.size()));
        if (found.lines.isEmpty()) {
            about.add(
                    "A line needs two adults who were with the same two children, on two days, at two places. Where no date of birth is given nobody is known to be an adult.");
        }
        return about;
    }

    private static String kind(Found found, String id) {
        Ties ties = found.ties;
        if (ties == null) {
            return "";
        }
        Evidence evidence = ties.evidence();
        return switch (evidence.kind(evidence.subject(id))) {
            case VEHICLE -> "vehicle";
            case PHONE, ONLINE_ACCOUNT -> "phone";
            case ORGANISATION -> "organisation";
            case PLACE -> "place";
            default -> "person";
        };
    }

    private static String pretty(Map<String, Object> value) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }

    private void ended(String phase, long count, String unit) {
        double took = (System.nanoTime() - phaseBegan) / 1e9;
        seconds.put(phase, took);
        out.printf(Locale.ROOT, "%-10s %8.2f s %,8d MB  %,d %s%n", phase, took, PeakMemory.megabytes(), count, unit);
        out.flush();
        phaseBegan = System.nanoTime();
    }

    private void summary(
            GroupsInput input, Found found, @Nullable Map<String, Object> score, Path folder, boolean json) {
        double all = (System.nanoTime() - began) / 1e9;
        out.printf(
                Locale.ROOT,
                "%,d people and things, %,d draft lines of enquiry; %.2f s, peak memory %,d MB%n",
                found.entities.size(),
                found.lines.size(),
                all,
                PeakMemory.megabytes());
        if (input.quarantined() > 0) {
            out.printf(Locale.ROOT, "%,d rows were left out%n", input.quarantined());
        }
        out.println("results in " + folder);
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("rows", input.rows());
            line.put("left_out", input.quarantined());
            line.put("entities", found.entities.size());
            line.put("lines", found.lines.size());
            line.put("seconds", all);
            line.put("peak_mb", PeakMemory.megabytes());
            line.put("phases", seconds);
            if (score != null) {
                line.put("score", score);
            }
            out.println(JsonMapper.shared().writeValueAsString(line));
        }
        out.flush();
    }
}
