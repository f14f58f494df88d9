package clew.app.groups;

import clew.core.network.SubjectKind;
import java.util.UUID;

/**
 * A vehicle, phone or account in so many hands that it ties nobody who used it at different times.
 *
 * @param subject the first of its records: its address
 * @param episodes in how many it was
 * @param why it ties nobody, in words
 * @param key of the records that this rests on
 */
public record Busy(UUID subject, SubjectKind kind, int episodes, String why, UUID key) {}
