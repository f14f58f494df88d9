package clew.app.identity;

import org.jspecify.annotations.Nullable;

/**
 * That another agency holds something: a pointer, and all that it says.
 *
 * @param agency its name
 * @param callWhom whom to call there; null when it has not said
 */
public record HeldElsewhere(String agency, @Nullable String callWhom) {}
