/**
 * The explanation tree: a number and its reasons are one object. May import: nothing.
 */
@NullMarked
package clew.core.explain;

import org.jspecify.annotations.NullMarked;
