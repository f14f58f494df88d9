package clew.core.standard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The data standard: all shapes. Everything published, every template and every check comes from these definitions. */
public final class Standard {
    /** The version of the standard that mapping files name. */
    public static final int VERSION = 1;

    private static final List<Shape> SHAPES = List.of(
            PersonShape.SHAPE,
            UnidentifiedPersonShape.SHAPE,
            VehicleShape.SHAPE,
            PhoneShape.SHAPE,
            OnlineAccountShape.SHAPE,
            OrganisationShape.SHAPE,
            PlaceShape.SHAPE,
            EventShape.SHAPE,
            InvolvementShape.SHAPE,
            RelationshipShape.SHAPE,
            LicenceShape.SHAPE,
            IntelligenceShape.SHAPE,
            TestimonyShape.SHAPE,
            AccountShape.SHAPE,
            MissingEpisodeShape.SHAPE,
            ReturnInterviewShape.SHAPE,
            ReferralShape.SHAPE);
    private static final Map<String, Shape> BY_NAME =
            SHAPES.stream().collect(Collectors.toUnmodifiableMap(Shape::name, Function.identity()));

    private Standard() {}

    /** All shapes, people first. */
    public static List<Shape> shapes() {
        return SHAPES;
    }

    /** The shape of a name. */
    public static Optional<Shape> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The shape of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Shape shape(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("expected the name of a shape, found " + name));
    }
}
