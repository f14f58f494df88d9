/**
 * The pages: thin controllers over the calls of other rooms, drawn by templates, complete without JavaScript. May import: every room below.
 */
@NullMarked
package clew.app.web;

import org.jspecify.annotations.NullMarked;
