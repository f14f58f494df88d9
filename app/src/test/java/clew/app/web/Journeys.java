package clew.app.web;

import clew.app.Clew;
import clew.app.access.Agencies;
import clew.app.access.Role;
import clew.app.store.DatabaseForTests;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What every browser test starts from: the application itself on a free port, and visitors who are shown out at the end. */
@SpringBootTest(
        classes = {Clew.class, SimulatedPeople.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "clew.demonstration.password=" + Journeys.PASSWORD,
            "clew.demonstration.users[0].sign-in-name=" + Journeys.SIGN_IN_NAME,
            "clew.demonstration.users[0].who=Sam Okafor, hub decision maker",
            "clew.demonstration.users[0].agency=Harrowmere Hub",
            "clew.demonstration.users[1].sign-in-name=" + Journeys.AUDITOR,
            "clew.demonstration.users[1].who=Ines Halloran, national auditor",
            "clew.demonstration.users[1].agency=Harrowmere Hub"
        })
abstract class Journeys {

    static final String SIGN_IN_NAME = "sam.okafor";
    static final String AUDITOR = "ines.halloran";
    static final String SUPERVISOR = "mia.grant";
    static final String OTHER_AGENCY = "kit.vale";
    static final String LEAD = "lena.marsh";
    static final String FIRST_OF_TWO = "farah.quill";
    static final String SECOND_OF_TWO = "leo.quill";
    static final String PASSWORD = "demonstration";

    static final DatabaseForTests DATABASE = new DatabaseForTests();

    // Not closed after the class: the context, and so the database, serves all browser tests of the run.
    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        Agencies agencies = new Agencies(DATABASE.engine());
        int partnership = agencies.partnership("harrowmere", "Harrowmere");
        int hub = agencies.agency(partnership, "harrowmere-hub", "Harrowmere Hub", Agencies.Kind.OTHER);
        PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        agencies.user(hub, SIGN_IN_NAME, "Sam Okafor", encoder, PASSWORD, Role.HUB_DECISION_MAKER);
        agencies.user(hub, AUDITOR, "Ines Halloran", encoder, PASSWORD, Role.AUDITOR);
        agencies.user(hub, SUPERVISOR, "Mia Grant", encoder, PASSWORD, Role.SUPERVISOR);
        int police = agencies.agency(partnership, "harrowmere-police", "Harrowmere Police", Agencies.Kind.POLICE);
        agencies.user(police, OTHER_AGENCY, "Kit Vale", encoder, PASSWORD, Role.PRACTITIONER);
        agencies.user(hub, LEAD, "Lena Marsh", encoder, PASSWORD, Role.INFORMATION_GOVERNANCE_LEAD);
        int charity =
                agencies.agency(partnership, "harrowmere-lighthouse", "Harrowmere Lighthouse", Agencies.Kind.CHARITY);
        agencies.user(charity, FIRST_OF_TWO, "Farah Quill", encoder, PASSWORD, Role.INFORMATION_GOVERNANCE_LEAD);
        agencies.user(charity, SECOND_OF_TWO, "Leo Quill", encoder, PASSWORD, Role.INFORMATION_GOVERNANCE_LEAD);
        StoredForPages.put(
                DATABASE.engine(), charity, agencies.classOf(charity, Agencies.Handling.CONTENT, "none"), 20);
        StoredForPages.put(
                DATABASE.engine(), hub, agencies.classOf(hub, Agencies.Handling.CONTENT, "none"), 1, 2, 3, 4, 9);
    }

    @LocalServerPort
    private int port;

    private final List<Visitor> visitors = new java.util.ArrayList<>();

    Visitor wide() {
        return visitor(Visitor.WIDE, true);
    }

    Visitor onPhone() {
        return visitor(Visitor.PHONE, true);
    }

    Visitor withoutJavaScript() {
        return visitor(Visitor.WIDE, false);
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
