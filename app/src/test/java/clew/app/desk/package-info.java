@NullMarked
package clew.app.desk;

import org.jspecify.annotations.NullMarked;
