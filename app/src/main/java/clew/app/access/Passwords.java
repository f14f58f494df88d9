package clew.app.access;

import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords of local users are hashed: bcrypt at cost 12, a quarter of a second; hashes of a lower cost are replaced at sign-in. */
final class Passwords {

    static final int COST = 12;

    private Passwords() {}

    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
    }
}
