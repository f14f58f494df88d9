/**
 * The code of the module's README, compiled and run.
 */
@NullMarked
package clew.core.readme;

import org.jspecify.annotations.NullMarked;
