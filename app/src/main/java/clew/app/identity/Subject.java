package clew.app.identity;

import java.time.Instant;
import java.util.UUID;

/** A record of a person, known or not, as the build needs it after its content has gone to linking. */
record Subject(UUID record, int classId, Instant receivedAt) {}
