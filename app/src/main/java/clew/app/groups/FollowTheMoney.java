package clew.app.groups;

import clew.app.groups.Found.Episode;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Part;
import clew.app.groups.Found.Tie;
import clew.app.groups.Subjects.Told;
import clew.core.network.SubjectKind;
import clew.core.standard.CodeLists;
import clew.core.standard.Reading;
import clew.core.standard.VehicleRegistration;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line as entities of FollowTheMoney, one JSON object a line (followthemoney.tech, its published schemata): people, vehicles, accounts, organisations, addresses; an Event for each
 * episode; an UnknownLink for each tie and for each part in an episode. What happened is told by its kind alone, because free words may name a child.
 */
final class FollowTheMoney {
    private static final JsonMapper JSON = new JsonMapper();

    private final Found found;
    private final Map<UUID, Told> told;
    private final String dataset;
    private final List<Map<String, Object>> entities = new ArrayList<>();

    private FollowTheMoney(Found found, Map<UUID, Told> told, UUID share) {
        this.found = found;
        this.told = told;
        this.dataset = "clew-share-" + share;
    }

    static byte[] of(Found found, Map<UUID, Told> told, UUID share) {
        FollowTheMoney file = new FollowTheMoney(found, told, share);
        found.members().forEach(file::member);
        found.episodes().forEach(file::episode);
        found.ties().forEach(file::tie);
        return file.entities.stream()
                .map(entity -> JSON.writeValueAsString(entity) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private void member(Member member) {
        String name = LineExports.name(member, told);
        Properties properties = new Properties().put("name", name);
        String schema = switch (member.kind()) {
            case PERSON, UNIDENTIFIED_PERSON -> "Person";
            case VEHICLE -> "Vehicle";
            case PHONE, ONLINE_ACCOUNT -> "UserAccount";
            case ORGANISATION -> "Organization";
            case PLACE -> "Address";
        };
        switch (member.kind()) {
            case PERSON, UNIDENTIFIED_PERSON ->
                properties.put("summary", "Shown as: " + member.side().name().toLowerCase(Locale.ROOT));
            case VEHICLE -> properties.put("registrationNumber", mark(name));
            case PHONE -> properties.put("username", name).put("number", name).put("service", "phone");
            case ONLINE_ACCOUNT -> properties.put("username", name);
            case PLACE -> properties.put("full", name);
            case ORGANISATION -> {}
        }
        add(member.subject(), schema, properties);
    }

    private static String mark(String name) {
        return VehicleRegistration.read(name) instanceof Reading.Known<VehicleRegistration> known
                ? known.value().text()
                : "";
    }

    private void episode(Episode episode) {
        UUID place = episode.place();
        Properties properties = new Properties()
                .put("name", label("event_type", episode.kind(), "Event"))
                .put("startDate", episode.day())
                .put("endDate", episode.until())
                .put("publisher", episode.agency())
                .put("recordId", episode.record());
        if (place != null) {
            found.member(place)
                    .ifPresent(there -> properties
                            .put("location", LineExports.name(there, told))
                            .put("addressEntity", place));
        }
        parts(episode).filter(this::isSomebody).forEach(part -> properties.put("involved", part.subject()));
        add(episode.record(), "Event", properties);
        parts(episode).forEach(part -> {
            Properties link = new Properties()
                    .put("subject", part.subject())
                    .put("object", episode.record())
                    .put("role", label("involvement_role", part.role(), "present"))
                    .put("date", episode.day());
            add(id(part.subject(), episode.record(), part.role()), "UnknownLink", link);
        });
    }

    /** Who was there and is in the line. */
    private Stream<Part> parts(Episode episode) {
        return episode.parts().stream()
                .filter(part -> found.member(part.subject()).isPresent());
    }

    private boolean isSomebody(Part part) {
        return found.member(part.subject())
                .filter(member -> member.side().isSomebody() || member.kind() == SubjectKind.ORGANISATION)
                .isPresent();
    }

    private void tie(Tie tie) {
        List<LocalDate> days = tie.episodes().stream()
                .flatMap(record -> found.episode(record).stream())
                .map(Episode::day)
                .sorted()
                .toList();
        String reason = tie.reason();
        Properties properties = new Properties()
                .put("subject", tie.one())
                .put("object", tie.other())
                .put("role", "together")
                .put("summary", "Together on " + tie.days() + (tie.days() == 1 ? " day" : " days"))
                .put("status", reason == null ? "counts" : tie.inferred() ? "explained, inferred" : "explained")
                .put(
                        "description",
                        reason == null ? "" : "Explained by: " + label("relationship_reason", reason, reason));
        if (!days.isEmpty()) {
            properties.put("startDate", days.getFirst()).put("endDate", days.getLast());
        }
        tie.episodes().forEach(record -> properties.put("recordId", record));
        tie.agencies().forEach(agency -> properties.put("publisher", agency));
        add(id(tie.one(), tie.other(), "together"), "UnknownLink", properties);
    }

    private static UUID id(UUID one, UUID other, String role) {
        return UUID.nameUUIDFromBytes((one + " " + other + " " + role).getBytes(StandardCharsets.UTF_8));
    }

    private static String label(String list, String code, String otherwise) {
        return code.isEmpty()
                ? otherwise
                : CodeLists.named(list).find(code).map(known -> known.label()).orElse(code);
    }

    private void add(UUID id, String schema, Properties properties) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("id", id.toString());
        entity.put("schema", schema);
        entity.put("properties", properties.values);
        entity.put("datasets", List.of(dataset));
        entities.add(entity);
    }

    /** Properties of an entity: each holds texts, however many. */
    private static final class Properties {
        private final SequencedMap<String, List<String>> values = new LinkedHashMap<>();

        Properties put(String name, @Nullable Object value) {
            String text = String.valueOf(value);
            if (value != null && !text.isBlank()) {
                List<String> all = values.computeIfAbsent(name, unused -> new ArrayList<>());
                if (!all.contains(text)) {
                    all.add(text);
                }
            }
            return this;
        }
    }
}
