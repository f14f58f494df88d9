package clew.core.network;

/** What a part in an episode means for ties. */
public enum Bearing {
    /** Was there, or is said to have been. */
    THERE,
    /** Was there because of their work, or as the parent or carer: shown, and makes no tie. */
    AT_WORK,
    /** Is named in it, and that says nothing of company: who reported it, a decision about people, a sensitive place without an incident. Makes no tie. */
    NAMED,
    /** Was there, and it or the place is on the block list ({@link BlockList}): shown, and makes no tie. */
    BLOCKED
}
