/**
 * People decide who is who: the queue of what waits for them, their decisions on records, and what follows when one is taken back. May import: events, identity, store.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"events", "identity", "store"})
package clew.app.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
