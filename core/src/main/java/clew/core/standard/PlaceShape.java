package clew.core.standard;

/** The shape of a place. */
public final class PlaceShape {
    private static final Outline OUTLINE = Outline.of(
            "place", "Place", "Where something is or happened: an address, a building, a park, or only words.");

    public static final Field<String> NAME =
            OUTLINE.one("name", Types.NAME, "Name", "Name of the building, business or spot.");

    public static final Field<Code> PLACE_KIND =
            OUTLINE.code("place_kind", "place_kind", "Kind of record", "What the record points to.");

    public static final Field<Code> LOCATION_TYPE =
            OUTLINE.code("location_type", "location_type", "Type of place", "What kind of place it is.");

    public static final Field<String> ADDRESS =
            OUTLINE.one("address", Types.TEXT, "Address", "The whole address in one line, as the sender holds it.");

    public static final Field<String> HOUSE_NUMBER =
            OUTLINE.one("house_number", Types.TEXT, "House number or name", "Such as 14, 14A or Rose Cottage.");

    public static final Field<String> STREET = OUTLINE.one("street", Types.NAME, "Street", "Name of the street.");

    public static final Field<String> TOWN = OUTLINE.one("town", Types.NAME, "Town", "Post town or village.");

    public static final Field<Postcode> POSTCODE =
            OUTLINE.one("postcode", Postcode.TYPE, "Postcode", "British postcode.");

    public static final Field<Uprn> UPRN =
            OUTLINE.one("uprn", Uprn.TYPE, "Property reference (UPRN)", "Unique property reference number.");

    public static final Field<String> AREA =
            OUTLINE.one("area", Types.NAME, "Area", "District, estate or neighbourhood.");

    public static final Field<Usrn> USRN =
            OUTLINE.one("usrn", Usrn.TYPE, "Street reference (USRN)", "Unique street reference number.");

    public static final Field<Double> LATITUDE =
            OUTLINE.one("latitude", Types.DECIMAL_TYPE, "Latitude", "Degrees north, WGS 84.");

    public static final Field<Double> LONGITUDE =
            OUTLINE.one("longitude", Types.DECIMAL_TYPE, "Longitude", "Degrees east, WGS 84.");

    public static final Field<Integer> ACCURACY_METRES = OUTLINE.one(
            "accuracy_metres", Types.WHOLE_NUMBER_TYPE, "Accuracy", "How far the point may be off, in metres.");

    public static final Field<GssCode> GSS_CODE =
            OUTLINE.one("gss_code", GssCode.TYPE, "Local authority", "Area code of the local authority it lies in.");

    public static final Field<String> DESCRIPTION =
            OUTLINE.one("description", Types.NOTE, "Description", "How people describe it, when it has no address.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            Rules.atLeastOne(NAME, ADDRESS, STREET, TOWN, POSTCODE, UPRN, USRN, LATITUDE, DESCRIPTION, LOCAL_ID),
            PlaceRules.POINT);

    private PlaceShape() {}
}
