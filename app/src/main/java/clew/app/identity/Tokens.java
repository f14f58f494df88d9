package clew.app.identity;

import clew.core.standard.Field;
import clew.core.standard.IdentifierType;
import clew.core.standard.Shape;
import clew.core.standard.StandardRecord;
import clew.core.standard.UncertainDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a record can be found by, as tokens {@code kind:value}: words of names, dates of birth, identifiers, postcodes and addresses. Two records that share
 * a token of an identifier's kind speak of the same thing: the same plate is the same vehicle, the same number the same phone, the same postcode and house
 * number the same place. Nothing else is resolved here: a place without either is left alone, and so is a phone that two people shared.
 *
 * <p>Ethnicity, nationality, religion, language and disability give no token.
 */
final class Tokens {
    private static final List<String> NAMES =
            List.of("given_name", "middle_names", "family_name", "full_name", "also_known_as", "nickname", "known_as");
    private static final String BIRTH = "date_of_birth";
    private static final String LOCAL = "local_id";
    private static final Map<Shape, Tokens> BY_SHAPE = new ConcurrentHashMap<>();

    private final List<Field<?>> names;
    private final List<Field<?>> identifiers;
    private final Optional<Field<?>> local;
    private final Optional<Field<?>> birth;
    private final Optional<Field<?>> postcode;
    private final Optional<Field<?>> houseNumber;

    private Tokens(Shape shape) {
        names = NAMES.stream().flatMap(name -> shape.find(name).stream()).toList();
        identifiers = shape.ownFields().stream()
                .filter(field -> field.type() instanceof IdentifierType<?>)
                .toList();
        local = shape.find(LOCAL);
        birth = shape.find(BIRTH);
        postcode = shape.find("postcode");
        houseNumber = shape.find("house_number");
    }

    /** Every token of a record, each once. */
    static Set<String> of(StandardRecord record) {
        Set<String> tokens = new LinkedHashSet<>();
        BY_SHAPE.computeIfAbsent(record.shape(), Tokens::new).add(record, tokens);
        return tokens;
    }

    static String name(String word) {
        return "name:" + word;
    }

    /** An identifier of the standard by its canonical text; {@code kind} is the name of its type. */
    static String identifier(String kind, String canonical) {
        return kind + ":" + canonical;
    }

    /** A sender's own number, compared without case, spaces or signs. */
    static String local(String number) {
        return LOCAL + ":" + number.toUpperCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private void add(StandardRecord record, Set<String> tokens) {
        for (Field<?> field : names) {
            for (String name : record.texts(field)) {
                Words.of(name).forEach(word -> tokens.add(name(word)));
            }
        }
        for (Field<?> field : identifiers) {
            record.texts(field)
                    .forEach(text -> tokens.add(identifier(field.type().name(), text)));
        }
        local.ifPresent(field -> record.texts(field).forEach(text -> tokens.add(local(text))));
        birth.ifPresent(field -> record.all(field)
                .forEach(date -> BirthTokens.of((UncertainDate) date).forEach(tokens::add)));
        place(record).ifPresent(tokens::add);
    }

    private Optional<String> place(StandardRecord record) {
        Optional<String> code =
                postcode.flatMap(field -> record.texts(field).stream().findFirst());
        Optional<String> house =
                houseNumber.flatMap(field -> record.texts(field).stream().findFirst());
        return code.flatMap(text -> house.map(number -> "place:" + text + " " + String.join(" ", Words.of(number))));
    }
}
