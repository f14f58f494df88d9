package clew.core.network.records;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.network.BlockList;
import clew.core.network.Evidence;
import clew.core.standard.InvolvementShape;
import clew.core.standard.StandardRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A block list names things by their id or by any of their records; a place on it counts where a record states an incident there; nobody is ever on it. */
class C2BlockListRecordsTest {
    private static Evidence evidence(Told told, String... blocked) {
        RecordNetwork.Builder builder = new RecordNetwork.Builder();
        told.sent().forEach(one -> builder.add(one.id(), one.agency(), Told.RECEIVED, one.record()));
        Map<String, String> why = new java.util.HashMap<>();
        for (String id : blocked) {
            why.put(id, "a pool car");
        }
        return builder.build(Persons.APART, Reasons.ORDINARY, BlockList.of(why)).evidence();
    }

    private static Told told(String type) {
        Told told = new Told()
                .person("adult", "police", "1985-03-04")
                .person("child", "care", "2011-07-08")
                .place("spot", "police", "The Corner", "AB99 1AA", "takeaway")
                .vehicle("car", "police", "AB12 CDE")
                .vehicle("same", "care", "AB12CDE")
                .event("e", "police", type, "2026-03-04", "spot")
                .role("e", "police", "adult", "present")
                .role("e", "police", "child", "present");
        return told.send(
                "e/car",
                "police",
                StandardRecord.of(InvolvementShape.SHAPE)
                        .set(InvolvementShape.EVENT, Told.to("event", "e"))
                        .set(InvolvementShape.VEHICLE, Told.to("vehicle", "car"))
                        .code(InvolvementShape.ROLE, "vehicle_used")
                        .build());
    }

    @Test
    void a_thing_is_on_it_by_its_id_or_by_any_of_its_records() {
        Told told = told("sighting");
        String id = "vehicle|mark|ab12cde";
        assertThat(evidence(told).attended(evidence(told).subject(id))).isEqualTo(1);
        for (String named :
                new String[] {id, Told.id("car").toString(), Told.id("same").toString()}) {
            Evidence evidence = evidence(told, named);
            assertThat(evidence.attended(evidence.subject(id))).as(named).isZero();
            assertThat(evidence.there(0)).as(named).hasSize(2);
            assertThat(evidence.place(0)).as(named).isNotNegative();
        }
    }

    @Test
    void a_place_on_it_counts_only_where_a_record_states_an_incident() {
        String place = "place|name|the corner|ab99 1aa";
        assertThat(evidence(told("sighting"), place).there(0)).isEmpty();
        assertThat(evidence(told("sighting"), place).place(0)).isNegative();
        assertThat(evidence(told("crime"), place).there(0)).hasSize(3);
        assertThat(evidence(told("crime"), place).place(0)).isNotNegative();
    }

    @Test
    void nobody_is_ever_on_it() {
        Told told = told("sighting");
        assertThat(evidence(told, Told.id("adult").toString()).there(0))
                .isEqualTo(evidence(told).there(0));
    }
}
