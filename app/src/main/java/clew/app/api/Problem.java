package clew.app.api;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What was wrong with a call (RFC 9457), in fixed words. Only the errors of rows repeat something of what was sent, to who sent it.
 *
 * @param type a URN, the same for each kind of problem
 * @param title in words
 * @param status of the answer
 * @param errors what is wrong in what was sent; empty when nothing particular is
 */
public record Problem(String type, String title, int status, List<Fault> errors) {

    static final MediaType TYPE = MediaType.parseMediaType("application/problem+json");

    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer where, as a JSON pointer into what was sent
     * @param expected there
     * @param found there
     */
    public record Fault(String pointer, String expected, String found) {}

    static Problem of(int status, String kind, String title, List<Fault> errors) {
        return new Problem("urn:clew:problem:" + kind, title, status, errors);
    }

    ResponseEntity<Object> answer() {
        return ResponseEntity.status(status).contentType(TYPE).body(this);
    }
}
