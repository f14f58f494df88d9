package clew.core.network.records;

import clew.core.network.Bearing;
import clew.core.network.Part;
import clew.core.standard.Code;
import clew.core.standard.CodeList;
import clew.core.standard.CodeLists;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a role in an event means for ties. */
final class Bearings {
    private static final CodeList ROLES = CodeLists.named("involvement_role");
    private static final String AT_WORK = "professional_or_carer";
    private static final String REPORTER = "reporter";

    private Bearings() {}

    /**
     * The bearing of a role.
     *
     * @param named whether what it is part of ties nobody
     */
    static Bearing of(String role, boolean named) {
        if (named || role.equals(REPORTER)) {
            return Bearing.NAMED;
        }
        boolean atWork = ROLES.find(role)
                .map((Code code) -> code.detail("group"))
                .filter(AT_WORK::equals)
                .isPresent();
        return atWork ? Bearing.AT_WORK : Bearing.THERE;
    }

    /** One part of two of the same subject: who was there in one role was there; known since the first that says so. */
    static Part both(Part one, Part other) {
        Bearing bearing = one.bearing().compareTo(other.bearing()) <= 0 ? one.bearing() : other.bearing();
        String roles = Stream.of(one, other)
                .flatMap(part -> Stream.of(part.role().split(",")))
                .filter(role -> !role.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        boolean first = one.bearing() == bearing
                && (other.bearing() != bearing || !one.known().isAfter(other.known()));
        return new Part(one.subject(), bearing, roles, first ? one.known() : other.known());
    }
}
