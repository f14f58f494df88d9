package clew.core.standard;

/** The shape of an account of an online service. */
public final class OnlineAccountShape {
    private static final Outline OUTLINE =
            Outline.of("online_account", "Online account", "An account of an online service. Its content is not kept.");

    public static final Field<Code> PLATFORM =
            OUTLINE.code("platform", "account_platform", "Kind of service", "Kind of service.");

    public static final Field<String> SERVICE = OUTLINE.one("service", Types.NAME, "Service", "Name of the service.");

    public static final Field<String> HANDLE =
            OUTLINE.required("handle", Types.TEXT, "Handle", "The name by which the account is found.");

    public static final Field<String> DISPLAY_NAME =
            OUTLINE.one("display_name", Types.NAME, "Display name", "The name it shows.");

    public static final Field<String> URL = OUTLINE.one("url", Types.TEXT, "Address", "Where it is found.");

    public static final Field<EmailAddress> EMAIL =
            OUTLINE.one("email", EmailAddress.TYPE, "E-mail", "Address it is registered to.");

    public static final Field<PhoneNumber> PHONE =
            OUTLINE.one("phone", PhoneNumber.TYPE, "Phone", "Number it is registered to.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape();

    private OnlineAccountShape() {}
}
