package clew.app.access;

import java.io.Serial;
import java.util.UUID;

/** A machine of an agency that came with a token: it may do what its user may, and has no session. */
record MachineAccount(UUID id, int agency, String name) implements Account, java.io.Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return name;
    }
}
