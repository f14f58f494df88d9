/**
 * Who is who: blocking, comparison, weights, scoring and clusters of the records of one person. May import: standard, explain.
 */
@NullMarked
package clew.core.linkage;

import org.jspecify.annotations.NullMarked;
