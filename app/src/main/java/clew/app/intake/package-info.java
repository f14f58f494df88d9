/**
 * Extracts in, mapped, validated, quarantined: agencies' rows become Records. May import: core, access, ledger, store.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "ledger", "store"})
package clew.app.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
