package clew.app.identity;

import clew.app.identity.PersonSearch.Sought;
import clew.core.standard.IdentifierType;
import clew.core.standard.Reading;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is sought, as tokens: a record must have one of each part. A part that can be no record's gives no token, and so no result. */
final class SoughtTokens {
    private static final List<IdentifierType<?>> IDENTIFIERS = identifiers();

    private SoughtTokens() {}

    static List<List<String>> of(Sought sought) {
        List<List<String>> parts = new ArrayList<>();
        if (!sought.name().isBlank()) {
            List<String> words = Words.of(sought.name());
            words.forEach(word -> parts.add(List.of(Tokens.name(word))));
            if (words.isEmpty()) {
                parts.add(List.of());
            }
        }
        if (sought.bornFrom() != null && sought.bornTo() != null) {
            parts.add(BirthTokens.sought(sought.bornFrom(), sought.bornTo()));
        }
        if (!sought.identifier().isBlank()) {
            parts.add(identifier(sought.identifier()));
        }
        if (!sought.postcode().isBlank()) {
            parts.add(read("postcode", sought.postcode()));
        }
        return parts;
    }

    private static List<String> identifier(String text) {
        List<String> tokens = new ArrayList<>();
        IDENTIFIERS.forEach(type -> add(type, text, tokens));
        tokens.add(Tokens.local(text));
        return tokens;
    }

    private static List<String> read(String type, String text) {
        List<String> tokens = new ArrayList<>();
        IDENTIFIERS.stream().filter(known -> known.name().equals(type)).forEach(known -> add(known, text, tokens));
        return tokens;
    }

    private static <T extends clew.core.standard.Identifier> void add(
            IdentifierType<T> type, String text, List<String> tokens) {
        if (type.read(text) instanceof Reading.Known<T> known) {
            tokens.add(Tokens.identifier(type.name(), type.write(known.value())));
        }
    }

    private static List<IdentifierType<?>> identifiers() {
        Set<IdentifierType<?>> types = new LinkedHashSet<>();
        for (Shape shape : Standard.shapes()) {
            shape.ownFields().forEach(field -> {
                if (field.type() instanceof IdentifierType<?> type) {
                    types.add(type);
                }
            });
        }
        return List.copyOf(types);
    }
}
