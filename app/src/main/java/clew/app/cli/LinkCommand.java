package clew.app.cli;

import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.LinkSettings.Mode;
import clew.core.linkage.Linkage;
import clew.core.linkage.Phase;
import clew.core.linkage.RecordTable;
import clew.core.linkage.files.ColumnMap;
import clew.core.linkage.files.ExtraColumn;
import clew.core.linkage.files.LinkInput;
import clew.core.linkage.files.LinkOutput;
import clew.core.linkage.files.SourceFile;
import clew.core.linkage.files.UnreadableInput;
import clew.core.linkage.report.Judged;
import clew.core.linkage.report.LinkReport;
import clew.core.linkage.report.Told;
import clew.core.measure.Partition;
import clew.core.measure.Score;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code clew link}: finds which records of CSV files are of one person, and writes persons, pairs, model, report and, given truth, the score. */
@CommandLine.Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = "Finds which records of CSV files are of one person. Opens no store.")
final class LinkCommand implements Callable<Integer> {
    private static final int UNREADABLE = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files in UTF-8 with a header, one source each.")
    private List<Path> files = List.of();

    @Option(
            names = "--map",
            paramLabel = "MAP.yaml",
            description = "What each column holds; not needed for headers named as in the standard.")
    private @Nullable Path map;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the results go; made if it is not there.")
    private Path out = Path.of("");

