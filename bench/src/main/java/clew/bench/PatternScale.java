package clew.bench;

import clew.core.network.Brief;
import clew.core.network.Evidence;
import clew.core.network.Line;
import clew.core.network.Lines;
import clew.core.network.Living;
import clew.core.network.Ties;
import clew.core.network.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How long patterns take among a million people, and how much memory: from evidence to ties, explained lines and the whole in communities, and then single events as
 * they arrive. Memory is told twice: the most that was held resident, with the making of the people in the same process, and what is live in the end. {@code bench/run groups-scale [--people N] [--events PER_PERSON] [--arrivals N] [--results FILE]}. The people are those of {@link Towns}.
 */
final class PatternScale {
    static final String HEADER =
            "commit,date,cores,people,episodes,ties,lines,evidence_s,ties_s,lines_s,explain_s,whole_s,total_s,peak_mb,"
                    + "index_ms,arrivals,changed,p50_ms,p99_ms,most_ms,live_mb";
    private static final long SEED = 20261128;
    private static final int WARM_UP = 20;

    private long began = System.nanoTime();

    private PatternScale() {}

    /** Prints one CSV line, and adds it to a file where one is named. */
    public static void main(String[] words) throws IOException {
        int people = 1_000_000;
        double events = 0.45;
        int arrivals = 200;
        Path results = Path.of("");
        for (int i = 0; i < words.length; i += 2) {
            switch (words[i]) {
                case "--people" -> people = Integer.parseInt(words[i + 1]);
                case "--events" -> events = Double.parseDouble(words[i + 1]);
                case "--arrivals" -> arrivals = Integer.parseInt(words[i + 1]);
                case "--results" -> results = Path.of(words[i + 1]);
                default -> throw new IllegalArgumentException("expected an option, found " + words[i]);
            }
        }
        String line = new PatternScale().measure(people, events, arrivals);
        System.out.println(HEADER + "\n" + line);
        if (!results.toString().isEmpty()) {
            List<String> before = Files.exists(results) ? Files.readAllLines(results) : List.of(HEADER);
            Files.write(results, before);
            Files.writeString(results, line + "\n", java.nio.file.StandardOpenOption.APPEND);
        }
    }

    private String measure(int people, double events, int arrivals) throws IOException {
        Evidence evidence = evidence(people, events);
        double building = seconds("evidence");
        Ties ties = Ties.of(evidence);
        double tying = seconds("ties");
        List<Line> lines = Lines.of(ties);
        double finding = seconds("lines");
        long words = lines.stream()
                .mapToLong(line -> Brief.of(line, id -> id).supporting().size())
                .sum();
        double explaining = seconds(words + " sentences");
        int[] community = Whole.of(ties);
        double whole = seconds("whole, " + Arrays.stream(community).max().orElse(0) + " communities");
        long peak = Machine.peakMegabytes(ProcessHandle.current().pid());
        String before = String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%d,%d,%d,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%d",
                Machine.commit(),
                LocalDate.now(Clock.systemUTC()),
                Machine.cores(),
                people,
                evidence.episodes(),
                ties.size(),
                lines.size(),
                building,
                tying,
                finding,
                explaining,
                whole,
                building + tying + finding + explaining + whole,
                peak);
        long live = live();
        return before + "," + arrivals(people, new Living(ties, lines), arrivals) + "," + live;
    }

    private Evidence evidence(int people, double events) {
        Evidence.Builder told = Towns.evidence(people, events, SEED);
        seconds("made-up towns");
        return told.build();
    }

    private String arrivals(int people, Living living, int number) {
        double indexing = 1000 * seconds("living");
        SplittableRandom random = new SplittableRandom(SEED);
        long[] nanos = new long[number];
        int changed = 0;
        for (int arrival = -WARM_UP; arrival < number; arrival++) {
            Evidence added = Towns.arriving(people, arrival + WARM_UP, random);
            long start = System.nanoTime();
            Living.Change change = living.touchedBy(added);
            if (arrival >= 0) {
                nanos[arrival] = System.nanoTime() - start;
                changed += change.come().isEmpty() && change.gone().isEmpty() ? 0 : 1;
            }
        }
        Arrays.sort(nanos);
        seconds("arrivals");
        return String.format(
                Locale.ROOT,
                "%.0f,%d,%d,%.1f,%.1f,%.1f",
                indexing,
                number,
                changed,
                nanos[number / 2] / 1e6,
                nanos[number * 99 / 100] / 1e6,
                nanos[number - 1] / 1e6);
    }

    /** What is still needed when all is found: evidence, ties, lines and communities; in MiB. */
    private long live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long live = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        seconds(live + " MB live, collected");
        return live;
    }

    private double seconds(String phase) {
        double took = (System.nanoTime() - began) / 1e9;
        System.err.printf(
                Locale.ROOT,
                "%8.2f s  %6d MB  %s%n",
                took,
                Machine.peakMegabytes(ProcessHandle.current().pid()),
                phase);
        began = System.nanoTime();
        return took;
    }
}
