/**
 * A child's story: chronology, voice, contact and support plan. May import: core, store, access, ledger, identity.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "store"})
package clew.app.child;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
