package clew.app.identity;

import clew.core.linkage.Phase;
import java.util.function.Consumer;

/** Measures the phases of a build, one after the other. */
final class Phases {
    private static final double NANOS = 1e9;

    private final Consumer<Phase> progress;
    private long from = System.nanoTime();

    Phases(Consumer<Phase> progress) {
        this.progress = progress;
    }

    /** A phase has ended; the next begins. */
    void end(String name, long count, String unit) {
        long now = System.nanoTime();
        progress.accept(new Phase(name, (now - from) / NANOS, count, unit));
        from = now;
    }

    /** A step inside the present phase. */
    void passOn(Phase step) {
        progress.accept(new Phase("  " + step.name(), step.seconds(), step.count(), step.unit()));
    }
}
