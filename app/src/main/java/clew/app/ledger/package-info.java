/**
 * The chained record of every look and every change: entered before the answer goes out, sealed once a second, verifiable by
 * anyone. May import: store.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "store")
package clew.app.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
