@NullMarked
package clew.app.api;

import org.jspecify.annotations.NullMarked;
