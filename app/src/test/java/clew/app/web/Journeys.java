package clew.app.web;

import clew.app.Clew;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every browser test starts from: the application itself on a free port, and visitors who are shown out at the end. */
@SpringBootTest(
        classes = {Clew.class, SimulatedPeople.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
abstract class Journeys {

    static final String SIGN_IN_NAME = "sam.okafor";
    static final String PASSWORD = "demonstration";

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

    /** Where pictures go: {@code target/screenshots}, or {@code -Dclew.screenshots}. */
    static Path pictures() {
        return Path.of(System.getProperty("clew.screenshots", "target/screenshots"));
    }
}
