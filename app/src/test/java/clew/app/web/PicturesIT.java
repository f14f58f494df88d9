package clew.app.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes the pictures of the pages: for looking at after a change, and with {@code -Dclew.screenshots=docs/screenshots} (from the
 * project's folder) those of the README. */
class PicturesIT extends Journeys {

    private static final Map<String, String> PAGES = Map.of(
            "home", "/",
            "search", "/persons",
            "person", "/persons/" + SimulatedPeople.CHILD,
            "quality", "/quality",
            "quality-agency", "/quality/harrowmere-police",
            "quality-field", "/quality/harrowmere-police/suspects/nationality",
            "unverified-facts", "/unverified-facts",
            "accessibility", "/accessibility");

    private static final Set<String> IN_README = Set.of(
            "home-desktop.png",
            "search-found-desktop.png",
            "person-desktop.png",
            "person-phone.png",
            "quality-desktop.png",
            "quality-field-desktop.png",
            "quality-field-phone.png");

    @ParameterizedTest
    @CsvSource({"desktop, 1280", "phone, 390"})
    void every_kind_of_page_has_its_picture(String name, int width) {
        Visitor visitor = visitor(width, true).open("/sign-in");
        take(visitor, "sign-in", name);
        visitor.signIn();
        PAGES.forEach((page, address) -> take(visitor.open(address), page, name));
        visitor.open("/persons").send();
        take(visitor, "search-mistake", name);
        visitor.fill("name", "Hartley").send();
        take(visitor, "search-found", name);
        visitor.open("/persons").fill("name", "nobody").send();
        take(visitor, "search-nobody", name);
        visitor.visit("/no-such-page");
        take(visitor, "not-found", name);
    }

    @ParameterizedTest
    @CsvSource({"desktop, 1280", "phone, 390"})
    void the_pages_of_signing_in_have_theirs(String name, int width) {
        Visitor visitor = visitor(width, true).signIn();
        take(visitor.open("/session"), "session", name);
        take(visitor.open("/second-factor"), "second-factor", name);
        visitor.fill("code", "000000").send();
        take(visitor, "second-factor-mistake", name);
        take(visitor.open("/drafts"), "drafts-none", name);
        visitor.open("/persons").fill("name", "Hartley").fill("born-year", "2010");
        I3SessionIT.everySessionEnds(DATABASE);
        visitor.send();
        take(visitor, "sign-in-kept", name);
        visitor.fill("username", SIGN_IN_NAME).fill("password", PASSWORD).send();
        take(visitor, "draft", name);
        take(visitor.open("/drafts"), "drafts", name);
        DATABASE.owner().sql("delete from desk.draft").update();
    }

    private static void take(Visitor visitor, String page, String size) {
        String wanted = System.getProperty("clew.screenshots");
        String name = page + "-" + size + ".png";
        if (wanted == null) {
            visitor.picture(Path.of("target/screenshots", name));
        } else if (IN_README.contains(name)) {
            visitor.picture(Path.of("..").resolve(wanted).resolve(name));
        }
    }
}
