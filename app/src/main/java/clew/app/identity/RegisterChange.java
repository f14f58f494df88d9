package clew.app.identity;

import clew.app.identity.Register.Changes;
import clew.app.identity.Register.Issued;
import clew.app.identity.Register.Redirect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One replay of the {@link Register} on a set of persons. Used once. */
final class RegisterChange {
    private static final int SEVERAL = -1;

    private final Register register;
    private final List<UUID[]> persons;
    private final Map<UUID, Integer> personOf = new HashMap<>();
    private final @Nullable UUID[] ids;
    private final List<Issued> issued = new ArrayList<>();
    private final List<Issued> moved = new ArrayList<>();
    private final List<Redirect> redirects = new ArrayList<>();

    RegisterChange(Register register, List<UUID[]> persons) {
        this.register = register;
        this.persons = persons;
        this.ids = new UUID[persons.size()];
        for (int person = 0; person < persons.size(); person++) {
            for (UUID record : persons.get(person)) {
                personOf.put(record, person);
            }
        }
    }

    Changes changes(Map<UUID, UUID> before) {
        Map<UUID, Integer> heirs = heirs(before);
        register.issued().forEach(id -> claim(id, heirs.get(id.person())));
        Set<UUID> taken = register.ids();
        for (int person = 0; person < ids.length; person++) {
            if (ids[person] == null) {
                ids[person] = issue(firstOf(person), taken);
            }
        }
        return new Changes(Arrays.asList(ids), issued, moved, redirects);
    }

    // In order of age: who comes later finds the person named already and leads there.
    private void claim(Issued id, @Nullable Integer heir) {
        Integer holder = personOf.get(id.anchor());
        Integer person = heir == null ? holder : heir;
        if (person == null) {
            return;
        }
        if (!person.equals(holder)) {
            moved.add(new Issued(id.person(), firstOf(person)));
        }
        UUID name = ids[person];
        if (name != null) {
            redirect(id.person(), name, "join");
            return;
        }
        ids[person] = id.person();
        redirect(id.person(), id.person(), "split");
    }

    private void redirect(UUID from, UUID to, String reason) {
        if (!register.redirects().getOrDefault(from, from).equals(to)) {
            redirects.add(new Redirect(from, to, reason));
        }
    }

    private UUID issue(UUID anchor, Set<UUID> taken) {
        UUID id = Register.newId(anchor, taken);
        issued.add(new Issued(id, anchor));
        return id;
    }

    private UUID firstOf(int person) {
        return persons.get(person)[0];
    }

    /** To which person the records that an id named before have gone: the one with most of them, of equal ones that which has its anchor, then the one whose first record is smaller. */
    private Map<UUID, Integer> heirs(Map<UUID, UUID> before) {
        Map<UUID, Integer> heirs = new HashMap<>();
        before.forEach((record, id) -> {
            Integer person = personOf.get(record);
            if (person != null) {
                heirs.merge(id, person, (known, other) -> known.equals(other) ? known : SEVERAL);
            }
        });
        Map<UUID, Map<Integer, Integer>> split = new HashMap<>();
        before.forEach((record, id) -> {
            Integer person = personOf.get(record);
            if (person != null && heirs.getOrDefault(id, 0) == SEVERAL) {
                split.computeIfAbsent(id, key -> new HashMap<>()).merge(person, 1, Integer::sum);
            }
        });
        Map<UUID, UUID> anchorOf = new HashMap<>();
        register.issued().forEach(id -> anchorOf.put(id.person(), id.anchor()));
        split.forEach((id, parts) -> heirs.put(id, largest(parts, personOf.get(anchorOf.get(id)))));
        return heirs;
    }

    private int largest(Map<Integer, Integer> parts, @Nullable Integer holder) {
        return parts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().equals(holder))
                        .thenComparing(entry -> firstOf(entry.getKey()), Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
    }
}
