package clew.app.review;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.UUID;

/** All pairs between the same two persons of the viewer, by the one that comes first. */
record Group(Candidate candidate, SortedSet<UUID> one, SortedSet<UUID> other, Waiting.Use use, LocalDate since) {}
