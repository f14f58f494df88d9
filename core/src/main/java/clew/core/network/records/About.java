package clew.core.network.records;

import clew.core.network.SubjectKind;
import java.util.SortedSet;
import java.util.UUID;

/**
 * What stands behind a subject of the evidence.
 *
 * @param kind what it is
 * @param label what people call a thing, such as its registration mark; empty for people, whose names patterns do not read
 * @param records that are of it
 * @param sensitive whether it is a sensitive place or organisation
 */
public record About(SubjectKind kind, String label, SortedSet<UUID> records, boolean sensitive) {}
