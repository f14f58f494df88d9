/**
 * Persons from records: on arrival and in batch, searched and shown. May import: core, store, access, ledger, intake.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "intake", "ledger", "store"})
package clew.app.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
