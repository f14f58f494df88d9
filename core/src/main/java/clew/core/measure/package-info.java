/**
 * How well it was done: precision, recall, earliness, equality and their intervals. May import: standard.
 */
@NullMarked
package clew.core.measure;

import org.jspecify.annotations.NullMarked;
