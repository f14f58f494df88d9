package clew.app.access;

import java.io.Serial;
import java.io.Serializable;

/**
 * From where somebody tries to sign in.
 *
 * @param address of the browser, as the server sees it
 * @param known has this name signed in before in this browser?
 */
record SignInDetails(String address, boolean known) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;
}
