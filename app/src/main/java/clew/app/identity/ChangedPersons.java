package clew.app.identity;

import clew.app.store.OneMessage;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows that say who is who in the place of those that stand, and writes only what differs. The rows are all those about some wholes; what stands about
 * them, and about records that are gone or were derived again, is read first. Used once, by one thread.
 */
final class ChangedPersons implements PersonRows {
    private static final String COMPONENTS =
            "select component_id, whole_id, classes, persons from picture.component where whole_id = any (?)";
    private static final String ATTENTIONS =
            "select attention_id, whole_id, classes from picture.attention where whole_id = any (?) or records && ?";
    private static final String LINKS = """
            select left_record, right_record, left_class, right_class, weight, compared, doubt, explanation is not null
              from picture.link where left_record = any (?)
            union all
            select left_record, right_record, left_class, right_class, weight, compared, doubt, explanation is not null
              from picture.link where right_record = any (?)""";

    private final OneMessage message;
    private final Set<UUID> all;
    private final Set<UUID> again;
    private final Map<UUID, Member> members = new HashMap<>();
    private final Map<UUID, Component> components = new HashMap<>();
    private final Map<Pair, Stood> links = new HashMap<>();
    private final Map<UUID, Attention> attentions = new HashMap<>();
    private final SmallCopy copy;
    private final CopiedPersons added;
    private final List<UUID> staleMembers = new ArrayList<>();
    private final List<UUID> staleComponents = new ArrayList<>();
    private final List<Pair> staleLinks = new ArrayList<>();
    private final List<UUID> staleAttentions = new ArrayList<>();

    private record Pair(UUID left, UUID right) {}

    private record Stood(
            int left,
            int right,
            long weight,
            boolean compared,
            @Nullable String doubt,
            boolean explained) {

        boolean says(Link link) {
            return left == link.left().classId()
                    && right == link.right().classId()
                    && weight == link.weight()
                    && compared == link.compared()
                    && java.util.Objects.equals(doubt, link.doubt())
                    && explained == (link.explanation() != null);
        }
    }

    /**
     * Asks what stands.
     *
     * @param before the members of the wholes that are linked anew, and the records derived again, as they stand
     * @param wholes as they stand
     * @param now the records that are linked
     * @param again those of them, and those gone, that were derived again
     * @param questions must be sent before any row is handed over
     * @param message that takes the changes
     */
    ChangedPersons(
            Connection connection,
            OneMessage questions,
            Collection<Member> before,
            Set<UUID> wholes,
            Set<UUID> now,
            Set<UUID> again,
            OneMessage message)
            throws SQLException {
        this.message = message;
        this.again = again;
        this.copy = new SmallCopy(connection, message);
        this.added = new CopiedPersons(copy);
        before.forEach(member -> members.put(member.record(), member));
        all = new HashSet<>(members.keySet());
        all.addAll(now);
        if (!wholes.isEmpty()) {
            ask(questions, wholes);
        }
    }

    @Override
    public void member(Member member) {
        Member stood = members.remove(member.record());
        if (stood == null || !stood.equals(member)) {
            added.member(member);
            if (stood != null) {
                staleMembers.add(member.record());
            }
        }
    }

    @Override
    public void component(Component component) {
        Component stood = components.remove(component.id());
        if (stood == null || !stood.equals(component)) {
            added.component(component);
            if (stood != null) {
                staleComponents.add(component.id());
            }
        }
    }

    @Override
    public void link(Link link) {
        Pair pair = new Pair(link.left().record(), link.right().record());
        Stood stood = links.get(pair);
        boolean holds = stood != null && stood.says(link) && !again.contains(pair.left) && !again.contains(pair.right);
        if (holds) {
            links.remove(pair);
        } else {
            added.link(link);
        }
    }

    @Override
    public void attention(Attention attention) {
        Attention stood = attentions.remove(attention.id());
        boolean holds = stood != null
                && stood.whole().equals(attention.whole())
                && stood.classes().equals(attention.classes());
        if (!holds) {
            added.attention(attention);
            if (stood != null) {
                staleAttentions.add(attention.id());
            }
        }
    }

    /** Takes away what no longer holds, and adds what is new. */
    void finish() throws SQLException {
        staleMembers.addAll(members.keySet());
        staleComponents.addAll(components.keySet());
        staleAttentions.addAll(attentions.keySet());
        staleLinks.addAll(links.keySet());
        delete("delete from picture.membership where record_id = any (?)", staleMembers);
        delete("delete from picture.component where component_id = any (?)", staleComponents);
        delete("delete from picture.attention where attention_id = any (?)", staleAttentions);
        deleteLinks();
        copy.finish();
    }

    private void ask(OneMessage questions, Set<UUID> wholes) throws SQLException {
        Array ofWholes = questions.array("uuid", wholes);
        Array ofMembers = questions.array("uuid", members.keySet());
        questions.ask(COMPONENTS, this::readComponent, ofWholes);
        questions.ask(ATTENTIONS, this::readAttention, ofWholes, ofMembers);
        questions.ask(LINKS, this::readLink, ofMembers, ofMembers);
    }

    private void readComponent(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        components.put(id, new Component(id, row.getObject(2, UUID.class), classes(row, 3), row.getInt(4)));
    }

    private void readAttention(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        attentions.put(id, new Attention(id, row.getObject(2, UUID.class), "", "", List.of(), classes(row, 3)));
    }

    // Of a record that was derived again every link goes; of the others those among themselves.
    private void readLink(ResultSet row) throws SQLException {
        Pair pair = new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        boolean among = all.contains(pair.left) && all.contains(pair.right);
        if (among || again.contains(pair.left) || again.contains(pair.right)) {
            links.put(
                    pair,
                    new Stood(
                            row.getInt(3),
                            row.getInt(4),
                            row.getLong(5),
                            row.getBoolean(6),
                            row.getString(7),
                            row.getBoolean(8)));
        }
    }

    private void delete(String statement, List<UUID> ids) throws SQLException {
        if (!ids.isEmpty()) {
            message.add(statement, message.array("uuid", ids));
        }
    }

    private void deleteLinks() throws SQLException {
        if (!staleLinks.isEmpty()) {
            message.add(
                    """
                delete from picture.link l using unnest(?::uuid[], ?::uuid[]) d (l, r) where l.left_record = d.l and l.right_record = d.r""",
                    message.array("uuid", staleLinks.stream().map(Pair::left).toList()),
                    message.array("uuid", staleLinks.stream().map(Pair::right).toList()));
        }
    }

    private static List<Integer> classes(ResultSet row, int column) throws SQLException {
        return List.of((Integer[]) row.getArray(column).getArray());
    }
}
