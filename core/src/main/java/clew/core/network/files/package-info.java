/** Groups from and to files: plain tables of who was at what, and what {@code clew groups} writes. May import: standard, explain. */
@NullMarked
package clew.core.network.files;

import org.jspecify.annotations.NullMarked;
