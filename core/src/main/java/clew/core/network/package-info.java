/**
 * Who is with whom: evidence, ties weighed by surprise, groups, and draft lines of enquiry with their reasons. Never reads ethnicity, nationality,
 * religion, language or disability; a date of birth only to tell a child from an adult. May import: standard, explain.
 */
@NullMarked
package clew.core.network;

import org.jspecify.annotations.NullMarked;
