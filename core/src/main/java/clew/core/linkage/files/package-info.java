/**
 * Files in, result out: reads CSV files and maps into a table of records, and writes what a link run found. May import: linkage, standard, explain.
 */
@NullMarked
package clew.core.linkage.files;

import org.jspecify.annotations.NullMarked;
