/**
 * Who, role, purpose, grant, handling: may I see this, and why. Signing in, and the one decision and the one ledger row of
 * every entry point. May import: desk, ledger, store.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"desk", "ledger", "store"})
package clew.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
