/**
 * A region with its agencies, their errors, and planted truth. May import: standard (never linkage or network).
 */
@NullMarked
package clew.core.simulate;

import org.jspecify.annotations.NullMarked;
