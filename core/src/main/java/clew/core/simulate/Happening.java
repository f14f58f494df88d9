package clew.core.simulate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event being told, before it is said when the agency wrote it down. */
final class Happening {

    private final Event.Kind kind;
    private final int authority;
    private final LocalDate day;
    private final int minute;
    private final List<Event.Part> parts;
    private @Nullable Place place;
    private @Nullable Vehicle vehicle;
    private @Nullable String phone;
    private String detail = "";
    private String text = "";

    Happening(Event.Kind kind, int authority, LocalDate day, int minute, List<Event.Part> parts) {
        this.kind = kind;
        this.authority = authority;
        this.day = day;
        this.minute = minute;
        this.parts = List.copyOf(parts);
    }

    Happening at(@Nullable Place where) {
        place = where;
        return this;
    }

    Happening with(@Nullable Vehicle what) {
        vehicle = what;
        return this;
    }

    Happening calling(@Nullable String number) {
        phone = number;
        return this;
    }

    Happening detail(String code) {
        detail = code;
        return this;
    }

    Happening text(String words) {
        text = words;
        return this;
    }

    /** The event, written down with a delay. */
    Event known(Calendar calendar, Draw draw) {
        LocalDate known = calendar.known(day, draw);
        return new Event(
                kind, authority, day, minute, known, parts, place, vehicle, phone, detail, text, draw.nextLong());
    }
}
