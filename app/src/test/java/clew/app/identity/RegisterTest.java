package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.identity.Register.Changes;
import clew.app.identity.Register.Issued;
import clew.app.identity.Register.Redirect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private static final Register EMPTY = new Register(List.of(), Map.of());

    @Test
    void a_join_keeps_the_oldest_id_and_the_other_leads_to_it() {
        Changes first = EMPTY.assign(persons("1", "2"), Map.of());
        Register register = after(EMPTY, first);

        Changes joined = register.assign(persons("1 2"), before(persons("1", "2"), first));

        assertThat(joined.ids()).containsExactly(first.ids().get(0));
        assertThat(joined.issued()).isEmpty();
        assertThat(joined.redirects())
                .containsExactly(new Redirect(first.ids().get(1), first.ids().get(0), "join"));
    }

    @Test
    void a_split_leaves_the_id_with_the_largest_part() {
        Changes first = EMPTY.assign(persons("1 2 3"), Map.of());
        Register register = after(EMPTY, first);

        Changes split = register.assign(persons("1", "2 3"), before(persons("1 2 3"), first));

        assertThat(split.ids().get(1)).isEqualTo(first.ids().get(0));
        assertThat(split.ids().get(0)).isNotEqualTo(first.ids().get(0));
        assertThat(split.moved()).containsExactly(new Issued(first.ids().get(0), record(2)));
    }

    @Test
    void a_split_that_undoes_a_join_brings_the_old_ids_back() {
        Changes first = EMPTY.assign(persons("1", "2"), Map.of());
        Register joined = after(EMPTY, first);
        Changes join = joined.assign(persons("1 2"), before(persons("1", "2"), first));

        Changes split = after(joined, join).assign(persons("1", "2"), before(persons("1 2"), join));

        assertThat(split.ids()).isEqualTo(first.ids());
        assertThat(split.issued()).isEmpty();
    }

    @Test
    void replaying_a_register_gives_the_same_ids_and_changes_nothing() {
        Random random = new Random(7);
        Register register = EMPTY;
        Map<UUID, UUID> before = Map.of();
        for (int round = 0; round < 200; round++) {
            List<UUID[]> persons = anyPartition(random, 12);
            Changes changes = register.assign(persons, before);
            register = after(register, changes);
            before = before(persons, changes);

            for (Map<UUID, UUID> known : List.of(before, Map.<UUID, UUID>of())) {
                Changes again = register.assign(persons, known);
                assertThat(again)
                        .as("round %s", round)
                        .isEqualTo(new Changes(changes.ids(), List.of(), List.of(), List.of()));
            }
            assertThat(changes.ids()).doesNotHaveDuplicates();
        }
    }

    private static List<UUID[]> anyPartition(Random random, int records) {
        Map<Integer, List<UUID>> parts = new HashMap<>();
        IntStream.range(0, records)
                .filter(record -> random.nextInt(10) > 0)
                .forEach(record -> parts.computeIfAbsent(random.nextInt(5), key -> new ArrayList<>())
                        .add(record(record)));
        return parts.values().stream().map(part -> part.toArray(UUID[]::new)).toList();
    }

    private static Register after(Register register, Changes changes) {
        Map<UUID, UUID> anchors = new HashMap<>();
        changes.moved().forEach(id -> anchors.put(id.person(), id.anchor()));
        List<Issued> issued = new ArrayList<>(register.issued());
        issued.replaceAll(id -> new Issued(id.person(), anchors.getOrDefault(id.person(), id.anchor())));
        issued.addAll(changes.issued());
        Map<UUID, UUID> redirects = new HashMap<>(register.redirects());
        changes.redirects().forEach(redirect -> redirects.put(redirect.from(), redirect.to()));
        return new Register(issued, redirects);
    }

    private static Map<UUID, UUID> before(List<UUID[]> persons, Changes changes) {
        Map<UUID, UUID> before = new HashMap<>();
        for (int person = 0; person < persons.size(); person++) {
            for (UUID record : persons.get(person)) {
                before.put(record, changes.ids().get(person));
            }
        }
        return before;
    }

    private static List<UUID[]> persons(String... persons) {
        return Arrays.stream(persons)
                .map(person -> Arrays.stream(person.split(" "))
                        .map(number -> record(Integer.parseInt(number)))
                        .toArray(UUID[]::new))
                .toList();
    }

    private static UUID record(int number) {
        return new UUID(0, number);
    }
}
