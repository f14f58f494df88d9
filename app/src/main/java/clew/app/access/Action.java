package clew.app.access;

import java.util.Locale;

/** What can be done at an entry point. Its word in lower case is the action in the ledger. */
public enum Action {
    /** Pages about the system and the user, with nothing about anyone else. */
    HOME,
    /** Looking for people or things. */
    SEARCH,
    /** Reading about one person, place, group or case. */
    READ,
    /** Reading a list of them. */
    LIST,
    /** Figures about the quality of what agencies sent. */
    QUALITY,
    /** Taking a decision. */
    DECIDE,
    /** Bringing in an extract. */
    IMPORT,
    /** Taking something out of Clew. */
    EXPORT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
