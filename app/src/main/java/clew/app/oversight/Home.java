package clew.app.oversight;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.app.store.Secrets;
import clew.core.standard.PlaceText;
import clew.core.standard.Postcode;
import clew.core.standard.Reading;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where users said they live, so that looks at their own household stand out. Kept as a hash under a key of the deployment:
 * whoever reads the table learns no address.
 */
public final class Home {

    private final AppTransactions app;
    private final SecretKeySpec key;

    Home(AppTransactions app, Secrets secrets) {
        this.app = app;
        this.key = new SecretKeySpec(secrets.key("homes"), "HmacSHA256");
    }

    /**
     * A user says where they live.
     *
     * @param postcode in any spelling
     * @param house number or name, as it stands in an address
     * @throws IllegalArgumentException when the postcode is none or the house is empty
     */
    public void said(Rights rights, String postcode, String house) {
        byte[] place = hash(token(postcode, house));
        app.run(rights, sql -> add(sql, rights, place));
    }

    private static void add(JdbcClient sql, Rights rights, byte[] place) {
        sql.sql("insert into oversight.home (user_id, place) values (?, ?) on conflict do nothing")
                .params(rights.user(), place)
                .update();
    }

    /** Whether the user has said so. */
    public boolean isSaid(Rights rights) {
        return app.read(
                rights,
                sql -> sql.sql("select exists (select user_id from oversight.home where user_id = ?)")
                        .param(rights.user())
                        .query(Boolean.class)
                        .single());
    }

    /** The hash of a place's token, as records have it: {@code place:HM4 2AB 12}. */
    byte[] hash(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the Picture writes the token of a place. */
    static String token(String postcode, String house) {
        PlaceText place = PlaceText.house(house);
        if (!(Postcode.read(postcode) instanceof Reading.Known<Postcode>(Postcode code))
                || place.whole().isEmpty()) {
            throw new IllegalArgumentException("expected a postcode and a house number or name, found none");
        }
        return place.at(code.text());
    }
}
