package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.events.Lease;
import clew.app.intake.Arrivals;
import clew.app.intake.Intake;
import clew.app.store.DatabaseForTests;
import clew.app.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Two servers on one store never make two persons of one. */
class B2TwoServersIT {

    private static final int PERSONS = 25;

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    @Test
    void the_same_people_through_two_servers_at_once_are_each_one_person_and_one_server_leads() throws Exception {
        ArrivingWorld world = new ArrivingWorld(database, folder);
        world.stopsLeading();
        try (Store other = Store.open(database.settings());
                LinkingLoop one = loop(database.store());
                LinkingLoop two = loop(other);
                ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> calls = new ArrayList<>();
            List<UUID> events = new java.util.concurrent.CopyOnWriteArrayList<>();
            for (String agency : ArrivingWorld.AGENCIES) {
                Arrivals arrivals = Arrivals.into(
                        ArrivingWorld.AGENCIES.indexOf(agency) % 2 == 0 ? database.store() : other, Clock.systemUTC());
                calls.add(callers.submit(() -> {
                    for (int person = 0; person < PERSONS; person++) {
                        events.add(arrivals.accept(agency, Senders.mapping(), List.of(row(person)))
                                .event());
                        assertThat(one.leads() && two.leads()).isFalse();
                    }
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            Linked linked = new Linked(other.engine());
            for (UUID event : events) {
                assertThat(linked.await(event, Duration.ofSeconds(60))).isTrue();
            }
        }
        for (int person = 0; person < PERSONS; person++) {
            String id = "P" + person;
            Set<UUID> ids = ArrivingWorld.AGENCIES.stream()
                    .map(agency -> world.personOf().get(world.record(agency, id)))
                    .collect(Collectors.toSet());
            assertThat(ids).as("persons made of %s", id).hasSize(1);
        }
        String arrived = world.dump();
        world.leadsAgain();
        world.rebuild();
        assertThat(arrived).isEqualTo(world.dump());
    }

    @Test
    void one_who_leads_no_longer_cannot_commit() {
        String name = "linking-" + UUID.randomUUID();
        LinkingLeader leader = leader(database.store());
        Lease late = Lease.take(database.engine(), name, UUID.randomUUID(), Duration.ofMillis(1))
                .orElseThrow();
        Lease next = take(name);

        assertThatThrownBy(() -> leader.step(late)).hasMessageContaining("expected to lead " + name);
        assertThatThrownBy(() -> leader.build(late)).hasMessageContaining("expected to lead " + name);
        leader.build(next);
        assertThat(leader.step(next)).isIn(LinkingLeader.Step.IDLE, LinkingLeader.Step.WORKED);
    }

    private static Lease take(String name) {
        while (true) {
            var lease = Lease.take(database.engine(), name, UUID.randomUUID(), Duration.ofMinutes(5));
            if (lease.isPresent()) {
                return lease.get();
            }
        }
    }

    private static LinkingLoop loop(Store store) {
        return new LinkingLoop(store.engine(), leader(store), new Linked(store.engine()));
    }

    private static LinkingLeader leader(Store store) {
        return new LinkingLeader(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC(), 1);
    }

    private static String row(int person) {
        return JsonMapper.shared()
                .writeValueAsString(ArrivingWorld.row(
                        "P" + person,
                        "Given" + (char) ('a' + person),
                        "Family" + (char) ('z' - person),
                        "%02d/%02d/2004".formatted(1 + person, 1 + person % 12),
                        "LS%d %dAB".formatted(1 + person % 9, 1 + person % 7),
                        String.valueOf(person)));
    }
}
