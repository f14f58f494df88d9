package clew.app.access;

import java.util.EnumSet;
import java.util.Set;

/** What a user does, and so which actions are theirs. An administrator reads no case. */
public enum Role {
    WORKER(Action.HOME, Action.SEARCH, Action.READ, Action.LIST),
    HUB(Action.HOME, Action.SEARCH, Action.READ, Action.LIST, Action.DECIDE, Action.QUALITY),
    SOCIAL_WORKER(Action.HOME, Action.SEARCH, Action.READ, Action.LIST, Action.DECIDE),
    ANALYST(Action.HOME, Action.SEARCH, Action.READ, Action.LIST, Action.DECIDE, Action.QUALITY),
    LICENSING(Action.HOME, Action.SEARCH, Action.READ, Action.LIST),
    STEWARD(Action.HOME, Action.SEARCH, Action.READ, Action.LIST, Action.DECIDE, Action.QUALITY, Action.IMPORT),
    AUDITOR(Action.HOME, Action.QUALITY),
    ADMINISTRATOR(Action.HOME);

    private final Set<Action> actions;

    Role(Action first, Action... more) {
        this.actions = EnumSet.of(first, more);
    }

    /** Whether the role may do this at all. */
    public boolean allows(Action action) {
        return actions.contains(action);
    }

    /** Whether holders of the role see records of people, and not only pages about the system. */
    boolean seesRecords() {
        return allows(Action.READ) || allows(Action.QUALITY);
    }
}
