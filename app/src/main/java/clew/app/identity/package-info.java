/**
 * Persons from records: on arrival and in batch, searched and shown. May import: core, store, access, events, ledger, intake, corrections.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "corrections", "events", "intake", "ledger", "store"})
package clew.app.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
