package clew.app.web;

import clew.app.Clew;
import clew.app.access.Role;
import clew.app.review.Undecided;
import clew.app.store.DatabaseForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application on records that were imported and joined, with pairs that wait: one context for all tests that need more than simulated calls. */
@SpringBootTest(
        classes = {Clew.class, RealPeople.Plain.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RealPeople {

    public static final String PASSWORD = "plain";
    protected static final DatabaseForTests DATABASE = new DatabaseForTests();

    private static Undecided town;

    /** Hundreds of real hashes would take minutes. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Plain {

        @Bean
        @Primary
        PasswordEncoder plain() {
            return PlainBrowser.NO_HASH;
        }
    }

    // Not closed after the class: the context, and so the database, serves all classes that extend this.
    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        if (town == null) {
            town = made();
        }
    }

    private static Undecided made() {
        try {
            Undecided made = new Undecided(DATABASE, Files.createTempDirectory("people"), PlainBrowser.NO_HASH);
            made.nothingWaits();
            made.user("care", "steward.care", Role.DATA_STEWARD, PASSWORD);
            made.user("care", "second.care", Role.DATA_STEWARD, PASSWORD);
            made.user("school", "steward.school", Role.DATA_STEWARD, PASSWORD);
            made.user("school", "teacher.school", Role.PRACTITIONER, PASSWORD);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @LocalServerPort
    private int port;

    private final java.util.List<Visitor> visitors = new java.util.ArrayList<>();

    protected Undecided town() {
        return town;
    }

    protected int port() {
        return port;
    }

    Visitor visitor(int width, boolean javaScript) {
        Visitor visitor = new Visitor("http://localhost:" + port, width, javaScript);
        visitors.add(visitor);
        return visitor;
    }

    @AfterEach
    void showOut() {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }
}
