package clew.core.standard;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule over several fields of one record.
 *
 * @param says the rule in words, as published
 * @param check gives the violation, or nothing when the record obeys
 */
public record Rule(String says, Function<StandardRecord, Optional<Violation>> check) {
    public Rule {
        Objects.requireNonNull(says, "says is null");
        Objects.requireNonNull(check, "check is null");
    }
}
