package clew.app.identity;

import clew.core.standard.Field;
import clew.core.standard.IdentifierType;
import clew.core.standard.OrganisationShape;
import clew.core.standard.PlaceShape;
import clew.core.standard.PlaceText;
import clew.core.standard.Shape;
import clew.core.standard.StandardRecord;
import clew.core.standard.UncertainDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a record can be found by, as tokens {@code kind:value}: words of names, dates of birth, identifiers, postcodes and addresses. Two records that share
 * a token of an identifier's kind speak of the same thing: the same plate is the same vehicle, the same number the same phone, the same postcode and house
 * number the same place. A place or an organisation by name is one with those of equal name in an equal town or area, written in whatever case, with or without
 * accents, signs and words such as Ltd, and a place by its address with those of equal address, however its parts are written ({@link PlaceText}); a place with neither is left
 * alone, and so is a phone that two people shared.
 *
 * <p>Ethnicity, nationality, religion, language and disability give no token.
 */
final class Tokens {
    private static final List<String> NAMES =
            List.of("given_name", "middle_names", "family_name", "full_name", "also_known_as", "nickname", "known_as");
    /** Words of a name that tell no place or firm from another. */
    private static final Set<String> FILLING =
            Set.of("the", "and", "ltd", "limited", "llp", "plc", "co", "company", "t", "ta", "trading", "as");

    private static final String BIRTH = "date_of_birth";
    private static final String LOCAL = "local_id";
    private static final Map<Shape, Tokens> BY_SHAPE = new ConcurrentHashMap<>();

    private final List<Field<?>> names;
    private final List<Field<?>> identifiers;
    private final Optional<Field<?>> local;
    private final Optional<Field<?>> birth;
    private final Optional<Field<?>> postcode;
    private final Optional<Field<?>> houseNumber;
    private final Optional<Field<?>> street;
    private final Optional<Field<?>> spot;
    private final List<Field<?>> localities;
    private final boolean isPlace;
    private final String spotKind;

    private Tokens(Shape shape) {
        names = NAMES.stream().flatMap(name -> shape.find(name).stream()).toList();
        identifiers = shape.ownFields().stream()
                .filter(field -> field.type() instanceof IdentifierType<?>)
                .toList();
        local = shape.find(LOCAL);
        birth = shape.find(BIRTH);
        postcode = shape.find("postcode");
        houseNumber = shape.find("house_number");
        street = shape.find("street");
        boolean named = shape == PlaceShape.SHAPE || shape == OrganisationShape.SHAPE;
        spot = named ? shape.find("name") : Optional.empty();
        localities = Stream.of("town", "area")
                .flatMap(name -> shape.find(name).stream())
                .toList();
        isPlace = shape == PlaceShape.SHAPE;
        spotKind = isPlace ? "place" : "organisation";
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
        spot(record).ifPresent(tokens::add);
        if (isPlace) {
            address(record, tokens);
        }
    }

    /** A name with its town or area: {@code place:star grill, saltby}. */
    private Optional<String> spot(StandardRecord record) {
        String name = isPlace ? placeName(record) : firm(record);
        return name.isEmpty() ? Optional.empty() : locality(record).map(where -> spotKind + ":" + name + ", " + where);
    }

    private String placeName(StandardRecord record) {
        return PlaceText.read(
                        spot.map(field -> String.join(" ", record.texts(field))).orElse(""),
                        localities.stream()
                                .flatMap(field -> record.texts(field).stream())
                                .toList())
                .whole();
    }

    private String firm(StandardRecord record) {
        return spot.stream()
                .flatMap(field -> record.texts(field).stream())
                .flatMap(text -> Words.of(text).stream())
                .filter(word -> !FILLING.contains(word))
                .collect(Collectors.joining(" "));
    }

    private Optional<String> locality(StandardRecord record) {
        return localities.stream()
                .flatMap(field -> record.texts(field).stream())
                .map(text -> String.join(" ", Words.of(text)))
                .findFirst();
    }

    /** The text of an address, with its postcode and with its town or area: {@code place:HM4 2AB flat 2, 14 high st}, {@code place:flat 2, 14 high st, saltby}. */
    private void address(StandardRecord record, Set<String> tokens) {
        PlaceText text = PlaceText.of(record);
        if (text.isAddress()) {
            postcode.flatMap(field -> record.texts(field).stream().findFirst())
                    .ifPresent(code -> tokens.add(text.at(code)));
            locality(record).ifPresent(where -> tokens.add("place:" + text.whole() + ", " + where));
        }
    }

    /** A house by its postcode: {@code place:HM4 2AB 14}. The number of a flat alone is none of a house: there it goes by its street too. */
    private Optional<String> place(StandardRecord record) {
        Optional<String> code =
                postcode.flatMap(field -> record.texts(field).stream().findFirst());
        Optional<PlaceText> house = houseNumber
                .flatMap(field -> record.texts(field).stream().findFirst())
                .map(PlaceText::house);
        return code.flatMap(text -> house.map(number -> number.isUnit() ? withStreet(record, number) : number)
                .map(number -> number.at(text)));
    }

    private PlaceText withStreet(StandardRecord record, PlaceText unit) {
        return street.flatMap(field -> record.texts(field).stream().findFirst())
                .map(text -> PlaceText.house(unit.whole() + ", " + text))
                .orElse(unit);
    }
}
