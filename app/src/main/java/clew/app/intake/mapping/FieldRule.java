package clew.app.intake.mapping;

import clew.core.standard.Field;

/** How one field of a record is filled. */
public record FieldRule(Field<?> field, ValueSource source) {}
