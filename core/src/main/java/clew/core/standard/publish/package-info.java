/**
 * Publishes the standard from its one definition: documentation, templates with their metadata, and schemas. May import: the standard.
 */
@NullMarked
package clew.core.standard.publish;

import org.jspecify.annotations.NullMarked;
