package clew.app.access;

import java.util.Locale;

/** What a user does, and so which actions, records and purposes are theirs: see the {@link Matrix}. An administrator reads no case. */
public enum Role {
    PRACTITIONER,
    HUB_DECISION_MAKER,
    ANALYST,
    LICENSING_OFFICER,
    DATA_STEWARD,
    AUDITOR,
    SUPERVISOR,
    INFORMATION_GOVERNANCE_LEAD,
    SYSTEM_ADMINISTRATOR;

    /** As it stands in the store and in the matrix: {@code hub_decision_maker}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is read: hub decision maker. */
    public String words() {
        return this == INFORMATION_GOVERNANCE_LEAD ? "information-governance lead" : word().replace('_', ' ');
    }

    /** Whether the role may do this at all. */
    public boolean allows(Action action) {
        return Matrix.SHIPPED.may(this, action);
    }
}
