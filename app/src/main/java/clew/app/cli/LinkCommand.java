package clew.app.cli;

import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.LinkSettings.Mode;
import clew.core.linkage.Linkage;
import clew.core.linkage.RecordTable;
import clew.core.linkage.TooManyPairs;
import clew.core.linkage.files.ColumnMap;
import clew.core.linkage.files.ExtraColumn;
import clew.core.linkage.files.LinkInput;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clew link}: finds which records of CSV files are of one person, and writes persons, pairs, model, report and, given truth, the score. */
@CommandLine.Command(
        name = "link",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 4,
        description = "Finds which records of CSV files are of one person. Opens no store.")
final class LinkCommand implements Callable<Integer> {
    private static final int UNREADABLE = 3;
    private static final int INTERNAL = 4;

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

    @CommandLine.ArgGroup
    private @Nullable Known known;

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

    @Option(names = "--json", description = "Print the run as one line of JSON at the end.")
    private boolean json;

    /** Which pairs are compared. */
    private static final class Which {
        @Option(names = "--dedupe", description = "Compare records of one source too (the default for one file).")
        private boolean dedupe;

        @Option(names = "--link-only", description = "Compare records of different sources only.")
        private boolean linkOnly;
    }

    /** What is known beforehand: a fixed model learns nothing, from answers neither. */
    private static final class Known {
        @Option(
                names = "--model",
                paramLabel = "FILE",
                description =
                        "A model.json to apply as it is; nothing is learnt. Columns that it reads and the files lack are missing.")
        private @Nullable Path model;

        @Option(
                names = "--answers",
                paramLabel = "FILE",
                description =
                        "What people answered of pairs, as in a filled-in clerk.csv: same, not or unsure; all scores move to agree.")
        private @Nullable Path answers;
    }

    @Override
    public Integer call() {
        LinkSettings settings = settings();
        PrintWriter errors = spec.commandLine().getErr();
        try {
            run(settings);
            return 0;
        } catch (UnreadableInput e) {
            errors.println(e.getMessage());
            return UNREADABLE;
        } catch (TooManyPairs e) {
            errors.println(e.getMessage()
                    + (e.isForMemory() ? "; CLEW_JAVA_OPTS=-Xmx16g allows 16 GB" : "")
                    + ", in the files to link");
            return UNREADABLE;
        } catch (IOException e) {
            errors.println("expected to write the results, found " + e + ", in " + out);
            return INTERNAL;
        } catch (OutOfMemoryError e) {
            errors.printf(
                    "expected enough memory, found a limit of %,d MB: allow more, as in CLEW_JAVA_OPTS=-Xmx8g, or link fewer records%n",
                    Runtime.getRuntime().maxMemory() >> 20);
            return INTERNAL;
        }
    }

    private LinkSettings settings() {
        OutputFolder.obstacle(out).ifPresent(obstacle -> {
            throw new CommandLine.ParameterException(spec.commandLine(), obstacle + ", field --out");
        });
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
        LinkProgress progress = new LinkProgress(spec.commandLine().getOut());
        LinkTold told = LinkTold.begin(files);
        Optional<LinkModelFile> applied = LinkModelFile.read(known == null ? null : known.model);
        LinkInput input = LinkInput.read(sources(), columns(), truth, threads);
        RecordTable table = applied.isEmpty() ? input.table() : applied.get().fit(input.table());
        progress.ended("read", table.rows(), "records");
        tellWhatIsNotCompared();
        LinkAnswers answers = answers(table);
        LinkSettings answered = answers == null ? settings : answers.in(settings);
        LinkResult result = applied.isEmpty()
                ? Linkage.link(table, answered, progress::show)
                : applied.get().apply(table, answered, progress::show);
        progress.resume();
        Score score = null;
        if (input.truth() != null) {
            score = LinkScore.of(settings, table, result, Partition.of(input.truth()));
            progress.ended("judge", score.truePairs(), "true pairs");
        }
        Judged judged = score == null ? null : judged(input, score);
        new LinkFiles(
                        table,
                        result,
                        score,
                        () -> LinkReport.of(
                                table,
                                result,
                                new Told(
                                        progress.steps(),
                                        PeakMemory.megabytes(),
                                        told.settings(settings, Command.VERSION, applied, answers, result),
                                        judged)))
                .write(out, threads);
        progress.ended("write", result.pairs().size(), "pairs");
        progress.summary(table, result, score, answers, out, json);
    }

    private @Nullable LinkAnswers answers(RecordTable table) {
        Path file = known == null ? null : known.answers;
        return file == null ? null : LinkAnswers.read(source(file), table);
    }

    /** Without a map a column named otherwise than in the standard would be left out and nobody told. */
    private void tellWhatIsNotCompared() {
        for (SourceFile source : map == null ? sources() : List.<SourceFile>of()) {
            List<String> left = LinkInput.notCompared(source, null, truth).stream()
                    .filter(column -> !accuracyBy.contains(column))
                    .toList();
            if (!left.isEmpty()) {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "note: not compared, for the standard has no such names: %s, in %s; --map says what a column holds%n",
                                String.join(", ", left), source.shownAs());
            }
        }
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
        return files.stream().map(LinkCommand::source).toList();
    }

    private static SourceFile source(Path file) {
        return SourceFile.of(file, () -> {
            if (Files.isDirectory(file)) {
                throw new UnreadableInput("a CSV file", "a folder", file.toString());
            }
            return Files.newInputStream(file);
        });
    }

    private @Nullable ColumnMap columns() throws IOException {
        if (map == null) {
            return null;
        }
        if (!Files.isRegularFile(map)) {
            throw new UnreadableInput("a map", Files.isDirectory(map) ? "a folder" : "no file", map.toString());
        }
        try (InputStream stream = Files.newInputStream(map)) {
            return ColumnMap.read(stream, map.toString());
        }
    }
}
