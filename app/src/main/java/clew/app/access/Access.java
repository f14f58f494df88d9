package clew.app.access;

import clew.app.access.AccessDecision.Allowed;
import clew.app.access.AccessDecision.Refused;
import java.util.Optional;

/**
 * Decides, once for each entry point, whether a viewer may do something. Which rows show is not decided here but by the
 * database, from the viewer's classes.
 */
public final class Access {

    /** The decision; the first role that allows it is the right it is done by. */
    public AccessDecision decide(Viewer viewer, Action action) {
        Optional<Role> by = viewer.roles().stream()
                .filter(role -> role.allows(action))
                .sorted()
                .findFirst();
        return by.<AccessDecision>map(role -> new Allowed("role " + role.words()))
                .orElseGet(() -> new Refused("Your role does not include this."));
    }
}
