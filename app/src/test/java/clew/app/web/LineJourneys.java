package clew.app.web;

import clew.app.Clew;
import clew.app.access.Agencies.Kind;
import clew.app.access.Role;
import clew.app.groups.Finding;
import clew.app.groups.Outings;
import clew.app.identity.Senders;
import clew.app.store.DatabaseForTests;
import clew.core.standard.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What journeys of lines start from: one application for all of them, four groups that a school knows, and people of three agencies. */
@SpringBootTest(
        classes = Clew.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"clew.patterns.every-milliseconds=3600000", "clew.patterns.list-waits-milliseconds=60000"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LineJourneys {
    static final DatabaseForTests DATABASE = new DatabaseForTests();
    static final String PASSWORD = "a plain password";

    private static @Nullable Outings school;
    private static @Nullable Senders senders;

    @LocalServerPort
    int port;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private Finding finding;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeAll
    void four_groups_and_people_of_three_agencies() throws IOException {
        if (school != null) {
            return;
        }
        // As long as the application lives, which is longer than the first journey does.
        senders = new Senders(DATABASE, Files.createDirectories(Path.of("target", "line-journeys")));
        int agency = senders.agency("school", Kind.EDUCATION);
        int health = senders.agency("clinic", Kind.HEALTH);
        int police = senders.agency("force", Kind.POLICE);
        int refuge = senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        school = Outings.of(senders, "school", Kind.EDUCATION)
                .crowd("c", 60)
                .group("a", LocalDate.of(2025, 2, 1))
                .group("r", LocalDate.of(2025, 3, 1))
                .group("k", LocalDate.of(2025, 4, 1))
                .group("b", LocalDate.of(2025, 5, 1))
                .recurring("q", "c")
                .person("w1", "CAROLINE ANNE", "PENNINGTON-WHITTINGHAM", LocalDate.of(1974, 10, 19), "W1", "F")
                .person("w2", "William", "Waringw", LocalDate.of(1969, 4, 23), "W1", "M")
                .person("w3", "Bill", "Waringw", LocalDate.of(1969, 4, 23), "W1", "M")
                .event("wE1", LocalDate.of(2025, 7, 1), "w lane", "Seen in a car", "w1", "w2")
                .event("wE2", LocalDate.of(2025, 9, 9), "w lane", "Seen in a car", "w1", "w3")
                .vehicle("wE1", "LG10 NAM")
                .vehicle("wE2", "LG10 NAM")
                .person("z1", "Una", "Solitary", LocalDate.of(1971, 6, 5), "M1", "F")
                .sent();
        senders.joined();
        finding.follow();
        senders.agencies.user(agency, "ann", "Ann Analyst", encoder, PASSWORD, Role.ANALYST);
        senders.agencies.user(agency, "sue", "Sue Second", encoder, PASSWORD, Role.SUPERVISOR);
        senders.agencies.user(agency, "pru", "Pru Practitioner", encoder, PASSWORD, Role.PRACTITIONER);
        senders.agencies.user(refuge, "ria", "Ria Refuge", encoder, PASSWORD, Role.ANALYST);
        senders.agencies.user(health, "hal", "Hal Health", encoder, PASSWORD, Role.SUPERVISOR);
        senders.agencies.user(police, "pat", "Pat Police", encoder, PASSWORD, Role.ANALYST);
        senders.agencies.user(agency, "aud", "Audi Tor", encoder, PASSWORD, Role.AUDITOR);
    }

    /** What was sent since is joined, and lines follow it. */
    void followed() {
        Objects.requireNonNull(senders).joined();
        finding.follow();
    }

    static Outings school() {
        return Objects.requireNonNull(school);
    }
}
