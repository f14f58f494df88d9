package clew.core.standard;

/** The shape of a vehicle. */
public final class VehicleShape {
    private static final Outline OUTLINE =
            Outline.of("vehicle", "Vehicle", "A vehicle seen, stopped, licensed or named.");

    public static final Field<VehicleRegistration> REGISTRATION =
            OUTLINE.one("registration", VehicleRegistration.TYPE, "Registration", "The whole registration mark.");

    public static final Field<String> PARTIAL_REGISTRATION = OUTLINE.one(
            "partial_registration",
            Types.TEXT,
            "Partial registration",
            "What was seen of the mark, with ? for each character not seen.");

    public static final Field<Vin> VIN =
            OUTLINE.one("vin", Vin.TYPE, "Vehicle identification number", "Of the chassis.");

    public static final Field<Code> VEHICLE_KIND =
            OUTLINE.code("vehicle_kind", "vehicle_kind", "Kind", "Kind of vehicle.");

    public static final Field<String> MAKE = OUTLINE.one("make", Types.NAME, "Make", "Maker.");

    public static final Field<String> MODEL = OUTLINE.one("model", Types.NAME, "Model", "Model.");

    public static final Field<String> COLOUR = OUTLINE.one("colour", Types.NAME, "Colour", "Main colour.");

    public static final Field<String> DESCRIPTION =
            OUTLINE.one("description", Types.NOTE, "Description", "Marks, stickers, damage.");

    public static final Field<String> PLATE_NUMBER = OUTLINE.one(
            "plate_number", Types.TEXT, "Licence plate number", "Number of the hackney or private hire plate.");

    public static final Field<GssCode> LICENSING_AUTHORITY = OUTLINE.one(
            "licensing_authority", GssCode.TYPE, "Licensing authority", "Area code of the authority that licensed it.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            Rules.atLeastOne(REGISTRATION, PARTIAL_REGISTRATION, VIN, PLATE_NUMBER, DESCRIPTION, LOCAL_ID));

    private VehicleShape() {}
}
