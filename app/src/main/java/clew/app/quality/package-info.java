/**
 * How complete and valid each agency's data is, field by field and month by month. May import: core, store, access, ledger.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "store")
package clew.app.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
