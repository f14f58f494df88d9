package clew.core.network;

/** What a subject of the evidence is. */
public enum SubjectKind {
    PERSON,
    /** Somebody known by a nickname or a description only; carries ties like anyone, and is never counted as an adult or as a child. */
    UNIDENTIFIED_PERSON,
    VEHICLE,
    PHONE,
    ONLINE_ACCOUNT,
    ORGANISATION,
    PLACE;

    /** Whether it is somebody. */
    public boolean isSomebody() {
        return this == PERSON || this == UNIDENTIFIED_PERSON;
    }

    /** Whether two people who used it at different times are tied by it. A place is too busy for that. */
    public boolean isMeans() {
        return this == VEHICLE || this == PHONE || this == ONLINE_ACCOUNT;
    }
}
