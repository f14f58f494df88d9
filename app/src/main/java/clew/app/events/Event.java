package clew.app.events;

import java.util.UUID;

/**
 * Something that happened in a room and that others may act on.
 *
 * @param id of the event; a consumer that acts outside the database uses it to act once
 * @param position its place in the one order, from 1 without gaps
 * @param kind what happened: {@code RecordsAccepted}, {@code PersonsChanged} ...
 * @param body JSON: ids only, nothing about people
 */
public record Event(UUID id, long position, String kind, String body) {}
