@NullMarked
package clew.app.corrections;

import org.jspecify.annotations.NullMarked;
