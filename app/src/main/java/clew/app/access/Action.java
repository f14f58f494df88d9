package clew.app.access;

import java.util.Locale;

/**
 * The capabilities: what can be done at an entry point. Its word in lower case is the action in the ledger; what each means,
 * and which roles hold it, stands in the {@link Matrix}.
 */
public enum Action {
    HOME,
    SEARCH,
    READ,
    LIST,
    QUALITY,
    LINES,
    DECIDE_LINES,
    BLOCK,
    LINE_NOTICES,
    WATCH,
    EQUALITY,
    DECIDE,
    IMPORT,
    EXPORT,
    DISCLOSE_SENSITIVE,
    REQUEST_ACCESS,
    APPROVE_ACCESS,
    CHALLENGE,
    REVIEW_CHALLENGES,
    DECLARE_CONFLICT,
    EXCLUDE,
    RESTRICT,
    AUTHORISE,
    CORRECT,
    RECTIFY,
    HOLD,
    DISPOSE,
    READ_LEDGER,
    READ_SENSITIVE_LOOKS,
    VERIFY_LEDGER,
    ADMINISTER_USERS,
    OPERATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
