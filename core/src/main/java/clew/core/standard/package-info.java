/**
 * The data standard as code: shapes, typed identifiers, code lists, uncertain dates and relationship reasons that every agency's records are read into. May import: nothing.
 */
@NullMarked
package clew.core.standard;

import org.jspecify.annotations.NullMarked;
