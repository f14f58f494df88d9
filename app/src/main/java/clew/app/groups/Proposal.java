package clew.app.groups;

import java.util.List;
import java.util.UUID;

/** What a machine proposes and a person decides on: a draft line of enquiry, or a pattern beside the lines. */
public sealed interface Proposal permits Line, OwnPattern {

    /** {@code line}, or the kind of a pattern. */
    String about();

    /** A record that is its address. */
    UUID anchor();

    /** Names what it rests on: other evidence must be opened anew. */
    UUID evidenceKey();

    Found found();

    Standing standing();

    /** Records of whom or what it is about; none for a line, which is about those in it. */
    List<UUID> subjects();
}
