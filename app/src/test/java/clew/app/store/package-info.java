@NullMarked
package clew.app.store;

import org.jspecify.annotations.NullMarked;
