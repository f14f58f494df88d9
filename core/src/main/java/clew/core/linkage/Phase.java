package clew.core.linkage;

/**
 * One step of a run, for the reader who waits.
 *
 * @param name such as {@code "score"}
 * @param seconds it took, by the clock on the wall, at least 0
 * @param count of what it worked on
 * @param unit such as {@code "pairs"}
 */
public record Phase(String name, double seconds, long count, String unit) {}
