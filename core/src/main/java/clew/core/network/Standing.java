package clew.core.network;

/** Whether somebody was a child on a day. Who is not certainly an adult is treated as a child everywhere. */
public enum Standing {
    CHILD,
    ADULT,
    UNKNOWN
}
