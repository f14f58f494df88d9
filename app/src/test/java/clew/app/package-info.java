@NullMarked
package clew.app;

import org.jspecify.annotations.NullMarked;
