/**
 * What users have lying open: sessions and drafts, sealed and expiring. May import: store.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"store"})
package clew.app.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
