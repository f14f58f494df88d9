package clew.app.groups;

import java.time.LocalDate;
import java.util.UUID;

/** What stands in the title of a line, and its address: to choose one without reading it. */
public record LineTitle(UUID anchor, int adults, int children, LocalDate first, LocalDate last) {}
