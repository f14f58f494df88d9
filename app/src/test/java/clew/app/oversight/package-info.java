@NullMarked
package clew.app.oversight;

import org.jspecify.annotations.NullMarked;
