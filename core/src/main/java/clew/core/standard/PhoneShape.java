package clew.core.standard;

/** The shape of a phone. */
public final class PhoneShape {
    private static final Outline OUTLINE = Outline.of("phone", "Phone", "A number, a SIM card or a handset.");

    public static final Field<PhoneNumber> NUMBER =
            OUTLINE.one("number", PhoneNumber.TYPE, "Number", "Telephone number.");

    public static final Field<Imei> IMEI = OUTLINE.one("imei", Imei.TYPE, "IMEI", "Number of the handset.");

    public static final Field<Imsi> IMSI = OUTLINE.one("imsi", Imsi.TYPE, "IMSI", "Number of the subscriber.");

    public static final Field<Iccid> ICCID =
            OUTLINE.one("iccid", Iccid.TYPE, "SIM card number", "Number of the SIM card.");

    public static final Field<Code> PHONE_KIND = OUTLINE.code("phone_kind", "phone_kind", "Kind", "What it is.");

    public static final Field<String> DESCRIPTION =
            OUTLINE.one("description", Types.NOTE, "Description", "Make, colour, how it was used.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(Rules.atLeastOne(NUMBER, IMEI, IMSI, ICCID, LOCAL_ID));

    private PhoneShape() {}
}
