package clew.app.child;

import clew.app.identity.PersonView;
import clew.app.store.AppTransactions;

/** Chronologies for tests of other rooms. */
public final class PictureChronologies {

    private PictureChronologies() {}

    public static Chronology over(AppTransactions app, PersonView persons) {
        return new PictureChronology(app, persons);
    }
}
