@NullMarked
package clew.app.access;

import org.jspecify.annotations.NullMarked;
