package clew.app.identity;

/** Child or adult on a date. Unknown and disputed ages are treated as a child's. */
public enum Age {
    CHILD,
    UNKNOWN,
    ADULT;

    /** Is the person to be seen and treated as a child first? */
    public boolean childFirst() {
        return this != ADULT;
    }
}
