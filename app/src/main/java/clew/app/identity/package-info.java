/**
 * Persons from records: on arrival and in batch, searched and shown. May import: core, store, access, ledger, intake.
 */
@NullMarked
package clew.app.identity;

import org.jspecify.annotations.NullMarked;
