@NullMarked
package clew.app.child;

import org.jspecify.annotations.NullMarked;
