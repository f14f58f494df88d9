/**
 * How rooms hear of each other: an outbox written in the transaction of the change, one sequencer, a cursor for each consumer;
 * and the lease by which one server at a time leads. May import: store.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "store")
package clew.app.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
