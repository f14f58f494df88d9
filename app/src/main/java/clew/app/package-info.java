/**
 * The application class; its direct subpackages are the rooms.
 */
@NullMarked
package clew.app;

import org.jspecify.annotations.NullMarked;
