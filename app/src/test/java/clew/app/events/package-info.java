@NullMarked
package clew.app.events;

import org.jspecify.annotations.NullMarked;
