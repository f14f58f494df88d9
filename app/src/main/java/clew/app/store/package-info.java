/**
 * The PostgreSQL server and the two ways into it: transactions of a reader, held by row-level security, and those of the
 * engine, which see everything. May import: nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package clew.app.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
