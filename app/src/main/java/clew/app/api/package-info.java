/**
 * Calls of other systems: thin, over the same calls as the pages, by tokens of agencies. May import: access, identity, intake, ledger, review, store.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "identity", "intake", "ledger", "review", "store"})
package clew.app.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
