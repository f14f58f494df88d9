@NullMarked
package clew.app.retention;

import org.jspecify.annotations.NullMarked;
