@NullMarked
package clew.app.groups;

import org.jspecify.annotations.NullMarked;
