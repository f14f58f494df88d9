package clew.app.groups;

import java.util.UUID;

/** What became of something that somebody wanted to decide. */
public sealed interface Outcome {

    /** @param id of what was decided */
    record Done(UUID id) implements Outcome {}

    /** @param words what stands in the way, in words for who asked */
    record Wrong(String field, String words) implements Outcome {}
}