    @CommandLine.ArgGroup
    private @Nullable Which which;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            description = "Probability from which two records are joined; 0.5 when left out.")
    private @Nullable Double threshold;

    @Option(
            names = "--pairs-above",
            paramLabel = "P",
            defaultValue = "0.01",
            description = "Probability from which a pair is written (${DEFAULT-VALUE}).")
    private double pairsAbove;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN",
            description = "Column that names the true person; it is never compared, and score.json is written.")
    private @Nullable String truth;

    @Option(
            names = "--accuracy-by",
            paramLabel = "COLUMN",
            description = "With --truth: judge groups by the values of this column too; it is never compared.")
    private List<String> accuracyBy = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "Worker threads; never changes the result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    private final List<Told.Step> steps = new ArrayList<>();

    @Option(names = "--json", description = "Print the run as one line of JSON at the end.")
    private boolean json;

    /** Which pairs are compared. */
    private static final class Which {
        @Option(names = "--dedupe", description = "Compare records of one source too (the default for one file).")
        private boolean dedupe;

        @Option(names = "--link-only", description = "Compare records of different sources only.")
        private boolean linkOnly;
    }

    @Override
    public Integer call() throws IOException {
        LinkSettings settings = settings();
        PrintWriter errors = spec.commandLine().getErr();
        try {
            run(settings);
            return 0;
        } catch (UnreadableInput e) {
            errors.println(e.getMessage());
            return UNREADABLE;
        }
    }

    private LinkSettings settings() {
        boolean linkOnly = which != null && which.linkOnly;
        if (linkOnly && files.size() < 2) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "expected two files or more with --link-only, found " + files.size());
        }
        try {
            LinkSettings settings = LinkSettings.defaults()
                    .withMode(linkOnly ? Mode.LINK_ONLY : Mode.DEDUPE)
                    .withPairsAbove(pairsAbove)
                    .withThreads(threads);
            return threshold == null ? settings : settings.withThreshold(threshold);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void run(LinkSettings settings) throws IOException {
        List<Phase> phases = new ArrayList<>();
        long began = System.nanoTime();
        LinkTold told = LinkTold.begin(files);
        LinkInput input = LinkInput.read(sources(), map == null ? null : map(map), truth);
        RecordTable table = input.table();
        show(phases, new Phase("read", secondsSince(began), table.rows(), "records"));
        LinkResult result = Linkage.link(table, settings, phase -> show(phases, phase));
        Score score = score(settings, input, result, phases);
        long written = System.nanoTime();
        try (OutputFolder folder = new OutputFolder(out)) {
            write(folder, table, result, score);
            Judged judged = score == null ? null : judged(input, score);
            write(
                    folder,
                    LinkReport.of(
                            table,
                            result,
                            new Told(steps, PeakMemory.megabytes(), told.settings(settings, Command.VERSION), judged)));
            folder.keep();
        }
        show(phases, new Phase("write", secondsSince(written), result.pairs().size(), "pairs"));
        summary(table, result, score, phases, secondsSince(began));
    }

    private @Nullable Score score(LinkSettings settings, LinkInput input, LinkResult result, List<Phase> phases) {
        int[] persons = input.truth();
        if (persons == null) {
            return null;
        }
        long began = System.nanoTime();
        Score score = LinkScore.of(settings, input.table(), result, Partition.of(persons));
        show(phases, new Phase("judge", secondsSince(began), score.truePairs(), "true pairs"));
        return score;
    }

    private static ColumnMap map(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableInput("a map", "no file", file.toString());
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return ColumnMap.read(stream, file.toString());
        }
    }

    private static void write(OutputFolder folder, RecordTable table, LinkResult result, @Nullable Score score)
            throws IOException {
        folder.write("persons.csv", stream -> LinkOutput.writePersons(table, result, stream));
        folder.write("pairs.csv", stream -> LinkOutput.writePairs(table, result, stream));
        folder.write("model.json", stream -> LinkOutput.writeModel(result.model(), stream));
        if (score != null) {
            folder.write("score.json", stream -> stream.write(score.toJson().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void write(OutputFolder folder, LinkReport report) throws IOException {
        byte[] page = report.toHtml().getBytes(StandardCharsets.UTF_8);
        folder.write("report.html", stream -> stream.write(page));
    }

    private Judged judged(LinkInput input, Score score) {
        return new Judged(
                Partition.of(Objects.requireNonNull(input.truth())),
                score,
                accuracyBy.stream()
                        .map(column -> new Judged.Column(column, ExtraColumn.read(sources(), column)))
                        .toList());
    }

    private List<SourceFile> sources() {
        return files.stream()
                .map(file -> SourceFile.of(file, () -> Files.newInputStream(file)))
                .toList();
    }

    private void show(List<Phase> phases, Phase phase) {
        phases.add(phase);
        steps.add(new Told.Step(phase, PeakMemory.megabytes()));
        PrintWriter writer = spec.commandLine().getOut();
        writer.printf(
                Locale.ROOT, "%-10s %8.2f s  %,d %s%n", phase.name(), phase.seconds(), phase.count(), phase.unit());
        writer.flush();
    }

    private void summary(
            RecordTable table, LinkResult result, @Nullable Score score, List<Phase> phases, double seconds)
            throws IOException {
        PrintWriter writer = spec.commandLine().getOut();
        long peak = PeakMemory.megabytes();
        writer.printf(
                Locale.ROOT,
                "%,d records are %,d persons; %,d pairs compared, %,d kept; %.2f s, peak memory %,d MB%n",
                table.rows(),
                result.persons(),
                result.candidatePairs(),
                result.pairs().size(),
                seconds,
                peak);
        result.model().warnings().forEach(warning -> writer.println("note: " + warning));
        if (score != null) {
            writer.printf(
                    Locale.ROOT,
                    "against truth: pairs F1 %.4f (best %.4f), persons F1 %.4f, B-cubed F1 %.4f%n",
                    score.pairs().f1(),
                    score.pairsBest().counts().f1(),
                    score.clusters().f1(),
                    score.bCubed().f1());
        }
        writer.println("results in " + out);
        if (json) {
            writer.println(line(table, result, phases, seconds, peak));
        }
        writer.flush();
    }

    private static String line(RecordTable table, LinkResult result, List<Phase> phases, double seconds, long peak) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("records", table.rows());
        line.put("persons", result.persons());
        line.put("candidate_pairs", result.candidatePairs());
        line.put("pairs", result.pairs().size());
        line.put("threshold", result.model().threshold());
        line.put("seconds", seconds);
        line.put("peak_mb", peak);
        Map<String, Object> byPhase = new LinkedHashMap<>();
        phases.forEach(phase -> byPhase.put(phase.name(), phase.seconds()));
        line.put("phases", byPhase);
        return JsonMapper.shared().writeValueAsString(line);
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
