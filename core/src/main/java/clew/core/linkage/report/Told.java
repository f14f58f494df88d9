package clew.core.linkage.report;

import clew.core.linkage.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the report cannot know from the result: how the run was made and, where truth is known, what it is.
 *
 * @param steps what took how long, in order, reading and writing included where they are known
 * @param peakMegabytes most memory held so far (MiB), 0 where not known
 * @param settings how the run was made, such as the version, the options and the hashes of the files, in the order they are shown
 * @param judged how the run did against truth; null where truth is not known
 */
public record Told(
        List<Step> steps,
        long peakMegabytes,
        List<Setting> settings,
        @Nullable Judged judged) {

    public Told {
        steps = List.copyOf(steps);
        settings = List.copyOf(settings);
        if (peakMegabytes < 0) {
            throw new IllegalArgumentException("expected a peak of 0 MB or more, found " + peakMegabytes);
        }
    }

    /**
     * One step of a run.
     *
     * @param phase what it was
     * @param peakMegabytes most memory held up to its end (MiB), 0 where not known
     */
    public record Step(Phase phase, long peakMegabytes) {}

    /**
     * One setting, input or fact of a run.
     *
     * @param name such as {@code "threshold"}
     * @param value as it was in force
     */
    public record Setting(String name, String value) {}

    /** Nothing but the phases of the run itself. */
    public static Told nothing(List<Phase> phases, long peakMegabytes) {
        return new Told(phases.stream().map(phase -> new Step(phase, 0)).toList(), peakMegabytes, List.of(), null);
    }
}
