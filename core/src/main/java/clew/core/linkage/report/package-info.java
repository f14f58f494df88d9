/**
 * The report of a link run: one page of HTML that a person can read, check and keep. May import: linkage, explain, measure.
 */
@NullMarked
package clew.core.linkage.report;

import org.jspecify.annotations.NullMarked;
