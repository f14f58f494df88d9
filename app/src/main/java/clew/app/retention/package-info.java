/**
 * How long records are kept, what a legal hold stops, and how two people dispose of what is over. May import: events, store.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"events", "store"})
package clew.app.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
