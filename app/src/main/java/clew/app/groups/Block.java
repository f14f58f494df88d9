package clew.app.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the block list: a vehicle, phone, account, organisation or place that makes no tie for a time. It is about records, and holds for whatever thing these are of.
 *
 * @param records of the thing, by which it is found again
 * @param state how it stands
 * @param since the day on which it was first confirmed; null before
 * @param review the day on which it ends, or ended, unless it is renewed; null where nobody confirmed it
 * @param isDue whether that day is near
 * @param pending what waits for a second person: the first asking, or a renewal; null for nothing
 * @param steps everything that was done with it, oldest first
 */
public record Block(
        UUID id,
        List<UUID> records,
        State state,
        @Nullable LocalDate since,
        @Nullable LocalDate review,
        boolean isDue,
        @Nullable Step pending,
        List<Step> steps) {

    public Block {
        records = List.copyOf(records);
        steps = List.copyOf(steps);
    }

    /** The states of an entry. Only one that is in force changes anything. */
    public enum State {
        ASKED,
        IN_FORCE,
        REFUSED,
        /** Nobody answered in time. */
        LAPSED,
        /** Its review date came and nobody had renewed it. */
        ENDED,
        LIFTED;

        /** Whether it makes no tie, or may soon. */
        public boolean isRunning() {
            return this == ASKED || this == IN_FORCE;
        }
    }

    /** What can be done with an entry. */
    public enum Kind {
        ASKED,
        CONFIRMED,
        REFUSED,
        LIFTED
    }

    /**
     * Something done.
     *
     * @param by name of who did it
     * @param byViewer whether that is who is looking
     * @param until asked: the review date
     * @param answers the asking that is confirmed or refused
     */
    public record Step(
            UUID id,
            Kind kind,
            Instant at,
            String by,
            boolean byViewer,
            String agency,
            String reason,
            @Nullable LocalDate until,
            @Nullable UUID answers) {
        LocalDate day() {
            return LocalDate.ofInstant(at, Standings.LONDON);
        }
    }

    /** How an entry stands on a day, after what was done with it, oldest first. */
    static Block of(UUID id, List<UUID> records, List<Step> steps, LocalDate today, Terms terms) {
        Set<UUID> confirmed = steps.stream()
                .filter(step -> step.kind == Kind.CONFIRMED)
                .flatMap(step -> Stream.ofNullable(step.answers))
                .collect(Collectors.toSet());
        LocalDate review = steps.stream()
                .filter(step -> confirmed.contains(step.id))
                .flatMap(step -> Stream.ofNullable(step.until))
                .max(Comparator.naturalOrder())
                .orElse(null);
        LocalDate since =
                first(steps, step -> step.kind == Kind.CONFIRMED).map(Step::day).orElse(null);
        boolean lifted = first(steps, step -> step.kind == Kind.LIFTED).isPresent();
        Step open = first(steps, step -> step.kind == Kind.ASKED && !isAnswered(steps, step.id))
                .orElse(null);
        boolean late = open != null && today.isAfter(terms.end("block_asked", open.day()));
        State state = lifted
                ? State.LIFTED
                : review == null ? before(open, late) : today.isBefore(review) ? State.IN_FORCE : State.ENDED;
        boolean due = review != null
                && state == State.IN_FORCE
                && !terms.end("block_due", today).isBefore(review);
        return new Block(id, records, state, since, review, due, late || !state.isRunning() ? null : open, steps);
    }

    private static State before(@Nullable Step open, boolean late) {
        return open == null ? State.REFUSED : late ? State.LAPSED : State.ASKED;
    }

    private static boolean isAnswered(List<Step> steps, UUID asking) {
        return steps.stream().anyMatch(step -> asking.equals(step.answers));
    }

    private static Optional<Step> first(List<Step> steps, Predicate<Step> which) {
        return steps.stream().filter(which).findFirst();
    }

    /** The last asking, whatever became of it: why it is, or is to be, on the list. */
    public Step asked() {
        return steps.stream()
                .filter(step -> step.kind == Kind.ASKED && (state != State.IN_FORCE || !step.equals(pending)))
                .reduce((one, other) -> other)
                .orElseThrow(() -> new IllegalStateException("expected somebody to have asked for it, found nobody"));
    }

    /** Who confirmed it first; empty before. */
    public Optional<Step> confirmed() {
        return first(steps, step -> step.kind == Kind.CONFIRMED);
    }

    /** Whether who is looking asked for it, confirmed it or renewed it. */
    public boolean isViewers() {
        return steps.stream().anyMatch(Step::byViewer);
    }
}
