package clew.core.network.records;

import clew.core.network.records.Fact.Happening;
import clew.core.network.records.Fact.Item;
import clew.core.network.records.Fact.Named;
import clew.core.network.records.Fact.Relation;
import clew.core.network.records.Fact.Role;
import clew.core.standard.Code;
import clew.core.standard.Common;
import clew.core.standard.EventShape;
import clew.core.standard.Field;
import clew.core.standard.IntelligenceShape;
import clew.core.standard.InvolvementShape;
import clew.core.standard.LicenceShape;
import clew.core.standard.MissingEpisodeShape;
import clew.core.standard.Reference;
import clew.core.standard.RelationshipShape;
import clew.core.standard.ReturnInterviewShape;
import clew.core.standard.StandardRecord;
import clew.core.standard.Types;
import clew.core.standard.UncertainDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads facts from records of the standard: the only code of patterns that sees a record. What is not read here is not known to patterns. */
final class Facts {
    private static final String YES = "yes";
    private static final String SUSPECTED_FALSE = "E";

    private Facts() {}

    /**
     * The fact of a record, if it has one.
     *
     * @param received the day on which it came, for a record that does not say when it was known
     */
    static Optional<Fact> of(UUID id, LocalDate received, StandardRecord record) {
        return Optional.ofNullable(
                switch (record.shape().name()) {
                    case "event" -> event(id, received, record);
                    case "involvement" -> role(id, received, record);
                    case "relationship" -> relation(id, received, record);
                    case "intelligence" -> intelligence(id, received, record);
                    case "missing_episode" -> missing(id, received, record);
                    case "return_interview" -> interview(id, received, record);
                    case "licence" -> licence(id, received, record);
                    default -> ThingFacts.of(id, record);
                });
    }

    private static Happening event(UUID id, LocalDate received, StandardRecord record) {
        LocalDate recorded = record.get(EventShape.RECORDED_ON);
        Code type = record.find(EventShape.EVENT_TYPE).orElseThrow();
        boolean marked =
                record.is(EventShape.CHILD_SEXUAL_EXPLOITATION, YES) || record.is(EventShape.CHILD_SEXUAL_ABUSE, YES);
        return new Happening(
                id,
                type.code(),
                record.get(Common.OCCURRED),
                known(record, recorded == null ? received : recorded),
                pointed(record, EventShape.PLACE),
                type.detail("meets").equals(YES),
                marked || type.detail("incident").equals(YES),
                isSensitive(record.get(EventShape.LOCATION_TYPE)),
                text(record, EventShape.REFERENCE),
                "",
                List.of());
    }

    private static @Nullable Role role(UUID id, LocalDate received, StandardRecord record) {
        UUID event = pointed(record, InvolvementShape.EVENT);
        UUID subject = first(
                record,
                InvolvementShape.PERSON,
                InvolvementShape.UNIDENTIFIED_PERSON,
                InvolvementShape.VEHICLE,
                InvolvementShape.PHONE,
                InvolvementShape.ONLINE_ACCOUNT,
                InvolvementShape.ORGANISATION);
        if (event == null || subject == null) {
            return null;
        }
        return new Role(
                id,
                event,
                subject,
                text(record, InvolvementShape.ROLE),
                record.get(InvolvementShape.AGE_AT_START),
                known(record, received));
    }

    private static @Nullable Relation relation(UUID id, LocalDate received, StandardRecord record) {
        UUID one = first(record, RelationshipShape.PERSON, RelationshipShape.UNIDENTIFIED_PERSON);
        UUID other = first(
                record,
                RelationshipShape.OTHER_PERSON,
                RelationshipShape.OTHER_UNIDENTIFIED_PERSON,
                RelationshipShape.ORGANISATION,
                RelationshipShape.PLACE,
                RelationshipShape.VEHICLE,
                RelationshipShape.PHONE,
                RelationshipShape.ONLINE_ACCOUNT);
        if (one == null || other == null) {
            return null;
        }
        Code reason = record.find(RelationshipShape.REASON).orElseThrow();
        UncertainDate started = record.get(RelationshipShape.STARTED);
        return new Relation(
                id,
                one,
                other,
                reason.code(),
                reason.detail("explains").equals(YES),
                Boolean.TRUE.equals(record.get(RelationshipShape.REASON_INFERRED)),
                started == null ? record.get(Common.OCCURRED) : started,
                record.get(RelationshipShape.ENDED),
                known(record, received));
    }

