/**
 * The command line: one thin class a command, over the calls of the other rooms. May import: every room below.
 */
@NullMarked
package clew.app.cli;

import org.jspecify.annotations.NullMarked;
