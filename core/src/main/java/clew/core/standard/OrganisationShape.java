package clew.core.standard;

/** The shape of an organisation. */
public final class OrganisationShape {
    private static final Outline OUTLINE =
            Outline.of("organisation", "Organisation", "An agency, a school, a home, a business, an operator.");

    public static final Field<String> NAME = OUTLINE.required("name", Types.NAME, "Name", "Name in use.");

    public static final Field<String> ALSO_KNOWN_AS =
            OUTLINE.many("also_known_as", Types.NAME, "Also known as", "Trading and former names.");

    public static final Field<Code> ORGANISATION_KIND =
            OUTLINE.code("organisation_kind", "organisation_kind", "Kind", "What it does.");

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

    public static final Field<PhoneNumber> PHONE =
            OUTLINE.many("phone", PhoneNumber.TYPE, "Phone", "Telephone numbers.");

    public static final Field<EmailAddress> EMAIL =
            OUTLINE.many("email", EmailAddress.TYPE, "E-mail", "E-mail addresses.");

    public static final Field<String> COMPANY_NUMBER =
            OUTLINE.one("company_number", Types.TEXT, "Company number", "Number at Companies House.");

    public static final Field<SchoolUrn> SCHOOL_URN =
            OUTLINE.one("school_urn", SchoolUrn.TYPE, "School number (URN)", "For schools in England.");

    public static final Field<OdsCode> ODS_CODE =
            OUTLINE.one("ods_code", OdsCode.TYPE, "NHS organisation code", "For health providers.");

    public static final Field<GssCode> GSS_CODE =
            OUTLINE.one("gss_code", GssCode.TYPE, "Area code", "For authorities.");

    public static final Field<DfeAuthorityCode> DFE_AUTHORITY_CODE = OUTLINE.one(
            "dfe_authority_code", DfeAuthorityCode.TYPE, "DfE authority code", "For local authorities in England.");

    public static final Field<PncForceCode> PNC_FORCE_CODE =
            OUTLINE.one("pnc_force_code", PncForceCode.TYPE, "Police force code", "For police forces.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape();

    private OrganisationShape() {}
}