    private static Item intelligence(UUID id, LocalDate received, StandardRecord record) {
        LocalDate submitted = record.get(IntelligenceShape.SUBMITTED_ON);
        LocalDate known = known(record, submitted == null ? received : submitted);
        String grade = text(record, IntelligenceShape.SOURCE_EVALUATION)
                + text(record, IntelligenceShape.INFORMATION_ASSESSMENT);
        List<Named> parts = parts(
                record,
                "",
                IntelligenceShape.PERSON,
                IntelligenceShape.UNIDENTIFIED_PERSON,
                IntelligenceShape.VEHICLE,
                IntelligenceShape.PHONE,
                IntelligenceShape.ORGANISATION);
        UncertainDate when = record.get(Common.OCCURRED);
        Happening itself = new Happening(
                id,
                "intelligence",
                when,
                known,
                only(record, IntelligenceShape.PLACE),
                when != null && !grade.endsWith(SUSPECTED_FALSE),
                false,
                false,
                text(record, IntelligenceShape.LOCAL_ID),
                grade,
                parts);
        List<UUID> events = new ArrayList<>(references(record, IntelligenceShape.EVENT));
        events.addAll(references(record, IntelligenceShape.SANITISED_OF));
        return new Item(id, events, itself.reference(), grade, known, itself);
    }

    private static Happening missing(UUID id, LocalDate received, StandardRecord record) {
        List<Named> parts = new ArrayList<>(parts(record, "missing_child", MissingEpisodeShape.PERSON));
        parts.addAll(parts(record, "found_with", MissingEpisodeShape.FOUND_WITH));
        UncertainDate occurred = record.get(Common.OCCURRED);
        return new Happening(
                id,
                "missing",
                occurred == null
                        ? span(
                                record.get(MissingEpisodeShape.MISSING_FROM),
                                record.get(MissingEpisodeShape.REPORTED_AT),
                                record.get(MissingEpisodeShape.FOUND_AT))
                        : occurred,
                known(record, received),
                pointed(record, MissingEpisodeShape.FOUND_PLACE),
                true,
                true,
                false,
                text(record, MissingEpisodeShape.LOCAL_ID),
                "",
                parts);
    }

    /** What a child told, placed on the day of the talk: no record says on which day before it happened. */
    private static Happening interview(UUID id, LocalDate received, StandardRecord record) {
        List<Named> parts = new ArrayList<>(parts(record, "missing_child", ReturnInterviewShape.PERSON));
        parts.addAll(parts(
                record, "present", ReturnInterviewShape.PERSON_NAMED, ReturnInterviewShape.UNIDENTIFIED_PERSON_NAMED));
        parts.addAll(parts(record, "vehicle_used", ReturnInterviewShape.VEHICLE_NAMED));
        parts.addAll(parts(record, "phone_used", ReturnInterviewShape.PHONE_NAMED));
        UncertainDate occurred = record.get(Common.OCCURRED);
        return new Happening(
                id,
                "return_interview",
                occurred == null ? span(null, record.get(ReturnInterviewShape.HELD_AT), null) : occurred,
                known(record, received),
                only(record, ReturnInterviewShape.PLACE_NAMED),
                true,
                true,
                false,
                text(record, ReturnInterviewShape.LOCAL_ID),
                "",
                parts);
    }

    private static @Nullable Relation licence(UUID id, LocalDate received, StandardRecord record) {
        UUID holder = pointed(record, LicenceShape.HOLDER);
        UUID vehicle = pointed(record, LicenceShape.VEHICLE);
        return holder == null || vehicle == null
                ? null
                : new Relation(id, holder, vehicle, "licence_holder", true, false, null, null, known(record, received));
    }

    private static boolean isSensitive(@Nullable Code place) {
        return place != null && place.detail("sensitive").equals(YES);
    }

    private static LocalDate known(StandardRecord record, LocalDate otherwise) {
        LocalDate known = record.get(Common.KNOWN_FROM);
        return known == null ? otherwise : known;
    }

    private static @Nullable UncertainDate span(
            @Nullable Instant first, @Nullable Instant told, @Nullable Instant last) {
        LocalDate[] days = Stream.of(Optional.ofNullable(first), Optional.ofNullable(told), Optional.ofNullable(last))
                .flatMap(Optional::stream)
                .map(moment -> moment.atZone(Types.CIVIL_TIME).toLocalDate())
                .sorted()
                .toArray(LocalDate[]::new);
        return days.length == 0 ? null : UncertainDate.between(days[0], days[days.length - 1]);
    }

    @SafeVarargs
    private static List<Named> parts(StandardRecord record, String role, Field<Reference>... fields) {
        return Stream.of(fields)
                .flatMap(field -> references(record, field).stream())
                .map(subject -> new Named(subject, role))
                .toList();
    }

    @SafeVarargs
    private static @Nullable UUID first(StandardRecord record, Field<Reference>... fields) {
        return Stream.of(fields)
                .flatMap(field -> references(record, field).stream())
                .findFirst()
                .orElse(null);
    }

    private static List<UUID> references(StandardRecord record, Field<Reference> field) {
        return record.all(field).stream().map(Reference::record).toList();
    }

    private static @Nullable UUID pointed(StandardRecord record, Field<Reference> field) {
        return first(record, field);
    }

    /** Of several places none is the place. */
    private static @Nullable UUID only(StandardRecord record, Field<Reference> field) {
        List<UUID> all = references(record, field);
        return all.size() == 1 ? all.get(0) : null;
    }

    private static <T> String text(StandardRecord record, Field<T> field) {
        return String.join(" ", record.texts(field));
    }
}
