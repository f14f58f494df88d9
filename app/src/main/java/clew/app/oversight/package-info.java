/**
 * Looks without cause: found in the ledger by dated rules, laid before people as facts, reviewed with a reason. May import: access, ledger, store.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "ledger", "store"})
package clew.app.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
