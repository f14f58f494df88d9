package clew.app.cli;

import clew.core.linkage.LinkResult;
import clew.core.linkage.Phase;
import clew.core.linkage.RecordTable;
import clew.core.linkage.report.Told;
import clew.core.measure.Score;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a link run says while it runs and at its end: a line for each phase, with its seconds and the most memory held so far. */
final class LinkProgress {
    private static final double NANOS = 1e9;
    private final PrintWriter writer;
    private final long began = System.nanoTime();
    private final List<Told.Step> steps = new ArrayList<>();
    private final GivenBack givenBack = new GivenBack();
    private long phaseBegan = began;

    LinkProgress(PrintWriter writer) {
        this.writer = writer;
    }

    /** Ends a phase that began where the last one ended. */
    void ended(String name, long count, String unit) {
        show(new Phase(name, (System.nanoTime() - phaseBegan) / NANOS, count, unit));
        resume();
    }

    /** Begins a phase after one that was timed by others. */
    void resume() {
        phaseBegan = System.nanoTime();
    }

    void show(Phase phase) {
        long peak = PeakMemory.megabytes();
        steps.add(new Told.Step(phase, peak));
        writer.printf(
                Locale.ROOT,
                "%-10s %8.2f s %,8d MB  %,d %s%n",
                phase.name(),
                phase.seconds(),
                peak,
                phase.count(),
                phase.unit());
        writer.flush();
        givenBack.afterPhase();
    }

    /** What was shown so far. */
    List<Told.Step> steps() {
        return steps;
    }

    void summary(
            RecordTable table,
            LinkResult result,
            @Nullable Score score,
            @Nullable LinkAnswers answers,
            Path out,
            boolean json) {
        double all = (System.nanoTime() - began) / NANOS;
        long peak = PeakMemory.megabytes();
        writer.printf(
                Locale.ROOT,
                "%,d records are %,d persons; %,d pairs compared, %,d kept; %.2f s, peak memory %,d MB%n",
                table.rows(),
                result.persons(),
                result.candidatePairs(),
                result.pairs().size(),
                all,
                peak);
        result.model().warnings().forEach(warning -> writer.println("note: " + warning));
        Map<String, Long> attention = attention(result);
        if (!attention.isEmpty()) {
            writer.println("for people to look at, in needs-attention.csv: "
                    + attention.entrySet().stream()
                            .map(why -> String.format(Locale.ROOT, "%,d %s", why.getValue(), why.getKey()))
                            .collect(Collectors.joining(", ")));
        }
        if (answers != null) {
            writer.println("answers: " + answers.inWords(result));
        }
        if (score != null) {
            writer.printf(
                    Locale.ROOT,
                    "against truth: pairs F1 %.4f (best %.4f), persons F1 %.4f (best %.4f), B-cubed F1 %.4f%n",
                    score.pairs().f1(),
                    score.pairsBest().counts().f1(),
                    score.clusters().f1(),
                    score.clustersBest() == null
                            ? score.clusters().f1()
                            : score.clustersBest().counts().f1(),
                    score.bCubed().f1());
        }
        writer.println("results in " + out);
        if (json) {
            writer.println(line(table, result, answers, all, peak));
        }
        writer.flush();
    }

    /** How many matters of each kind need a person. */
    private static Map<String, Long> attention(LinkResult result) {
        return result.attention().stream()
                .collect(Collectors.groupingBy(
                        one -> one.why().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private String line(RecordTable table, LinkResult result, @Nullable LinkAnswers answers, double all, long peak) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("records", table.rows());
        line.put("persons", result.persons());
        line.put("candidate_pairs", result.candidatePairs());
        line.put("pairs", result.pairs().size());
        line.put("threshold", result.model().threshold());
        if (answers != null) {
            line.put("answers", answers.json(result));
        }
        line.put("needs_attention", attention(result));
        line.put("warnings", result.model().warnings());
        line.put("seconds", all);
        line.put("peak_mb", peak);
        Map<String, Object> seconds = new LinkedHashMap<>();
        Map<String, Object> memory = new LinkedHashMap<>();
        steps.forEach(step -> {
            seconds.put(step.phase().name(), step.phase().seconds());
            memory.put(step.phase().name(), step.peakMegabytes());
        });
        line.put("phases", seconds);
        line.put("phases_peak_mb", memory);
        return JsonMapper.shared().writeValueAsString(line);
    }
}
