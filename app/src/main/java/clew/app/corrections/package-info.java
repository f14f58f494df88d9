/**
 * What is wrong in a record and how it is put right: corrections and additions that never edit what was received, proposals to
 * the agency that sent it, and rectification cases with their clock. May import: events, store.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"events", "store"})
package clew.app.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
