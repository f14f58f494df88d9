package clew.app.review;

import java.util.UUID;

/** What became of something that somebody wanted to decide. */
public sealed interface Outcome {

    /** @param id of what was decided */
    record Done(UUID id) implements Outcome {}

    /**
     * It takes two, and this was the first.
     *
     * @param id of the proposal
     */
    record Waits(UUID id) implements Outcome {}

    /**
     * Nothing was decided.
     *
     * @param field what to put right
     * @param words how, in words for who asked
     */
    record Wrong(String field, String words) implements Outcome {}
}
