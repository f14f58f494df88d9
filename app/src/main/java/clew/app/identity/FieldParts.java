package clew.app.identity;

import clew.app.identity.PersonView.Part;
import clew.core.standard.Field;
import clew.core.standard.IdentifierType;
import clew.core.standard.Shape;
import java.util.List;
import java.util.Set;

/** In which part of the table a person's field stands. */
final class FieldParts {
    private static final Set<String> IDENTITY = Set.of(
            "given_name",
            "middle_names",
            "family_name",
            "full_name",
            "also_known_as",
            "date_of_birth",
            "date_of_death",
            "sex",
            "gender");
    private static final Set<String> CONTACT = Set.of(
            "address", "house_number", "street", "town", "postcode", "uprn", "phone", "email", "preferred_contact");
    private static final List<String> PROTECTED =
            List.of("ethnicity", "nationality", "religion", "language", "disability");

    private FieldParts() {}

    static Part of(Field<?> field) {
        String name = field.name();
        if (isProtected(field)) {
            return Part.PROTECTED;
        }
        if (CONTACT.contains(name)) {
            return Part.CONTACT;
        }
        if (IDENTITY.contains(name)) {
            return Part.IDENTITY;
        }
        return name.equals("local_id") || field.type() instanceof IdentifierType<?> ? Part.IDENTIFIERS : Part.OTHER;
    }

    /** Recorded for equality monitoring and care, never read by linking or patterns. */
    static boolean isProtected(Field<?> field) {
        return PROTECTED.stream().anyMatch(field.name()::contains);
    }

    /** The fields of a shape by part, those that only say why another is missing left out. */
    static List<Field<?>> inOrder(Shape shape) {
        Set<Field<?>> companions = shape.ownFields().stream()
                .flatMap(field -> field.whyMissing().stream())
                .collect(java.util.stream.Collectors.toSet());
        return shape.ownFields().stream()
                .filter(field -> !companions.contains(field))
                .sorted(java.util.Comparator.comparing(FieldParts::of))
                .toList();
    }
}
