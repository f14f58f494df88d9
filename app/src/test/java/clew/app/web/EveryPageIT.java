package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Opens every page that can be reached by links, from the first page and from the sign-in page. */
class EveryPageIT extends Journeys {

    private static final List<String> KINDS = List.of(
            "/",
            "/persons",
            "/block-list",
            "/quality",
            "/quality/harrowmere-police",
            "/unverified-facts",
            "/accessibility",
            "/access",
            "/access/matrix",
            "/access/request",
            "/access/challenge",
            "/persons/" + SimulatedPeople.CHILD + "/access");

    @Test
    void every_page_is_in_order_wide_and_narrow_and_says_the_same_without_JavaScript() {
        Visitor visitor = wide().signIn();
        Visitor plain = withoutJavaScript().signIn();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/", "/persons/" + SimulatedPeople.CHILD));
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            if (seen.add(address)) {
                visitor.setWidth(seen.size() % 2 == 0 ? Visitor.PHONE : Visitor.WIDE);
                check(visitor, plain, address);
                waiting.addAll(visitor.links());
            }
        }
        assertThat(seen).containsAll(KINDS);
    }

    @Test
    void pages_open_to_everyone_are_in_order() {
        for (String address : List.of("/sign-in", "/accessibility", "/unverified-facts")) {
            check(wide(), withoutJavaScript(), address);
        }
    }

    private static void check(Visitor visitor, Visitor plain, String address) {
        visitor.open(address).expectOrder();
        plain.open(address);
        assertThat(plain.heading()).as(address).isEqualTo(visitor.heading());
        assertThat(plain.links()).as(address).isEqualTo(visitor.links());
        assertThat(plain.overflow()).as(address).isZero();
        visitor.setWidth(Visitor.PHONE);
        assertThat(visitor.overflow()).as("pixels too wide on %s", address).isZero();
    }
}
