package clew.core.network.records;

import clew.core.network.SubjectKind;
import clew.core.network.records.Fact.Somebody;
import clew.core.network.records.Fact.Thing;
import clew.core.network.records.Fact.Unidentified;
import clew.core.standard.Code;
import clew.core.standard.Field;
import clew.core.standard.OnlineAccountShape;
import clew.core.standard.OrganisationShape;
import clew.core.standard.PersonShape;
import clew.core.standard.PhoneShape;
import clew.core.standard.PlaceShape;
import clew.core.standard.PlaceText;
import clew.core.standard.StandardRecord;
import clew.core.standard.UncertainDate;
import clew.core.standard.UnidentifiedPersonShape;
import clew.core.standard.VehicleShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of people and things: what tells two of them apart, and nothing else of them. */
final class ThingFacts {
    private ThingFacts() {}

    static @Nullable Fact of(UUID id, StandardRecord record) {
        return switch (record.shape().name()) {
            case "person" -> person(id, record);
            case "unidentified_person" -> unidentified(id, record);
            case "vehicle" -> vehicle(id, record);
            case "phone" -> phone(id, record);
            case "online_account" -> account(id, record);
            case "organisation" -> organisation(id, record);
            case "place" -> place(id, record);
            default -> null;
        };
    }

    private static Somebody person(UUID id, StandardRecord record) {
        UncertainDate born = record.get(PersonShape.DATE_OF_BIRTH);
        SortedSet<String> homes = new TreeSet<>();
        String postcode = text(record, PersonShape.POSTCODE);
        addIf(homes, "uprn", text(record, PersonShape.UPRN));
        addIf(homes, "at", house(text(record, PersonShape.HOUSE_NUMBER)), postcode);
        addIf(homes, "at", house(text(record, PersonShape.ADDRESS)), postcode);
        return new Somebody(
                id, born == null ? null : born.withoutDefault(), record.is(PersonShape.AGE_DISPUTED, "yes"), homes);
    }

    private static Unidentified unidentified(UUID id, StandardRecord record) {
        return new Unidentified(
                id,
                record.find(UnidentifiedPersonShape.IDENTIFIED_AS)
                        .map(reference -> reference.record())
                        .orElse(null));
    }

    private static Thing vehicle(UUID id, StandardRecord record) {
        String plate = text(record, VehicleShape.REGISTRATION);
        List<String> keys = new ArrayList<>();
        addIf(keys, "mark", plate);
        addIf(keys, "vin", text(record, VehicleShape.VIN));
        addIf(keys, "plate", text(record, VehicleShape.PLATE_NUMBER), text(record, VehicleShape.LICENSING_AUTHORITY));
        String partial = text(record, VehicleShape.PARTIAL_REGISTRATION);
        return new Thing(id, SubjectKind.VEHICLE, keys, "", "", plate.isEmpty() ? partial : plate, false);
    }

    private static Thing phone(UUID id, StandardRecord record) {
        List<String> keys = new ArrayList<>();
        addIf(keys, "number", text(record, PhoneShape.NUMBER));
        if (keys.isEmpty()) {
            addIf(keys, "imsi", text(record, PhoneShape.IMSI));
            addIf(keys, "iccid", text(record, PhoneShape.ICCID));
            addIf(keys, "imei", text(record, PhoneShape.IMEI));
        }
        return new Thing(id, SubjectKind.PHONE, keys, "", "", text(record, PhoneShape.NUMBER), false);
    }

    private static Thing account(UUID id, StandardRecord record) {
        String handle = text(record, OnlineAccountShape.HANDLE);
        String service = text(record, OnlineAccountShape.SERVICE);
        List<String> keys = new ArrayList<>();
        addIf(keys, "account", service.isEmpty() ? text(record, OnlineAccountShape.PLATFORM) : service, handle);
        return new Thing(id, SubjectKind.ONLINE_ACCOUNT, keys, "", "", handle, false);
    }

    private static Thing organisation(UUID id, StandardRecord record) {
        String name = text(record, OrganisationShape.NAME);
        List<String> keys = new ArrayList<>();
        addIf(keys, "urn", text(record, OrganisationShape.SCHOOL_URN));
        addIf(keys, "ods", text(record, OrganisationShape.ODS_CODE));
        addIf(keys, "company", text(record, OrganisationShape.COMPANY_NUMBER));
        addIf(keys, "name", name, text(record, OrganisationShape.POSTCODE));
        return new Thing(
                id,
                SubjectKind.ORGANISATION,
                keys,
                plain(name),
                plain(text(record, OrganisationShape.TOWN)),
                name,
                isSensitive(record.get(OrganisationShape.ORGANISATION_KIND)));
    }

    private static Thing place(UUID id, StandardRecord record) {
        String name = text(record, PlaceShape.NAME);
        String postcode = text(record, PlaceShape.POSTCODE);
        List<String> keys = new ArrayList<>();
        addIf(keys, "uprn", text(record, PlaceShape.UPRN));
        addIf(keys, "name", name, postcode);
        addIf(keys, "at", text(record, PlaceShape.HOUSE_NUMBER), postcode);
        addIf(keys, "at", text(record, PlaceShape.ADDRESS), postcode);
        PlaceText called = PlaceText.read(name, List.of(text(record, PlaceShape.TOWN)));
        PlaceText address = PlaceText.of(record);
        if (address.isAddress()) {
            addIf(keys, "at", address.whole(), postcode);
        }
        String label = name.isEmpty() ? label(record) : name;
        return new Thing(
                id,
                SubjectKind.PLACE,
                keys,
                plain(name.isEmpty() && address.isAddress() ? address.whole() : called.whole()),
                plain(text(record, PlaceShape.TOWN)),
                label,
                isSensitive(record.get(PlaceShape.LOCATION_TYPE)));
    }

    private static String label(StandardRecord record) {
        String address = text(record, PlaceShape.ADDRESS);
        return address.isEmpty()
                ? (text(record, PlaceShape.HOUSE_NUMBER) + " " + text(record, PlaceShape.STREET)).strip()
                : address;
    }

    /** The numbers of a house or flat; its words where it has none. */
    private static String house(String text) {
        String numbers = Stream.of(plain(text).split(" "))
                .filter(word -> word.matches("\\d+\\p{L}?"))
                .collect(Collectors.joining(" "));
        return numbers.isEmpty() ? text : numbers;
    }

    private static boolean isSensitive(@Nullable Code kind) {
        return kind != null && kind.detail("sensitive").equals("yes");
    }

    private static void addIf(Collection<String> keys, String kind, String... parts) {
        if (List.of(parts).stream().noneMatch(String::isBlank)) {
            keys.add(kind + "|" + plain(String.join("|", parts)));
        }
    }

    private static String plain(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}|]+", " ")
                .strip();
    }

    private static <T> String text(StandardRecord record, Field<T> field) {
        return String.join(" ", record.texts(field));
    }
}
