/**
 * Draft lines of enquiry: found from the Picture once for each clearance tier, shown to who may see all they rest on, decided by people, worked on as cases;
 * and watches. May import: access, events, identity, store.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "events", "identity", "store"})
package clew.app.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
