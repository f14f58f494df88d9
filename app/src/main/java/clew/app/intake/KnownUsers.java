package clew.app.intake;

import clew.app.store.OneMessage;
import clew.core.standard.DeploymentKey;
import clew.core.standard.PersonShape;
import clew.core.standard.PlaceText;
import clew.core.standard.RecordIdentity;
import clew.core.standard.StandardRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which users are, or live with, the person of a record: by their private e-mail addresses, telephones and home, of which keyed hashes are kept. A name
 * tells nothing: it would hide a child who bears a user's.
 */
final class KnownUsers {

    private final Map<UUID, Set<UUID>> users;
    private final DeploymentKey key;

    private KnownUsers(Map<UUID, Set<UUID>> users, DeploymentKey key) {
        this.users = users;
        this.key = key;
    }

    /** As they are known now. */
    static KnownUsers of(Connection connection, DeploymentKey key) throws SQLException {
        OneMessage message = new OneMessage(connection);
        KnownUsers known = ask(message, key);
        message.send();
        return known;
    }

    /** The same, known when the message was sent. */
    static KnownUsers ask(OneMessage message, DeploymentKey key) {
        Map<UUID, Set<UUID>> users = new HashMap<>();
        message.ask(
                "select detail, user_id from access.known_user",
                row -> users.computeIfAbsent(row.getObject(1, UUID.class), detail -> new HashSet<>())
                        .add(row.getObject(2, UUID.class)));
        return new KnownUsers(users, key);
    }

    /** The users whose detail stands in a record of a person; mostly none. */
    Set<UUID> in(StandardRecord record) {
        if (users.isEmpty() || record.shape() != PersonShape.SHAPE) return Set.of();
        return details(record)
                .flatMap(detail -> users.getOrDefault(hash(key, detail), Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** A detail as it is kept. */
    static UUID hash(DeploymentKey key, String detail) {
        return RecordIdentity.of("", "known user", "detail", List.of(detail), "")
                .id(key);
    }

    static String email(String address) {
        return "email:" + address.toLowerCase(Locale.ROOT);
    }

    static String phone(String number) {
        return "phone_number:" + number;
    }

    static String home(String postcode, String house) {
        return PlaceText.house(house).at(postcode);
    }

    private static Stream<String> details(StandardRecord record) {
        Stream<String> home = record.texts(PersonShape.POSTCODE).stream()
                .flatMap(code -> record.texts(PersonShape.HOUSE_NUMBER).stream().map(house -> home(code, house)));
        Stream<String> addresses = record.texts(PersonShape.EMAIL).stream().map(KnownUsers::email);
        Stream<String> phones = record.texts(PersonShape.PHONE).stream().map(KnownUsers::phone);
        return Stream.of(home, addresses, phones).flatMap(all -> all);
    }
}
