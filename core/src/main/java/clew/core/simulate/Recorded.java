package clew.core.simulate;

/** Where an event ended up: the sender's key of its record. */
record Recorded(String agency, String system, String shape, String key) {}
