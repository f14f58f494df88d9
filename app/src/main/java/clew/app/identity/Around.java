package clew.app.identity;

import clew.core.standard.StandardRecord;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What stands around records that are to be linked anew: in the Picture, or in a test's memory. */
interface Around {

    /** A record of a person or an unidentified one as it stands. */
    record Held(Subject subject, String shape, String body) {
        boolean isPerson() {
            return shape.equals("person");
        }

        StandardRecord standard() {
            return StandardRecord.fromJson(body);
        }
    }

    /** The ids of all that hangs together with any of these records. */
    Set<UUID> wholesOf(Collection<UUID> records) throws SQLException;

    /** The records that share a blocking key. */
    List<Held> sharing(Collection<Long> keys) throws SQLException;

    /** All records of these wholes, with their places. */
    List<PersonRows.Member> members(Collection<UUID> wholes) throws SQLException;

    List<Held> held(Collection<UUID> records) throws SQLException;

    /**
     * All that hangs together, as it stands.
     *
     * @param wholes ids
     * @param members all records of these wholes, with their places
     * @param held those of them that there are
     * @param judged whether people may have said something of any of them
     */
    record Standing(Set<UUID> wholes, List<PersonRows.Member> members, List<Held> held, boolean judged) {
        static final Standing NOTHING = new Standing(Set.of(), List.of(), List.of(), false);
    }

    /** These wholes, and those of these records. */
    default Standing standing(Collection<UUID> records, Collection<UUID> wholes) throws SQLException {
        Set<UUID> all = new HashSet<>(wholes);
        all.addAll(wholesOf(records));
        List<PersonRows.Member> members = members(all);
        return new Standing(
                all,
                members,
                held(members.stream().map(PersonRows.Member::record).toList()),
                true);
    }

    /** What people said of pairs of which one is among these records, and did not take back. */
    List<Said> said(Collection<UUID> records) throws SQLException;

    /** These records and all that people said are one person with them, through others too. */
    default Set<UUID> withSaidSame(Collection<UUID> records) throws SQLException {
        Set<UUID> found = new HashSet<>(records);
        Set<UUID> next = found;
        while (!next.isEmpty()) {
            Set<UUID> more = new HashSet<>();
            said(next).stream().filter(Said::same).forEach(said -> {
                more.add(said.left());
                more.add(said.right());
            });
            more.removeAll(found);
            found.addAll(more);
            next = more;
        }
        return found;
    }
}
