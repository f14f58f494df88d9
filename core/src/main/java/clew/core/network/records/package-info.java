/**
 * Evidence from records of the standard: the one place where patterns read them, and the facts beyond which they read nothing. May import: standard.
 */
@NullMarked
package clew.core.network.records;

import org.jspecify.annotations.NullMarked;
