@NullMarked
package clew.app.review;

import org.jspecify.annotations.NullMarked;
