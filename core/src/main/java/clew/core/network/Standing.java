package clew.core.network;

/** Whether somebody was a child on a day. Unknown or disputed age is treated as a child everywhere, and counted as neither. */
public enum Standing {
    CHILD,
    ADULT,
    UNKNOWN
}
