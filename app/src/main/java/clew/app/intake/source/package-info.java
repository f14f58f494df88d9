/**
 * Files as rows: CSV, JSON Lines and XLSX read as a stream, each row with its line and its text as received. May import: core.standard.
 */
@NullMarked
@NamedInterface("source")
package clew.app.intake.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
