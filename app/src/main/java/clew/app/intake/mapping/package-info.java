/**
 * Mapping files: the reviewed text that says how a sender's rows become records of the standard. May import: intake.source, core.standard.
 */
@NullMarked
@NamedInterface("mapping")
package clew.app.intake.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
