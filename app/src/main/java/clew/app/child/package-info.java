/**
 * A child's story: chronology, voice, contact and support plan. May import: core, store, access, ledger, identity.
 */
@NullMarked
package clew.app.child;

import org.jspecify.annotations.NullMarked;
